def outer(a, b=2, *args, c, d=4, **kw):
    def inner():
        nonlocal a
        a += 1
        return a, b, args, c, d, kw
    return inner


f = outer(1, c=3, z=9)
print(f(), f())
for call in [lambda: outer(1), lambda: outer(), lambda: outer(1, c=2, a=3)]:
    try:
        call()
    except TypeError as e:
        print(e)


def two(a, b=5):
    return (a, b)


print(two(1), two(1, 2), two(b=1, a=2), two(*[1, 2]), two(**{"a": 3}))
for args in ((), (1, 2, 3)):
    try:
        two(*args)
    except TypeError as e:
        print(e)
for kw in [{"c": 1}, {"a": 1}]:
    try:
        two(1, **kw)
    except TypeError as e:
        print(e)


def posonly(a, b=1, /, c=2, *, k=3):
    return a, b, c, k


print(posonly(1), posonly(1, 2, 3, k=4), posonly(1, c=5))
for call in [lambda: posonly(a=1), lambda: posonly(1, 2, 3, 4), lambda: posonly(1, 2, 3, 4, k=5), lambda: posonly()]:
    try:
        call()
    except TypeError as e:
        print(e)


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r=18):
    def inner():
        return a + r
    return inner() + q


print(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17))
print((lambda *a, **k: (a, k))(1, 2, x=3))
fs = [lambda: i for i in [1, 2, 3]]
print([f() for f in fs])
print([x * y for x in [1, 2, 3] if x != 2 for y in [10, 20]], {k: v for k, v in [(1, 2), (3, 4)]})
a, (b, *c), d = 1, [2, 3, 4], 5
print(a, b, c, d)
print(1 < 2 < 3, 1 < 3 < 2, 1 if 0 else 2, not 3, 1 and 0 or "x")


def glob():
    global zz
    zz = 5


glob()
print(zz)
try:
    print(undefined)
except NameError as e:
    print(e)
print(f"{a:>5}|{'x'!r}|{3.5}|{a=}")


def live(p):
    q = p * 2
    return locals()


print(live(4))
x = [1, 2, 3]
x[1] += 5
x[0], x[2] = x[2], x[0]
print(x, x[1:], x[:-1])


class A:
    """doc"""
    x = 1

    def __init__(self, v):
        self.v = v

    def get(self):
        return self.v + self.x

    def __repr__(self):
        return f"A({self.v!r})"


class B(A):
    def get(self):
        return A.get(self) + 100, __class__


print(A(1).get(), B(2).get(), A(3), A.__doc__, B.__name__, B.__qualname__)
o = A(1)
o.v += 10
o.n = {}
o.n["k"] = 2
print(o.v, o.n)
del o.v
try:
    o.v
except AttributeError as e:
    print(e)


class C:
    y = 5
    z = [i for i in [y]]

    def __private(self):
        return 1

    def meth(self):
        return self.__private(), __class__


print(C.z, C().meth(), C._C__private(0))


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return [n for _ in [1]], (lambda: n)()
    return step


s = counter()
s()
print(s())
print((y := 5) + y, y)
