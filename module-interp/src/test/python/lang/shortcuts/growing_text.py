"""A str that a loop appends to is kept in a buffer: nobody can tell."""
import sys


def append(n):
    s = ""
    for i in range(n):
        s += "ab"
    return s


print(len(append(1000)), append(3), append(0) == "")  # => 2000 ababab True


def seen_each_time(n):
    s = "x" * 300
    kept = []
    for i in range(n):
        s += chr(97 + i)
        kept.append(s)
        if i == 2:
            t = s
            s += s
            s = s + s[:2]
    return kept, t, s


kept, t, s = seen_each_time(4)
print([k[300:303] for k in kept], len(t), len(s), s[-3:], type(s) is str)  # => ['a', 'ab', 'abc', 'abc'] 303 609 xxd True


def other_values():
    s = "x" * 400
    found = []
    for v in ("y", 5, Text("z"), None, "é€", "\ud800", "w"):
        try:
            s += v
        except TypeError as e:
            found.append(str(e))
        found.append((len(s), s[-1:].encode("utf-8", "backslashreplace")))
    return found


class Text(str):
    def __radd__(self, other):
        return "radd" + other[-2:]


for f in other_values():
    print(f)
# => (401, b'y')
# => can only concatenate str (not "int") to str
# => (401, b'y')
# => (6, b'y')
# => can only concatenate str (not "NoneType") to str
# => (6, b'y')
# => (8, b'\xe2\x82\xac')
# => (9, b'\\ud800')
# => (10, b'w')


class Log(list):
    def __iadd__(self, other):
        self.append(other)
        return self


def a_list(s):
    s += "a"
    for i in range(2):
        s += "bc"
    return s


print(a_list(Log()), a_list([]), len(a_list("-" * 300)))  # => ['a', 'bc', 'bc'] ['a', 'b', 'c', 'b', 'c'] 305


def unbound():
    for i in range(2):
        s += "a"
    s = ""


try:
    unbound()
except UnboundLocalError as e:
    print(e)  # => cannot access local variable 's' where it is not associated with a value


def in_traceback():
    s = "t" * 300
    for i in range(3):
        s += "u"
    raise ValueError(len(s))


try:
    in_traceback()
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    value = frame.f_locals["s"]
    print(e, type(value).__name__, len(value))  # => 303 str 303


def shown():
    s = "v" * 300
    for i in range(3):
        s += "w"
    return len(locals()["s"]), len(sys._getframe().f_locals["s"]), [len(s) for _ in range(2)], (lambda: s)()[-2:]


print(shown())  # => (303, 303, [303, 303], 'ww')


def both_sides():
    s = "1" * 300
    for i in range(2):
        s += s
    for i in range(2):
        s = s + s
    a, b = "x", s
    for i in range(2):
        b += a
    return len(s), len(b), b is s


print(both_sides())  # => (4800, 4802, False)


def matched(words):
    line = ""
    lines = []
    for w in words:
        if len(line) + len(w) > 600:
            lines.append(line)
            line = w
        else:
            line += w
    return [len(x) for x in lines], len(line)


print(matched(["word" * 20] * 20))  # => ([560, 560], 480)
