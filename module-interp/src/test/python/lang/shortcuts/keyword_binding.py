"""Calls with keywords and stars, bound by what earlier calls have learnt: errors, defaults, replaced code, classes; names made at run time."""
def f(a, b=2, *c, d, e=5, **k):
    return a, b, c, d, e, k
def g(a, /, b, *, c=3):
    return a, b, c
def call(n, fn, *a, **k):
    r = None
    for _ in range(n):
        try:
            r = fn(*a, **k)
        except TypeError as e:
            r = str(e)
    return r
def sites(n):
    out = []
    for _ in range(n):
        out = [f(1, d=4), f(b=1, a=2, d=3), f(1, 2, 3, e=4, d=5, z=6, y=7), g(1, b=2), g(1, c=4, b=5)]
    return out
for r in sites(3): print(r)
# => (1, 2, (), 4, 5, {})
# => (2, 1, (), 3, 5, {})
# => (1, 2, (3,), 5, 4, {'z': 6, 'y': 7})
# => (1, 2, 3)
# => (1, 5, 4)
for text in ('f(1, 2)', 'f(d=1)', 'f(1, a=2, d=3)', 'g(a=1, b=2)', 'g(1)', 'g(1, 2, 3)', 'g(1, b=2, b2=3)', 'g(1, 2, b=3)', 'g(1, c=2)'):
    got = set()
    for _ in range(3):
        try: got.add(repr(eval(text)))
        except TypeError as e: got.add(str(e))
    print(text, got)
    # => f(1, 2) {"f() missing 1 required keyword-only argument: 'd'"}
    # => f(d=1) {"f() missing 1 required positional argument: 'a'"}
    # => f(1, a=2, d=3) {"f() got multiple values for argument 'a'"}
    # => g(a=1, b=2) {"g() got some positional-only arguments passed as keyword arguments: 'a'"}
    # => g(1) {"g() missing 1 required positional argument: 'b'"}
    # => g(1, 2, 3) {'g() takes 2 positional arguments but 3 were given'}
    # => g(1, b=2, b2=3) {"g() got an unexpected keyword argument 'b2'"}
    # => g(1, 2, b=3) {"g() got multiple values for argument 'b'"}
    # => g(1, c=2) {"g() missing 1 required positional argument: 'b'"}
print(call(3, f, 1, d=2, q=3), call(3, g, 1, **{'b': 2, 'c': 9}), call(3, g, 1, b=1, **{'c': 9}), call(3, g))
# => (1, 2, (), 2, 5, {'q': 3}) (1, 2, 9) (1, 1, 9) g() missing 2 required positional arguments: 'a' and 'b'
# defaults and code belong to the function, the way arguments go to the code
def h(x, y=1, *, z=2): return x, y, z
def twice(): return [h(x=1), h(1, z=5), h(z=1, x=2)]
print(twice(), twice())  # => [(1, 1, 2), (1, 1, 5), (2, 1, 1)] [(1, 1, 2), (1, 1, 5), (2, 1, 1)]
h.__defaults__ = (10,); h.__kwdefaults__ = {'z': 20}
print(twice())  # => [(1, 10, 20), (1, 10, 5), (2, 10, 1)]
h.__kwdefaults__ = None
try: twice()
except TypeError as e: print(e)  # => h() missing 1 required keyword-only argument: 'z'
h.__defaults__ = None
try: twice()
except TypeError as e: print(e)  # => h() missing 1 required positional argument: 'y'
h.__kwdefaults__ = {'z': 1}; h.__defaults__ = (7, 8)
print(twice())  # => [(1, 8, 1), (1, 8, 5), (2, 8, 1)]
h.__code__ = (lambda y, z, *, x=0, **w: (x, y, z, w)).__code__
h.__defaults__ = (5, 6); h.__kwdefaults__ = {'x': 9}
print(twice())  # => [(1, 5, 6, {}), (9, 1, 5, {}), (2, 5, 1, {})]
# what the callee does with its tuple and dict is its own
def keep(*a, **k):
    k['new'] = 1
    return a, k
