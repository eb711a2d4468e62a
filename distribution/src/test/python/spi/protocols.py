# Every protocol of types, by types that an extension declares.
import asyncio
import copy
import inspect
import pickle
import weakref

import _testspi
from _testspi import Asynchronous, Attribute, CountDown, Items, Numeric, Point, Record, Table


def tell(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


# --- numbers: plain, reflected, in place
n = Numeric(7)
print(n + 1, n - 1, n * 2, n @ 2, n / 2, n // 2, n % 2, divmod(n, 2), sep=", ")  # => ADD 7 1, SUB 7 1, MUL 7 2, MATMUL 7 2, TRUEDIV 7 2, FLOORDIV 7 2, MOD 7 2, DIVMOD 7 2
print(1 + n, 1 - n, 2 * n, 2 @ n, 2 / n, 2 // n, 2 % n, divmod(2, n), sep=", ")  # => RADD 7 1, RSUB 7 1, RMUL 7 2, RMATMUL 7 2, RTRUEDIV 7 2, RFLOORDIV 7 2, RMOD 7 2, RDIVMOD 7 2
print(n << 1, n >> 1, n & 1, n ^ 1, n | 1, 1 << n, 1 >> n, 1 & n, 1 ^ n, 1 | n, sep=", ")  # => LSHIFT 7 1, RSHIFT 7 1, AND 7 1, XOR 7 1, OR 7 1, RLSHIFT 7 1, RRSHIFT 7 1, RAND 7 1, RXOR 7 1, ROR 7 1
print(n**2, pow(n, 2, 5), 2**n, sep=", ")  # => POW 2 None, POW 2 5, RPOW 2 None
print(-n, +n, ~n, abs(n), int(n), float(n), complex(n), bool(n), bool(Numeric()), round(n), round(n, 2))  # => NEG 7 POS 7 INVERT 7 ABS 7 7 7.0 (7+1j) True False None 2
tell(lambda: n + "1")  # => TypeError unsupported operand type(s) for +: '_testspi.Numeric' and 'str'
tell(lambda: "1" + n)  # => TypeError can only concatenate str (not "_testspi.Numeric") to str
seen = []
for operation in "+ - * @ / // % ** << >> & ^ |".split():
    scope = {"m": n}
    exec(f"m {operation}= 3", scope)
    seen.append(scope["m"].last() if scope["m"] is n else "another object")
print(seen)  # => ['IADD 3', 'ISUB 3', 'IMUL 3', 'IMATMUL 3', 'ITRUEDIV 3', 'IFLOORDIV 3', 'IMOD 3', 'IPOW 3', 'ILSHIFT 3', 'IRSHIFT 3', 'IAND 3', 'IXOR 3', 'IOR 3']
print(list(range(10))[n], "abcdefghij"[n], [0, 1, 2][: Numeric(2)], hex(n))  # => 7 h [0, 1] 0x7

# --- sequences
s = Items(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], s[::-2], 2 in s, 9 in s, list(s), list(reversed(s)), s + Items(4), s * 2, 2 * s)  # => 3 1 3 Items(2, 3) Items(3, 1) True False [1, 2, 3] [3, 2, 1] Items(1, 2, 3, 4) Items(1, 2, 3, 1, 2, 3) Items(1, 2, 3, 1, 2, 3)
s += [4, 5]
s *= 2
s[0] = "first"
del s[1]
print(s, *s)  # => Items('first', 3, 4, 5, 1, 2, 3, 4, 5) first 3 4 5 1 2 3 4 5
tell(lambda: s[99])  # => IndexError Items index out of range
tell(lambda: s + [1])  # => TypeError can only concatenate Items (not "list") to Items
tell(lambda: s["x"])  # => TypeError 'str' object cannot be interpreted as an integer
s[0] = s
print(s)  # => Items(Items(...), 3, 4, 5, 1, 2, 3, 4, 5)
match Items(1, 2, 3):
    case [first, *rest]:
        print(first, rest)  # => 1 [2, 3]

# --- mappings
t = Table(a=1, b=2)
t["c"] = 3
del t["a"]
print(len(t), t["b"], "b" in t, "a" in t, list(t), dict(t), dict(**t), t.get("z"), t.get("z", 0))  # => 2 2 True False ['b', 'c'] {'b': 2, 'c': 3} {'b': 2, 'c': 3} None 0
tell(lambda: t["nothing"])  # => KeyError 'nothing'
match t:
    case {"b": b}:
        print(b)  # => 2

# --- iterators
i = CountDown(3)
print(iter(i) is i, next(i), i.__length_hint__(), list(i), next(i, "end"))  # => True 3 2 [2, 1] end
tell(next, i)  # => StopIteration 
print(sum(CountDown(4)), max(CountDown(4)), [*zip(CountDown(2), CountDown(9))])  # => 10 4 [(2, 9), (1, 8)]


# --- asynchronous
async def give(value):
    await asyncio.sleep(0)
    return value


async def main():
    got = [await Asynchronous(give)]
    async for item in Asynchronous(give):
        got.append(item)
    async with Asynchronous(give) as entered:
        got.append(entered)
        raise KeyError("swallowed by __aexit__")
    return got


print(asyncio.run(main()) or "the body was left")  # => [3, 3, 2, 1, 'entered']


# --- descriptors
class Owner:
    shown = Attribute()


print(Owner.shown is Owner.__dict__["shown"], Owner().shown)  # => True got shown
Owner().shown = 5
del Owner().shown
print(Owner.__dict__["shown"].log(), inspect.isdatadescriptor(Owner.__dict__["shown"]))  # => set shown 5; deleted shown True

# --- computed attributes
r = Record()
r.plain = 1
print(r.plain, r.computed_x, r.__dict__)  # => 1 x {'plain': 1}
del r.plain
print(r.__dict__)  # => {'deleted': 'plain'}
tell(lambda: r.missing)  # => AttributeError '_testspi.Record' object has no attribute 'missing'
tell(setattr, r, "computed_x", 1)  # => AttributeError computed attributes can't be set

# --- a class of values
p = Point(1, y=2)
print(p, repr(p), f"{p:-}", p.x, p.y, hash(p), Point.DIMENSIONS, Point.__doc__, Point.x.__doc__)  # => 1/2 Point(1, 2) 1-2 1 2 33 2 A point with whole coordinates. The first coordinate.
p.x = 5
tell(delattr, p, "x")  # => TypeError cannot delete x
tell(setattr, p, "x", "text")  # => TypeError 'str' object cannot be interpreted as an integer
tell(setattr, p, "y", 1)  # => AttributeError readonly attribute
tell(setattr, p, "z", 1)  # => AttributeError '_testspi.Point' object has no attribute 'z'
tell(setattr, Point, "z", 1)  # => TypeError cannot set 'z' attribute of immutable type '_testspi.Point'
print(p == Point(5, 2), p != Point(5, 2), p < Point(6, 0), p >= Point(6, 0), p == 1, {p: 1}[Point(5, 2)])  # => True False True False False 1
tell(lambda: p < 1)  # => TypeError '<' not supported between instances of '_testspi.Point' and 'int'
print(p(1), p(1, dy=2, scale=10), callable(p), weakref.ref(p)() is p)  # => 6/2 15/22 True True
tell(p)  # => TypeError Point() missing required argument 'dx' (pos 1)
tell(p, 1, 2, 3)  # => TypeError Point() takes at most 2 positional arguments (3 given)
tell(p, 1, up=3)  # => TypeError 'up' is an invalid keyword argument for Point()
with Point(1, 1) as entered:
    print(entered)  # => 1/1
    raise KeyError("swallowed by __exit__")
print(copy.copy(p), copy.deepcopy(p), pickle.loads(pickle.dumps(p)), pickle.loads(pickle.dumps(p, 0)))  # => 5/2 5/2 5/2 5/2
print(Point[int], Point.of((3, 4)), Point.cross(3, 4), p.of([1, 1]), p.cross(2, 2))  # => _testspi.Point[int] 3/4 12 1/1 4
tell(Point, 1, 2, 3)  # => TypeError Point() takes at most 2 arguments (3 given)
tell(Point, z=1)  # => TypeError 'z' is an invalid keyword argument for Point()
tell(Point, "x")  # => TypeError 'str' object cannot be interpreted as an integer
tell(Point.defined_in)  # => TypeError unbound method _testspi.Point.defined_in() needs an argument
tell(Point.defined_in, 1)  # => TypeError descriptor 'defined_in' for '_testspi.Point' objects doesn't apply to a 'int' object
tell(Point.of)  # => TypeError of() missing required argument 'pair' (pos 1)
print(type(Point.x).__name__, type(Point.y).__name__, type(Point.of).__name__, type(Point.defined_in).__name__)  # => getset_descriptor member_descriptor builtin_function_or_method method_descriptor
print(inspect.signature(Point), inspect.signature(Point.__call__), inspect.signature(Point.of), inspect.signature(Point.cross))  # => (x=0, y=0) (self, /, *args, **kwargs) (pair) (a, b, /)


# --- subclassing by Python
class Named(Point):
    name = "n"

    def __new__(cls, *args, name="none"):
        made = super().__new__(cls, *args)
        made.name = name
        return made

    def __eq__(self, other):
        return super().__eq__(other) and self.name == other.name

    __hash__ = Point.__hash__

    def __call__(self, *args):
        return super().__call__(*args), self.name


q = Named(1, 2, name="q")
print(q, q.name, q == Named(1, 2, name="q"), q == Named(1, 2), hash(q) == hash(Point(1, 2)), q(1), q.__dict__)  # => 1/2 q True False True (Point(2, 2), 'q') {'name': 'q'}
print(q.defined_in() is Point, Named.of((7, 8)), pickle.loads(pickle.dumps(q)), isinstance(q, Point), Named.__mro__[1] is Point)  # => True 7/8 1/2 True True
tell(lambda: type("Sub", (Numeric,), {}))  # => TypeError type '_testspi.Numeric' is not an acceptable base type
tell(lambda: Point.__new__(int))  # => TypeError _testspi.Point.__new__(int): int is not a subtype of _testspi.Point
tell(lambda: object.__new__(Point))  # => TypeError object.__new__(_testspi.Point) is not safe, use _testspi.Point.__new__()
tell(type(Items()).__new__, Point)  # => TypeError _testspi.Items.__new__(_testspi.Point): _testspi.Point is not a subtype of _testspi.Items

# --- subclasses of built-in types
d = _testspi.Dict(a=1)
d.note = "of d"
print(d, d["z"], d.note, isinstance(d, dict), {**d}, type(d).__mro__[1], len(d), _testspi.Dict().note)  # => {'a': 1} ('missing', 'z') of d True {'a': 1} <class 'dict'> 1 None
x = _testspi.List([3, 1, 2])
x.sort()
x.note = "sorted"
print(x, x.last(), x.note, x + [4], isinstance(x, list))  # => [1, 2, 3] 3 sorted [1, 2, 3, 4] True
print(_testspi.Tuple(1, 2, 3), _testspi.Tuple(1)[0], isinstance(_testspi.Tuple(), tuple), hash(_testspi.Tuple(1)) == hash((1,)))  # => (1, 2, 3) 1 True True
k = _testspi.Int(20)
k.note = "twenty"
print(k, k + 1, k.doubled(), k.note, type(k + 0).__name__, range(30)[k], _testspi.Int("ff", 16))  # => 20 21 40 twenty int 20 255
print(_testspi.Str("abc").shout(), _testspi.Str("abc") == "abc", "-".join([_testspi.Str("a"), "b"]))  # => ABC! True a-b


class MyList(_testspi.List):
    pass


m = MyList("ab")
m.note, m.other = "noted", "also"
print(m, m.note, m.other, m.last())  # => ['a', 'b'] noted also b

try:
    e = _testspi.Error("wrong", 5)
    e.note = "payload"
    raise e
except ValueError as caught:
    print(repr(caught), caught.args, caught.note, isinstance(caught, _testspi.Error))  # => Error('wrong', 5) ('wrong', 5) payload True

# --- identity of types, names
print(Point.__module__, Point.__qualname__, Point, _testspi.own_type() is Point)  # => _testspi Point <class '_testspi.Point'> True
