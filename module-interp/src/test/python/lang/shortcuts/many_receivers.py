"""Sites that see more classes than they keep: instances with and without dicts, classes, built-in types, modules, all patched between calls."""
class Base:
    tag = 'base'
    def __init__(self, x): self.x = x
    def f(self): return self.x
    @staticmethod
    def st(v): return v
    @classmethod
    def cl(cls, v): return cls.__name__ + str(v)
    @property
    def p(self): return self.x * 2
kinds = [type('K%d' % i, (Base,), {}) for i in range(9)]
class S:
    __slots__ = ('x',)
    tag = 's'
    def f(self): return 'S'
    st = lambda self, v: -v
    def cl(self, v): return 'S%d' % v
    p = 5
class G:
    def __getattr__(self, n): return n
    tag = 'g'
class D(dict):
    tag = 'd'
    def f(self): return len(self)
    def st(self, v): return 'D'
    def cl(self, v): return 'cD'
    p = 0
def probe(objs):
    out = []
    for o in objs:
        o.x = 7
        r = [o.x, o.tag, o.p]
        if not isinstance(o, G): r += [o.f(), o.st(3), o.cl(4)]
        out.append(r)
    return out
def names(classes):
    return [c.tag for c in classes]
objs = [k(i) for i, k in enumerate(kinds)] + [S(), G(), D()]
objs[3].__dict__['x'] = 9
for _ in range(3): probe(objs); names(kinds + [S, G, D])
print(probe(objs) == probe(objs), probe(objs)[0], probe(objs)[3], probe(objs)[-3:])
# => True [7, 'base', 14, 7, 3, 'K04'] [7, 'base', 14, 7, 3, 'K34'] [[7, 's', 5, 'S', -3, 'S4'], [7, 'g', 'p'], [7, 'd', 0, 0, 'D', 'cD']]
kinds[2].tag = 'two'
kinds[4].f = lambda self: 'patched'
kinds[5].p = property(lambda self: 'prop')
objs[6].f = lambda: 'own'
objs[3].__dict__['tag'] = 'in dict'
for i in 2, 4, 5, 6, 3: print(i, probe(objs)[i])
# => 2 [7, 'two', 14, 7, 3, 'K24']
# => 4 [7, 'base', 14, 'patched', 3, 'K44']
# => 5 [7, 'base', 'prop', 7, 3, 'K54']
# => 6 [7, 'base', 14, 'own', 3, 'K64']
# => 3 [7, 'in dict', 14, 7, 3, 'K34']
print(names(kinds + [S, G, D]))
# => ['base', 'base', 'two', 'base', 'base', 'base', 'base', 'base', 'base', 's', 'g', 'd']
Base.tag = 'changed'; Base.f = lambda self: 'all'
print([r[1] for r in probe(objs)], [r[3] for r in probe(objs) if len(r) > 3], names(kinds))
# => ['changed', 'changed', 'two', 'in dict', 'changed', 'changed', 'changed', 'changed', 'changed', 's', 'g', 'd'] ['all', 'all', 'all', 'all', 'patched', 'all', 'own', 'all', 'all', 'S', 0] ['changed', 'changed', 'two', 'changed', 'changed', 'changed', 'changed', 'changed', 'changed']
del kinds[4].f
objs[7].__class__ = kinds[2]
print(probe(objs)[4][3], probe(objs)[7])  # => all [7, 'two', 14, 'all', 3, 'K24']
del objs[8].x
try:
    [o.x for o in objs]
except AttributeError as e: print(e)  # => 'K8' object has no attribute 'x'
def calls(l):
    out = []
    for o in l: out.append(o.count(1))
    return out
class L(list): pass
class T(tuple):
    def count(self, x): return 'T'
l = L([1, 1]); print(calls([[1], (1,), range(3), b'\x01', bytearray(b'\x01'), l, T(), [1, 1]]))
# => [1, 1, 1, 1, 1, 2, 'T', 2]
l.count = lambda x: 'mine'
print(calls([[1], (1,), range(3), b'\x01', bytearray(b'\x01'), l, T(), [1, 1]]))  # => [1, 1, 1, 1, 1, 'mine', 'T', 2]
# attributes and functions of modules
import sys
Module = type(sys)
m = Module('m'); m.f = lambda v: ('f', v); m.x = 1
n = Module('n'); n.f = lambda v: ('n', v); n.x = 2
def use(mod):
    try:
        return mod.x, mod.f(3)
    except AttributeError as e:
        return str(e)
print([use(k) for k in (m, m, n, m)])  # => [(1, ('f', 3)), (1, ('f', 3)), (2, ('n', 3)), (1, ('f', 3))]
m.f = len; m.x = 'new'
n.f = lambda v: 'replaced'
try: use(m)
except TypeError as e: print(e)  # => object of type 'int' has no len()
print(use(n))  # => (2, 'replaced')
m.f = abs; m.first = 0; del m.x
print(use(m)); m.x = 5; print(use(m))
# => module 'm' has no attribute 'x'
# => (5, 3)
m.__getattr__ = lambda name: name
del m.x
print(use(m), use(m))  # => ('x', 3) ('x', 3)
class Loud(Module):
    def __getattribute__(self, name): return (lambda v: name) if name == 'f' else name.upper()
n.__class__ = Loud
print(use(n), use(m))  # => ('X', 'f') ('x', 3)
