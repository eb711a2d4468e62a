"""Compares format specifications, templates of str.format and % formatting with CPython's."""
import _string
import random
from compare import Comparison, outcome
from compare_number import FLOATS, INTS


def main():
    comparison = Comparison('format')
    source = random.Random(3)

    def choose(*options):
        return source.choice(options)

    def specification(types):
        fill = choose('', '', '', '<', '>', '=', '^', 'x<', '0=', '\U0001f600^', '\xe9>', '0^', '{=', '*=')
        parts = [fill, choose('', '', '', '+', '-', ' '), choose('', '', '', '', 'z'), choose('', '', '#'), choose('', '', '0'),
                 choose('', '', '5', '12', '20', '1', '\u0663', '0'), choose('', '', '', ',', '_', '_,', ',,'),
                 choose('', '', '', '.0', '.1', '.3', '.10', '.', '.25'), choose('', *types, *types, 'q', '\u1234', 'dd', 's')]
        spec = ''.join(parts)
        if source.random() < 0.03:
            spec += choose('99999999999999999999', '.9999999999999999999999', ' ')
        return spec

    def value(values, make):
        return source.choice(values) if source.random() < 0.5 else make()

    ask = comparison.ask
    for _ in range(60000):
        spec = specification('bcdoxXneEfFgG%')
        i = value(INTS, lambda: source.randrange(-2000000, 2000000))
        comparison.expect('format_int', outcome(format, i, spec), i, spec)
        spec = specification('eEfFgGn%')
        f = value(FLOATS, lambda: source.uniform(-3, 3) * 10**source.randrange(-8, 12))
        comparison.expect('format_float', outcome(format, f, spec), f, spec)
        g = value(FLOATS, lambda: source.uniform(-3, 3))
        spec = specification('eEfFgGn%')
        comparison.expect('format_complex', outcome(format, complex(f, g), spec), f, g, spec)
        spec = specification('s')
        s = choose('', 'a', 'hello', '\U0001f600x', '\ud800')
        comparison.expect('format_str', outcome(format, s, spec), s, spec)
        template = ''.join(source.choices(['{', '}', '{{', '}}', 'a', 'b', '!', 'r', ':', '[', ']', '.', '0', '{0}', '{x!r:>{w}}', '\U0001f600'],
                                          k=source.randrange(8)))
        ask('parser', lambda t: list(_string.formatter_parser(t)), template)
        name = ''.join(source.choices(['a', 'b', '.', '[', ']', '0', '12', '[0]', '.x', '\u0663', '9999999999999999999'], k=source.randrange(6)))

        def split(name):
            first, rest = _string.formatter_field_name_split(name)
            return [first, *rest]
        ask('split_field', split, name)

    for _ in range(60000):
        template, arguments = '', []
        for _ in range(source.randrange(1, 4)):
            template += choose('', 'a', '\U0001f600', '%%') + '%' + ''.join(source.choices('-+ #0', k=source.randrange(3)))
            width = choose('', '', '5', '12', '*', '0')
            if width == '*':
                arguments.append(source.randrange(-9, 9))
            precision = choose('', '', '.', '.3', '.0', '.12', '.*')
            if precision == '.*':
                arguments.append(source.randrange(-3, 9))
            template += width + precision + choose('', '', '', 'l', 'h', 'L')
            kind = source.choice('diuoxXeEfFgGsc') if source.random() < 0.95 or template[-1] == '%' else '%'
            template += kind
            if kind in 'diuoxX':
                arguments.append(value(INTS, lambda: source.randrange(-2000, 2000)))
            elif kind in 'eEfFgG':
                arguments.append(value(FLOATS, lambda: source.uniform(-3, 3) * 10**source.randrange(-8, 12)))
            elif kind == '%':
                arguments.append(1)
            elif kind in 'sc':
                arguments.append(choose('x', '\U0001f600') if kind == 'c' else choose('', 'abc', 'hello world', '\U0001f600x'))
        comparison.expect('percent', outcome(lambda t, *a: t % a, template, *arguments), template, *arguments)
    for template, arguments in (('%', ()), ('a%', ()), ('%5', ()), ('%.', ()), ('%l', ()), ('%q', (1,)), ('ab%\u1234', (1,)),
                                ('%99999999999999999999d', (1,)), ('%.9999999999d', (1,)), ('%-', ()), ('%5.3', ()), ('%ll', (1,)),
                                ('%d%y', (1, 2)), ('%.2147483647d', (1,))):
        comparison.expect('percent', outcome(lambda t, *a: t % a, template, *arguments), template, *arguments)
    comparison.finish()


if __name__ == '__main__':
    main()
