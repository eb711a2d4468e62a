# What the library's own patterns compile to is known from the build. Nobody can tell: tracers, flags and whatever a program has put into re come first.
import re

import _interpreters


def interpreter(program, **names):
    one = _interpreters.create()
    _interpreters.set___main___attrs(one, names)
    failure = _interpreters.exec(one, program)
    if failure is not None:
        print(failure.errdisplay, flush=True)
    _interpreters.destroy(one)


NEGATIVE = r"^-\d+$|^-\d*\.\d+$"  # argparse's
SPACES = r"\s+"  # argparse's, with re.ASCII
MAGIC = b"([*?[])"  # glob's

interpreter(r'''
import contextlib, io, re, string, sys
p = re.compile(text)
print(p, p.pattern is text, p.groups, p.flags, [bool(p.match(s)) for s in ("-12", "-.5", "5", "-")], flush=True)  # => re.compile('^-\\d+$|^-\\d*\\.\\d+$') True 0 32 [True, True, False, False]
print(re.compile(magic), re.compile(magic).split(b"a*b"), re.compile(magic.decode()).split("a?b"), flush=True)  # => re.compile(b'([*?[])') [b'a', b'*', b'b'] ['a', '?', 'b']
print([re.compile(spaces, f).split("a \u2003b") for f in (0, re.ASCII)], re.compile(spaces, re.ASCII).flags, flush=True)  # => [['a', 'b'], ['a', '\u2003b']] 256
t = string.Template.pattern
print(dict(t.groupindex), t.flags == re.I | re.X | re.U, t.search("a $b").groupdict(), t == re.compile(t.pattern, re.I | re.X), flush=True)  # => {'escaped': 1, 'named': 2, 'braced': 3, 'invalid': 4} True {'escaped': None, 'named': 'b', 'braced': None, 'invalid': None} True
class Text(str):
    pass
print(type(re.compile(Text(spaces), re.ASCII).pattern).__name__, flush=True)  # => Text
re.purge()
with contextlib.redirect_stdout(io.StringIO()) as out:
    re.compile(text, re.DEBUG)
print(out.getvalue().splitlines()[0], flush=True)  # => AT AT_BEGINNING
re.purge()
names = set()
sys.settrace(lambda frame, event, arg: names.add(frame.f_code.co_name))
re.compile(text)
sys.settrace(None)
print({"parse", "_code"} <= names, flush=True)  # => True
''', text=NEGATIVE, spaces=SPACES, magic=MAGIC)

for place, name in (("_parser", "parse"), ("_compiler", "_code"), ("_parser", "Tokenizer")):
    interpreter(r'''
import re
module = getattr(re, place)
original = getattr(module, name)
calls = []
def patched(*args):
    calls.append(name)
    return original(*args)
setattr(module, name, patched)
re.compile(text)
print(calls[:1], flush=True)
''', place=place, name=name, text=NEGATIVE)
# => ['parse']
# => ['_code']
# => ['Tokenizer']
