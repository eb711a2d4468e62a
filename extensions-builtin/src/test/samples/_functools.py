import _functools

p = _functools.partial(int, base=2)
assert p('101') == 5
assert _functools.reduce(lambda a, b: a + b, [1, 2, 3]) == 6
key = _functools.cmp_to_key(lambda a, b: b - a)
assert sorted([1, 3, 2], key=key) == [3, 2, 1]
