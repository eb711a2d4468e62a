import _collections

d = _collections.deque([1, 2, 3], maxlen=2)
assert list(d) == [2, 3]
o = _collections.OrderedDict(a=1)
assert o.popitem() == ('a', 1)
