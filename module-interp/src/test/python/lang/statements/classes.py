# Class creation, descriptors, inheritance, metaclasses, slots.
class A:
    x = 1
    def __init__(self, y):
        self.y = y
    def m(self):
        return "A.m", self.y
    @classmethod
    def c(cls):
        return cls.__name__
    @staticmethod
    def s(v):
        return v
    @property
    def p(self):
        return self.y * 10
    @p.setter
    def p(self, v):
        self.y = v
class B(A):
    def m(self):
        return ("B.m",) + super().m()
b = B(3)
print(b.m(), b.c(), B.s(5), b.p)  # => ('B.m', 'A.m', 3) B 5 30
b.p = 9
print(b.y, vars(b), isinstance(b, A), issubclass(A, B))  # => 9 {'y': 9} True False
class L(A): pass
class R(A): pass
class D(L, R): pass
print([k.__name__ for k in D.__mro__])  # => ['D', 'L', 'R', 'A', 'object']
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns["kw"] = kw
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        return ("called", super().__call__(*a))
class M(metaclass=Meta, k=1):
    def __init__(self, v):
        self.v = v
print(M.kw, type(M).__name__, M(2)[0], M(2)[1].v)  # => {'k': 1} Meta called 2
class S:
    __slots__ = ("a", "b")
s = S()
s.a = 1
try:
    s.c = 2
except AttributeError as e:
    print(e)  # => 'S' object has no attribute 'c'
try:
    s.b
except AttributeError as e:
    print(e)  # => 'S' object has no attribute 'b'
class I(int):
    def __add__(self, o):
        return "I+" + repr(o)
    def __radd__(self, o):
        return repr(o) + "+I"
print(I(1) + 2, 2 + I(1), I(5) * 2, I(7))  # => I+2 2+I 10 7
class G:
    def __getattr__(self, n):
        return "got " + n
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i
    def __len__(self):
        return 3
    def __contains__(self, v):
        return v == "yes"
    def __call__(self, *a, **k):
        return a, k
    def __eq__(self, o):
        return True
    def __bool__(self):
        return False
g = G()
print(g.anything, list(g), len(g), "yes" in g, g(1, z=2), g == 5, bool(g), g != 5)  # => got anything [0, 1, 4] 3 True ((1,), {'z': 2}) True False False
try:
    hash(g)
except TypeError as e:
    print(e)  # => unhashable type: 'G'
class N:
    def __set_name__(self, owner, name):
        self.name = owner.__name__ + "." + name
    def __get__(self, o, t):
        return self.name
class O:
    d = N()
    def __init_subclass__(cls, /, tag=None):
        cls.tag = tag
class P(O, tag="t"): pass
print(O.d, O().d, P.tag)  # => O.d O.d t
try:
    class X(A, object, A): pass
except TypeError as e:
    print(e)  # => duplicate base class A
T = type("T", (A,), {"z": 3})
print(T(1).z, T.__module__, T.__qualname__)  # => 3 __main__ T
