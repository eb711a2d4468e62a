import _operator

get = _operator.itemgetter(1)
assert get([5, 6]) == 6
name = _operator.attrgetter('real')
assert name(3) == 3
upper = _operator.methodcaller('upper')
assert upper('a') == 'A'
assert _operator.add(1, 2) == 3 and _operator.index(True) == 1
