"""Compares the algorithms on str with CPython's; every code point for properties and case changes."""
import random
import sys
from compare import Comparison

PREDICATES = ('isalpha isalnum isdecimal isdigit isnumeric isspace isprintable isidentifier islower isupper istitle '
              'isascii').split()
CHANGES = 'lower upper title capitalize swapcase casefold'.split()
ALPHABET = ['a', 'b', 'A', 'B', '1', ' ', '\t', '\n', '\r', '\x1c', '\x85', '\u2028', '\xa0', '\xe4', '\xdf', '\u03a3', '\u03c3',
            "'", '"', '\\', '.', '\u0345', '\u01c5', '\u0130', '\ud800', '\udc00', '\U00010400', '\U0001f600', '-', '+', '\u1e9e']


def main():
    comparison = Comparison('text')
    ask = comparison.ask
    for code in range(0x110000):
        c = chr(code)
        for name in PREDICATES:
            if name != 'isascii':
                ask(name, getattr(str, name), c)
        for name in ('lower', 'upper', 'title', 'casefold', 'swapcase', 'capitalize'):
            ask(name, getattr(str, name), c)
        ask('isidentifier', str.isidentifier, 'a' + c)
        ask('lower', str.lower, 'A' + c + '\u03a3')
        ask('lower', str.lower, 'A\u03a3' + c + 'b')
        ask('title', str.title, c + 'a')
        ask('splitlines', str.splitlines, 'a' + c + 'a', False)
        ask('repr', repr, c)
    source = random.Random(12)

    def text(limit=12, alphabet=ALPHABET):
        return ''.join(source.choices(alphabet, k=source.randrange(limit)))

    for _ in range(20000):
        s = text()
        for name in PREDICATES + CHANGES:
            ask(name, getattr(str, name), s)
        ask('repr', repr, s)
        ask('ascii', ascii, s)
        few = source.choice([ALPHABET[:3], ['a', '\U0001f600'], ['a', 'b', '\ud800'], ['a', '\xe4']])
        s, part, with_ = text(12, few), text(3, few), text(3)
        start, end = source.randrange(len(s) + 1), source.randrange(len(s) + 1)
        for name in 'find rfind count startswith endswith'.split():
            ask(name, getattr(str, name), s, part, start, end)
        ask('replace', str.replace, s, part, with_, source.randrange(-1, 4))
        limit = source.randrange(-1, 4)
        if part:
            ask('split', str.split, s, part, limit)
            ask('rsplit', str.rsplit, s, part, limit)
            ask('partition', str.partition, s, part)
            ask('rpartition', str.rpartition, s, part)
        t = text(12, [' ', '\t', '\n', 'a', '\u2028', '\U0001f600', '\r', '\xa0'])
        ask('split', str.split, t, None, limit)
        ask('rsplit', str.rsplit, t, None, limit)
        ask('splitlines', str.splitlines, t, True)
        ask('splitlines', str.splitlines, t, False)
        ask('expandtabs', str.expandtabs, t, source.randrange(-1, 9))
        for name in ('strip', 'lstrip', 'rstrip'):
            ask(name, getattr(str, name), t, None)
            ask(name, getattr(str, name), s, part)
        items = [text(4) for _ in range(source.randrange(4))]
        comparison.expect('join', comparison_write(part.join(items)), part, *items)
        width, fill = source.randrange(16), source.choice(['x', '\U0001f600', '\xe4'])
        for name in ('ljust', 'rjust', 'center'):
            ask(name, getattr(str, name), s, width, fill)
        ask('zfill', str.zfill, source.choice(['', '-', '+', '\U0001f600']) + s, width)
        ask('translate', lambda s, w: s.translate({97: None, 98: w}), s, with_)
        other = text(4, few)
        ask('concat', str.__add__, s, other)
        ask('repeat', str.__mul__, s, source.randrange(4))
        ask('str_equal', str.__eq__, s, other)
        comparison.expect('str_compare', comparison_write((s > other) - (s < other)), s, other)
        if s:
            step = source.choice([-3, -2, -1, 1, 2, 3])
            bounds = range(*slice(None, None, step).indices(len(s)))
            comparison.expect('slice', comparison_write(s[::step]), s, bounds.start, step, len(bounds))
    comparison.finish()


if __name__ == '__main__':
    from compare import write as comparison_write
    sys.exit(main())
