# _collections: deque, defaultdict, OrderedDict and what else collections takes from Java.
import copy
import pickle
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


def error(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


d = deque(range(5), 4)
d.rotate(-1)
print(d, d.maxlen, error(d.insert, 1, 9), error(lambda: d["a"]), d[-1])  # => deque([2, 3, 4, 1], maxlen=4) 4 IndexError: deque already at its maximum size TypeError: sequence index must be integer, not 'str' 1
d.extendleft("ab")
print(d, d * 2, d + deque([7]), error(lambda: d + [1]), d.index("a", 0, 3), d.count(3))  # => deque(['b', 'a', 2, 3], maxlen=4) deque(['b', 'a', 2, 3], maxlen=4) deque(['a', 2, 3, 7], maxlen=4) TypeError: can only concatenate deque (not "list") to deque 1 1
it = iter(d)
next(it)
d.append(0)
print(error(next, it), error(list, it), error(d.remove, "zz"), len(d))  # => RuntimeError: deque mutated during iteration RuntimeError: deque mutated during iteration ValueError: 'zz' is not in deque 4
d[0] = d
print(d, copy.copy(d).maxlen, pickle.loads(pickle.dumps(deque("ab", 3))), error(deque, [], -1))  # => deque([[...], 2, 3, 0], maxlen=4) 4 deque(['a', 'b'], maxlen=3) ValueError: maxlen must be non-negative


class Mutates:
    def __eq__(self, other):
        d.clear()
        return False


d = deque([Mutates(), 1])
print(error(d.index, 3), error(deque([Mutates()]).remove, 5) if d else "cleared")  # => RuntimeError: deque mutated during iteration cleared

dd = defaultdict(list, a=[1])
dd["b"].append(2)
print(dd, dd | {"c": 3}, copy.copy(dd) == dd, error(defaultdict, 1), error(defaultdict(None).__getitem__, "x"))  # => defaultdict(<class 'list'>, {'a': [1], 'b': [2]}) defaultdict(<class 'list'>, {'a': [1], 'b': [2], 'c': 3}) True TypeError: first argument must be callable or None KeyError: 'x'
print(pickle.loads(pickle.dumps(dd)), type(dd).__missing__(dd, "q"), list(dd))  # => defaultdict(<class 'list'>, {'a': [1], 'b': [2]}) [] ['a', 'b', 'q']

od = OrderedDict.fromkeys("abcd")
od.move_to_end("b")
od.move_to_end("d", last=False)
print(list(od), list(reversed(od)), od.popitem(last=False), od.popitem(), error(od.move_to_end, "x"))  # => ['d', 'a', 'c', 'b'] ['b', 'c', 'a', 'd'] ('d', None) ('b', None) KeyError: 'x'
print(od, od == OrderedDict(c=None, a=None), od == dict(c=None, a=None), od.keys() & {"a"}, od.items())  # => OrderedDict({'a': None, 'c': None}) False True {'a'} odict_items([('a', None), ('c', None)])
it = iter(od)
next(it)
od["z"] = 1
print(error(next, it), list(it), error(od.pop, "y"), od.pop("y", default=5), isinstance(od.keys(), type({}.keys())))  # => RuntimeError: OrderedDict mutated during iteration [] KeyError: 'y' 5 True
print(copy.deepcopy(od), pickle.loads(pickle.dumps(od)), od | {"n": 2}, {"n": 2} | od)  # => OrderedDict({'a': None, 'c': None, 'z': 1}) OrderedDict({'a': None, 'c': None, 'z': 1}) OrderedDict({'a': None, 'c': None, 'z': 1, 'n': 2}) OrderedDict({'n': 2, 'a': None, 'c': None, 'z': 1})
od["self"] = od
print(od, error(OrderedDict, [(1, 2, 3)]), error(OrderedDict, 1, 2))  # => OrderedDict({'a': None, 'c': None, 'z': 1, 'self': ...}) ValueError: too many values to unpack (expected 2) TypeError: expected at most 1 arguments, got 2
lru = OrderedDict()
for i in range(5000):
    lru[i % 700] = i
    lru.move_to_end(i % 700)
    if len(lru) > 100:
        lru.popitem(last=False)
print(len(lru), list(lru)[:2], list(lru)[-1])  # => 100 [0, 1] 99

P = namedtuple("P", "x y", defaults=[7])
print(P(1), P(1).y, error(lambda: P.x.__get__(3)), P.x.__reduce__()[1], Counter("abca").most_common(1))  # => P(x=1, y=7) 7 TypeError: descriptor for index '0' for tuple subclasses doesn't apply to 'int' object (0, 'Alias for field number 0') [('a', 2)]
