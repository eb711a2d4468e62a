"""Operators and loops on built-in types: subclasses that redefine something are asked, patched special methods are seen, numbers change their kind."""


class Int(int):
    def __add__(self, o):
        return "Int+"

    def __radd__(self, o):
        return "+Int"

    def __eq__(self, o):
        return "Int=="

    def __lt__(self, o):
        return "Int<"

    def __index__(self):
        return 1

    def __bool__(self):
        return False

    __hash__ = int.__hash__


class Float(float):
    def __mul__(self, o):
        return "Float*"

    __rmul__ = __mul__


class Str(str):
    def __add__(self, o):
        return "Str+"

    def __eq__(self, o):
        return True

    def __len__(self):
        return 77

    def __getitem__(self, i):
        return "item"

    def __iter__(self):
        return iter("own")

    __hash__ = str.__hash__


class List(list):
    def __getitem__(self, i):
        return "item"

    def __setitem__(self, i, v):
        list.append(self, ("set", v))

    def __len__(self):
        return 77

    def __iter__(self):
        return iter("own")

    def __contains__(self, x):
        return "yes"

    def append(self, x):
        list.append(self, ("appended", x))


class Dict(dict):
    def __getitem__(self, k):
        return "item"

    def __missing__(self, k):
        return "missing"

    def __len__(self):
        return 77

    def __contains__(self, x):
        return False

    def get(self, k, d=None):
        return "got"


class Missing(dict):
    def __missing__(self, k):
        return "missing"


def add(a, b):
    return a + b


def arithmetic(a, b):
    return a + b, a * b, a == b, a < b


def loop(start, n):
    t = start
    for i in range(n):
        t = i + t
    return t


def truth(a):
    return "true" if a else "false"


def item(o, i):
    return o[i]


def items(o):
    return [o[i] for i in range(2)]


def indexed(o):
    for i in range(2):
        o[i] = o[i] if isinstance(o[i], str) else i + 5
    return list.__repr__(o)


def sized(o):
    return len(o)


def listed(o):
    return [x for x in o]


def contained(o, x):
    return x in o


def get(o, k):
    return o.get(k)


def append(o, x):
    o.append(x)
    return list.__repr__(o) if isinstance(o, list) else o


for _ in range(400):
    add(1, 2), add(1.5, 2), add("a", "b"), arithmetic(3, 4), arithmetic(1.5, 2), loop(1, 3), truth(3), item([1, 2], 1), item((1, 2), 0), item("ab", 1), item({1: 2}, 1), items([1, 2]), indexed([1, 2])
    sized([1]), sized("ab"), sized({}), listed([1, 2]), listed("ab"), contained([1], 1), contained({1: 1}, 1), get({}, 1), append([], 1)

i, f, s, l, d = Int(3), Float(2.0), Str("s"), List([1, 2]), Dict({1: 2})
print(add(i, 2), add(2, i), add(2.5, i), add(True, i), add(s, "b"), add("b", s))  # => Int+ +Int 5.5 4 Str+ bs
print(arithmetic(i, 4), arithmetic(4, i), arithmetic(f, 3), arithmetic(3, f), arithmetic(True, 2))  # => ('Int+', 12, 'Int==', 'Int<') ('+Int', 12, 'Int==', False) (5.0, 'Float*', False, True) (5.0, 'Float*', False, False) (3, 2, False, True)
print(loop(i, 1), loop(f, 2), loop(2 ** 62, 3), loop(2 ** 63 - 2, 3), loop(0.5, 3), loop(True, 3))  # => +Int 3.0 4611686018427387907 9223372036854775809 3.5 4
print(truth(i), truth(Int(0)), truth(f), truth(s), truth(List()), truth(Dict()))  # => false false true true true true
print(item(l, 0), item(s, 0), item(d, 5), item(Missing(), 5), item([1, 2, 3, 4], i), item((1, 2, 3, 4), i), item([1, 2], True), item("abcd", i))  # => item item item missing 4 4 2 d
print(items(List([1, 2])), items([1, 2]), items(Str("ab")), indexed(List([1, 2])), indexed([1, 2]))  # => ['item', 'item'] [1, 2] ['item', 'item'] [1, 2, ('set', 'item'), ('set', 'item')] [5, 6]
print(sized(l), sized(s), sized(d), listed(l), listed(s), contained(l, 9), contained(d, 1), get(d, 1), append(l, 3))  # => 77 77 77 ['o', 'w', 'n'] ['o', 'w', 'n'] True False got [1, 2, ('appended', 3)]
l[0] = 5
print(list.__repr__(l), [1, 2, 3, 4][i], {3: "three", 1: "one"}[i], "s" == s, s == "t", {"s": 1}.get(s))  # => [1, 2, ('appended', 3), ('set', 5)] 4 three True True 1
print(sum([1, 2, i]), sum([1, 2.5, f]), max(1, i), sorted([Int(2), Int(1)]) is None, "".join([s, "x"]), "%d %s" % (i, s), f"{i} {s}")  # => +Int 5.5 3 False sx 3 s 3 s

