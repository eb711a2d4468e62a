# Interpreters share what the library has made of a pattern. Nobody can tell: warnings, DEBUG, tracers and whatever a program has put into re come first.
import re
import warnings

import _interpreters

warnings.simplefilter("ignore")
for text in (r"(?P<year>\d{4})-(?P<month>\d\d)", "[[a]", "debug", "same", b"same", "sub", "traced", "parse+", "code+", "class+", "[a\\--z]"):
    re.compile(text)

one = _interpreters.create()
failure = _interpreters.exec(one, r'''
import contextlib, io, re, sys, warnings

p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
print(p, p.groupindex, p.groups, p.flags, p.fullmatch("2026-11").groupdict(), p.match("2026-11").lastgroup)  # => re.compile('(?P<year>\\d{4})-(?P<month>\\d\\d)') {'year': 1, 'month': 2} 2 32 {'year': '2026', 'month': '11'} month
print(re.compile("same").match("same"), re.compile(b"same").match(b"same"))  # => <re.Match object; span=(0, 4), match='same'> <re.Match object; span=(0, 4), match=b'same'>
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    re.compile("[[a]")
    re.compile("[a\\--z]")
print([str(w.message) for w in caught])  # => ['Possible nested set at position 1']
with contextlib.redirect_stdout(io.StringIO()) as out:
    re.compile("debug", re.DEBUG)
print(out.getvalue().splitlines()[0])  # => LITERAL 100
class Text(str):
    pass
print(type(re.compile(Text("sub")).pattern).__name__, re.compile("sub", re.I).match("SUB"), re.compile("sub").match("SUB"))  # => Text <re.Match object; span=(0, 3), match='SUB'> None
names = set()
sys.settrace(lambda frame, event, arg: names.add(frame.f_code.co_name))
re.compile("traced")
sys.settrace(None)
print({"parse", "_code"} <= names)  # => True
''')
assert failure is None, failure.errdisplay
_interpreters.destroy(one)

for place, name, text in (("_parser", "parse", "parse+"), ("_compiler", "_code", "code+"), ("_parser", "Tokenizer", "class+")):
    one = _interpreters.create()
    _interpreters.set___main___attrs(one, {"place": place, "name": name, "text": text})
    failure = _interpreters.exec(one, r'''
import re
module = getattr(re, place)
original = getattr(module, name)
calls = []
def patched(*args):
    calls.append(1)
    return original(*args)
setattr(module, name, patched)
re.compile(text)
assert calls, name
setattr(module, name, original)
calls.clear()
re.compile(text + "+")
assert not calls, name
''')
    print(name, failure is None)
# => parse True
# => _code True
# => Tokenizer True
    _interpreters.destroy(one)
