# _sre under the library's re.
import re


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(?P<day>-\d\d)?", "on 2026-11, or so")
print(m, m.groups("none"), m.groupdict(), m.span("month"), m.lastgroup, m.lastindex, m.regs, m["year"], m.pos, m.endpos)  # => <re.Match object; span=(3, 10), match='2026-11'> ('2026', '11', 'none') {'year': '2026', 'month': '11', 'day': None} (8, 10) month 2 ((3, 10), (3, 7), (8, 10), (-1, -1)) 2026 0 17
print(m.expand(r"\g<month>/\1\3"), error(m.group, 9), error(m.group, "no"), m.re.groupindex, error(m.re.match, b""))  # => 11/2026 IndexError: no such group IndexError: no such group {'year': 1, 'month': 2, 'day': 3} TypeError: cannot use a string pattern on a bytes-like object
print(re.findall(r"(\w)(\d)?", "a1bc2"), re.findall("a*", "baac"), re.split("(,)|x", "a,bxc"), re.split(",", "a,b,c", maxsplit=1))  # => [('a', '1'), ('b', ''), ('c', '2')] ['', 'aa', '', ''] ['a', ',', 'b', None, 'c'] ['a', 'b,c']
print(re.sub(r"(\w)(\w+)", r"\2\1", "abc de"), re.subn("x*", "-", "abxd"), re.sub("a", lambda m: m.group().upper(), "banana", count=2))  # => bca ed ('-a-b--d-', 5) bAnAna
print(re.sub("b", r"\\", "abc"), error(re.sub, "b", lambda m: 3, "abc"), re.sub(b"b", bytearray(rb"\n"), b"abc"), re.sub("q", "z", "abc"))  # => a\c TypeError: sequence item 1: expected str instance, int found b'a\nc' abc
print(re.findall(".", "a\U0001f600b"), re.search("\U0001f600+", "xx\U0001f600\U0001f600").span(), re.match(r"\w+", "straße_1 x").group())  # => ['a', '😀', 'b'] (2, 4) straße_1
print(re.fullmatch("a|ab", "ab").span(), re.compile("^b").search("ab", 1), re.compile("b$").search("abab", 0, 2).span(), re.match("(?i)É", "é"))  # => (0, 2) None (1, 2) <re.Match object; span=(0, 1), match='é'>
print(re.findall(r"(?<=a)b(?!c)", "ab abc"), re.match(r"(a)?(?(1)b|c)", "c").group(), re.findall(r"(?>a+)b|a++c", "aab aac"), re.findall("a{2,3}?", "aaaaa"))  # => ['b'] c ['aab', 'aac'] ['aa', 'aa']
print(re.compile("x" * 250, re.I | re.X), re.compile(b"a", re.L), re.compile("a") == re.compile("a"), error(re.compile, "(a"))  # => re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, re.IGNORECASE|re.VERBOSE) re.compile(b'a', re.LOCALE) True error: missing ), unterminated subpattern at position 0
scanner = re.compile("a(b)?").scanner("abaxa")
print(scanner.match(), scanner.match(), scanner.match(), scanner.search(), [m.span() for m in re.finditer("", "ab")])  # => <re.Match object; span=(0, 2), match='ab'> <re.Match object; span=(2, 3), match='a'> None None [(0, 0), (1, 1), (2, 2)]
buffer = bytearray(b"xaax")
found = re.finditer(b"a", buffer)
print(next(found).group(), error(buffer.extend, b"y"), len(list(found)), error(buffer.extend, b"y"), len(buffer))  # => b'a' BufferError: Existing exports of data: object cannot be re-sized 1 None 5
print(re.match("(?:a|b)*(c)?", "ab" * 50000).end(), re.escape("a.b*"), re.Match[str], error(type(m)))  # => 100000 a\.b\* re.Match[str] TypeError: cannot create 're.Match' instances