# large ints, and subclasses of int beside them
big = 2 ** 64
for _ in range(400):
    arithmetic(big, 3), big // 7, big % 7, big & 5, big >> 3, -big, big < big + 1
print(arithmetic(big, i), arithmetic(i, big), arithmetic(big, Float(1.0)), big // Int(7), big % Int(7), arithmetic(big, True))  # => ('+Int', 55340232221128654848, 'Int==', False) ('Int+', 55340232221128654848, 'Int==', 'Int<') (1.8446744073709552e+19, 'Float*', False, False) 2635249153387078802 2 (18446744073709551617, 18446744073709551616, False, False)
print(big + 1, big - 2, big * 3, big // 7, big % 7, big & (2**65 + 1), big | 1, big ^ 5, big >> 3, big << 2, 1 - big, -big // 3, -big % 3, big < 1, big == 2**64, 5 > -big)  # => 18446744073709551617 18446744073709551614 55340232221128654848 2635249153387078802 2 0 18446744073709551617 18446744073709551621 2305843009213693952 73786976294838206464 -18446744073709551615 -6148914691236517206 2 False True True
for op in (lambda: big // 0, lambda: big % 0, lambda: 5 // (big - big), lambda: big << -1, lambda: big >> -1, lambda: big + "x", lambda: big < None, lambda: big & 1.5):
    try:
        print(op())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
# => ZeroDivisionError: integer division or modulo by zero
# => ZeroDivisionError: integer modulo by zero
# => ZeroDivisionError: integer division or modulo by zero
# => ValueError: negative shift count
# => ValueError: negative shift count
# => TypeError: unsupported operand type(s) for +: 'int' and 'str'
# => TypeError: '<' not supported between instances of 'int' and 'NoneType'
# => TypeError: unsupported operand type(s) for &: 'int' and 'float'


# special methods that are patched, removed and set to None while a site knows them
class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, o):
        return "add"

    def __radd__(self, o):
        return "radd"

    def __eq__(self, o):
        return "eq"

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __contains__(self, x):
        return True

    def __call__(self):
        return "call"

    def __bool__(self):
        return True


class Sub(V):
    pass


def everything(o):
    out = []
    for site in (lambda: o + 1, lambda: 1 + o, lambda: o == 1, lambda: len(o), lambda: o[1], lambda: 5 in o, lambda: o(), lambda: truth(o), lambda: [x for x in o], lambda: -o):
        try:
            out.append(site())
        except TypeError as e:
            out.append(str(e))
    return out


v, w = V(1), Sub(2)
for _ in range(100):
    everything(v), everything(w)
print(everything(v) == everything(w), everything(w))  # => False ['add', 'radd', 'eq', 3, 10, True, 'call', 'true', [0, 10, 20], "bad operand type for unary -: 'Sub'"]
V.__add__ = lambda self, o: "patched"
Sub.__radd__ = lambda self, o: "of Sub"
V.__len__ = lambda self: 5
V.__neg__ = lambda self: "neg"
print(everything(v), everything(w), add(v, w), add(w, v))  # => ['patched', 'radd', 'eq', 5, 10, True, 'call', 'true', [0, 10, 20], 'neg'] ['patched', 'of Sub', 'eq', 5, 10, True, 'call', 'true', [0, 10, 20], 'neg'] of Sub patched
w.__add__ = w.__len__ = w.__call__ = lambda *a: "instance attributes do not count"
print(everything(w))  # => ['patched', 'of Sub', 'eq', 5, 10, True, 'call', 'true', [0, 10, 20], 'neg']
del V.__add__, V.__getitem__, V.__bool__, V.__eq__
V.__contains__ = None
V.__len__ = lambda self: 0
print(everything(v), everything(w))  # => ["unsupported operand type(s) for +: 'V' and 'int'", 'radd', False, 0, "'V' object is not subscriptable", "'V' object is not a container", 'call', 'false', "'V' object is not iterable", 'neg'] ["unsupported operand type(s) for +: 'Sub' and 'int'", 'of Sub', False, 0, "'Sub' object is not subscriptable", "'Sub' object is not a container", 'call', 'false', "'Sub' object is not iterable", 'neg']
V.__iter__ = lambda self: iter("it")
V.__call__ = 5
print(everything(v)[6:], everything(w)[8])  # => ["'int' object is not callable", 'false', ['i', 't'], 'neg'] ['i', 't']
w.__class__ = type("Other", (), {"__add__": lambda self, o: "other"})
print(everything(w)[:2])  # => ['other', "unsupported operand type(s) for +: 'int' and 'Other'"]


# lists, dicts and iterators that change in the loop which walks through them
def grow(o, change):
    out = []
    for x in o:
        out.append(x)
        if len(out) < 5:
            change(o)
    return out


print(grow([1], lambda o: o.append(len(o))), grow([1, 2, 3], lambda o: o.pop()), grow([1, 2], lambda o: o.clear()))  # => [1, 1, 2, 3, 4] [1, 2] [1]


def counted(n):
    seen = []
    for i in range(n):
        seen.append(i)
        i = i + 10
        n = 0
    return seen, i, n


print(counted(3))  # => ([0, 1, 2], 12, 0)
