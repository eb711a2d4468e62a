# list, tuple, dict, set, range.
a = [3, 1, 2]
a.append(5)
a.sort()
print(a, a[::-1], a.pop(), a.index(2), a + [9], a * 2, 3 in a, a[1:])  # => [1, 2, 3] [5, 3, 2, 1] 5 1 [1, 2, 3, 9] [1, 2, 3, 1, 2, 3] True [2, 3]
a[1:2] = [7, 8]
del a[0]
print(a, sorted("bca", reverse=True), sorted([1, -3, 2], key=abs), [*a, *"x"], a == [7, 8, 3], a < [8])  # => [7, 8, 3] ['c', 'b', 'a'] [1, 2, -3] [7, 8, 3, 'x'] True True
print((1,), (1, 2) + (3,), hash((1, 2)) == hash((1, 2)), (1, 2, 3)[1:], tuple("ab"), (1, 2) < (1, 3))  # => (1,) (1, 2, 3) True (2, 3) ('a', 'b') True
d = {"a": 1, "b": 2}
d["c"] = 3
print(d, d.get("z"), d.get("z", 0), d.pop("a"), list(d), list(d.items()), "b" in d, len(d))  # => {'b': 2, 'c': 3} None 0 1 ['b', 'c'] [('b', 2), ('c', 3)] True 2
d.update(x=1, y=2)
print(d | {"q": 1}, d.setdefault("n", []), dict([("k", "v")], z=1), {**d, "b": 0}, d == dict(d))  # => {'b': 2, 'c': 3, 'x': 1, 'y': 2, 'q': 1} [] {'k': 'v', 'z': 1} {'b': 0, 'c': 3, 'x': 1, 'y': 2, 'n': []} True
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, frozenset([1]) == {1}, len({1, 1.0, True}))  # => {1, 2, 3} {2} {1} {1, 3} True True 1
print(range(5), list(range(10, 0, -3)), range(0, 10, 2)[2], 4 in range(0, 10, 2), range(3) == range(0, 3, 1))  # => range(0, 5) [10, 7, 4, 1] 4 True True
print([x for x in range(5) if x % 2], {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, [(i, j) for i in range(2) for j in "ab"])  # => [1, 3] {0: 0, 1: 1, 2: 4} {0, 1} [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
print(list(zip([1, 2], "ab")), list(enumerate("ab", 1)), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, ""])))  # => [(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')] [4, 6] [1]
first, *mid, last = range(5)
print(first, mid, last, max([3, 9, 2]), min("bca"), sum([1, 2, 3]), any([0, 1]), all([]))  # => 0 [1, 2, 3] 4 9 a 6 True True
r = []
r.append(r)
print(r, [1, [2, [3]]], {"k": [1]})  # => [[...]] [1, [2, [3]]] {'k': [1]}
for bad in (lambda: [1][5], lambda: {}["k"], lambda: [].pop(), lambda: [1].remove(2), lambda: {[]: 1}, lambda: [1] + (2,), lambda: [3, "x"].sort()):
    try:
        bad()
    except Exception as e:
        errors = globals().setdefault("errors", [])
        errors.append(f"{type(e).__name__}: {e}")
print(errors)  # => ['IndexError: list index out of range', "KeyError: 'k'", 'IndexError: pop from empty list', 'ValueError: list.remove(x): x not in list', "TypeError: unhashable type: 'list'", 'TypeError: can only concatenate list (not "tuple") to list', "TypeError: '<' not supported between instances of 'str' and 'int'"]