kept = {'p': 1}
print([keep(*(1, 2), **kept) for _ in range(2)], kept)
# => [((1, 2), {'p': 1, 'new': 1}), ((1, 2), {'p': 1, 'new': 1})] {'p': 1}
print(keep(), keep()[1] is keep()[1])  # => ((), {'new': 1}) False
# order of evaluation
log = []
def note(x): log.append(x); return x
def many(*a, **k): return len(a) + len(k)
for _ in range(2): many(note(1), *[note(2)], k=note(3), **{'z': note(4)})
print(log)  # => [1, 2, 3, 4, 1, 2, 3, 4]
# classes: __init__ with keywords and many arguments, __new__, metaclasses, patched between calls
class P:
    def __init__(self, a, b, c, d, e=5, *, f=6): self.v = (a, b, c, d, e, f)
def points(): return [P(1, 2, 3, 4).v, P(1, 2, 3, 4, 7, f=8).v, P(a=1, b=2, c=3, d=4).v]
print(points(), points())
# => [(1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 7, 8), (1, 2, 3, 4, 5, 6)] [(1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 7, 8), (1, 2, 3, 4, 5, 6)]
P.__init__ = lambda self, *a, **k: setattr(self, 'v', (len(a), sorted(k)))
print(points())  # => [(4, []), (5, ['f']), (0, ['a', 'b', 'c', 'd'])]
P.__new__ = lambda cls, *a, **k: type('Q', (), {'v': 'new'})()
print(points())  # => ['new', 'new', 'new']
class I:
    def __init__(self, **k): return k.get('r')
for r in None, 1:
    try: print(type(I(r=r)).__name__)  # => I
    except TypeError as e: print(e)  # => __init__() should return None, not 'int'
try: I(1, 2, 3, 4, 5)
except TypeError as e: print(e)  # => I.__init__() takes 1 positional argument but 6 were given
# names given at run time
class N(str): pass
def names(**k): return sorted(k)
for key in ('a', N('b'), 'é', '\U0001f600'):
    print(names(**{key: 1}))
    # => ['a']
    # => ['b']
    # => ['é']
    # => ['😀']
try: names(**{1: 2})
except TypeError as e: print(e)  # => keywords must be strings
# getattr and the like with names made at run time
class O: pass
o = O(); part = 'na'
for _ in range(3):
    setattr(o, part + 'me', 1); print(getattr(o, part + 'me'), hasattr(o, 'nam' + 'f'[1:] + 'e'), getattr(o, 'no' + part, None), end=' ')
    delattr(o, part + 'me'); print(hasattr(o, part + 'me'))
    # => 1 True None False
    # => 1 True None False
    # => 1 True None False
# class attributes through a metaclass that changes
class M(type):
    pass
class C(metaclass=M):
    x = 1
    def f(self): return 'f'
def read(n): return [(C.x, C.f(None)) for _ in range(n)][-1]
print(read(3)); C.x = 2; print(read(3))
# => (1, 'f')
# => (2, 'f')
M.x = property(lambda cls: 'meta'); print(read(3)); del M.x; print(read(3))
# => ('meta', 'f')
# => (2, 'f')
M.__getattribute__ = lambda cls, n: (lambda *a: n) if n == 'f' else n; print(read(2))  # => ('x', 'f')
del M.__getattribute__; print(read(2))  # => (2, 'f')
class D:
    def __get__(self, o, t): return 'got', o is None
class E(metaclass=M):
    d = D(); c = classmethod(lambda cls: cls.__name__); s = 5
e = E()
print([(x.d, x.s, x.c()) for x in (e, E, e, E)])
# => [(('got', False), 5, 'E'), (('got', True), 5, 'E'), (('got', False), 5, 'E'), (('got', True), 5, 'E')]
d = {}
for x in d: d[1] = 1
it = iter(d); d['x'] = 1
try: next(it)
except RuntimeError as e: print(e)  # => dictionary changed size during iteration
d.clear(); d['y'] = 2; d.pop('y'); print(d, len(d), {**d, 'q': 1}, d.copy())  # => {} 0 {'q': 1} {}
