# str and bytes.
s = "Hello, Wörld"
print(s.upper(), s.lower(), s.swapcase(), s.title(), len(s), s[0], s[-1], s[::2], s[1:4])  # => HELLO, WÖRLD hello, wörld hELLO, wÖRLD Hello, Wörld 12 H d Hlo öl ell
print(s.split(", "), "a b  c".split(), "a,b,c".rsplit(",", 1), " x ".strip(), "abc".replace("b", "--"))  # => ['Hello', 'Wörld'] ['a', 'b', 'c'] ['a,b', 'c'] x a--c
print("-".join(["a", "b"]), "abc".find("c"), "abc".index("b"), "aXbX".count("X"), "abc".startswith(("x", "a")))  # => a-b 2 1 2 True
print("%s %r %5d %-5d| %05.1f %x %%" % ("s", "r", 42, 42, 3.14159, 255), "%(k)s" % {"k": 1})  # => s 'r'    42 42   | 003.1 ff % 1
print("{0} {1!r} {name:>5}".format("a", "b", name="n"))  # => a 'b'     n
print("😀".encode(), len("😀"), ord("😀"), chr(128512) == "😀", "a😀b"[1])  # => b'\xf0\x9f\x98\x80' 1 128512 True 😀
print("abc" < "abd", "a" * 3, "b" in "abc", "abc".center(9, "*"), "42".zfill(5), "a\tb".expandtabs(4))  # => True aaa True ***abc*** 00042 a   b
print(repr("it's"), repr('"q"'), repr("\n\x00é\u200b"), ascii("é"))  # => "it's" '"q"' '\n\x00é\u200b' '\xe9'
print("abc".translate(str.maketrans("ab", "xy")), "ß".upper(), "İ".lower() == "i̇", "ǅ".istitle(), "١".isdigit())  # => xyc SS True True True
print(b"abc" + b"\x00\xff", b"abc"[1], b"abc"[0:2], b"a,b".split(b","), bytes([65, 66]), b"\x01".hex(), bytes.fromhex("0aff"))  # => b'abc\x00\xff' 98 b'ab' [b'a', b'b'] b'AB' 01 b'\n\xff'
print("é".encode("latin-1"), b"caf\xc3\xa9".decode(), "x".isidentifier(), "a1".isalnum(), "".join(reversed("abc")))  # => b'\xe9' café True True cba
try:
    "a" + 1
except TypeError as e:
    print(e)  # => can only concatenate str (not "int") to str
try:
    "abc"[10]
except IndexError as e:
    print(e)  # => string index out of range
