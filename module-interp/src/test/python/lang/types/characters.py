# Characters of all planes: one-character strings, lone surrogates, joins and splits that mix widths.
text = "a\u00e9\u2603\ud800\U0001F600z"
print(len(text), [ascii(c) for c in text], [ord(c) for c in text] == [ord(text[i]) for i in range(-6, 0)], "".join(text) == text)  # => 6 ["'a'", "'\\xe9'", "'\\u2603'", "'\\ud800'", "'\\U0001f600'", "'z'"] True True
print(ascii(text[2:5]), ascii(text[::-1]), ascii(text[1::2]), text.find("\U0001F600"), text.index("z"), "\ud800" in text, ascii(text.replace("\ud800", "-")), text.count(""))  # => '\u2603\ud800\U0001f600' 'z\U0001f600\ud800\u2603\xe9a' '\xe9\ud800z' 4 5 True 'a\xe9\u2603-\U0001f600z' 7
pair = "\ud83d\ude00"
print(len(pair), pair == "\U0001F600", len("\U0001F600"), [hex(ord(c)) for c in pair], pair in {"\U0001F600": 1}, "x" + pair + "\U0001F600" == "x\ud83d\ude00\U0001F600", len("".join(["\ud83d", "\ude00"])))  # => 2 False 1 ['0xd83d', '0xde00'] False True 2
print([chr(i) is chr(i) for i in (0, 65, 255)], [chr(i) for i in (97, 233, 256)], chr(255) == "\xff", [c for c in "\x00\xff"] == ["\x00", "\xff"])  # => [True, True, True] ['a', 'é', 'Ā'] True True
print(",".join([]), ",".join(["x"]), "".join(["a", "\U0001F600", "b"]) == "a\U0001F600b", "\U0001F600".join(["a", "b", "c"]).count("\U0001F600"), "-".join("abc"), "".join(str(i) for i in range(12)))  # =>  x True 2 a-b-c 01234567891011
print(" a\u2003b\x1cc\xa0d \n".split(), "a\U0001F600b\U0001F600".split("\U0001F600"), "a,,b,".split(","), "a\r\nb\x85c\u2028d\x0be".splitlines(), "x".split("x"), "  ".split())  # => ['a', 'b', 'c', 'd'] ['a', 'b', ''] ['a', '', 'b', ''] ['a', 'b', 'c', 'd', 'e'] ['', ''] []


class Sub(str):
    pass


def message(action):
    try:
        return action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


one = Sub("q")
print(type("".join([one])) is Sub, type("".join([one, ""])) is str, "".join([one, "r"]), type(Sub("abc")[0]) is str, type("".join(["q"])) is str, message(lambda: ",".join(["a", 1])), message(lambda: ",".join(5)))  # => False True qr True True TypeError: sequence item 1: expected str instance, int found TypeError: can only join an iterable
print(sorted(["\uffff", "\U00010000", "\ud800", "a"]) == ["a", "\ud800", "\uffff", "\U00010000"], "\uffff" < "\U00010000", max("a\U0001F600\uffff") == "\U0001F600", "\U0001F600" > "\ue000")  # => True True True True
