"""Every method of frozenset."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: frozenset frozenset.copy frozenset.difference frozenset.intersection frozenset.isdisjoint
f = frozenset
show(lambda: (f(), f('a'), frozenset([1, 1.0, True]), frozenset({2})))  # => (frozenset(), frozenset({'a'}), frozenset({1}), frozenset({2}))
show(lambda: frozenset(1))  # => TypeError: 'int' object is not iterable
show(lambda: frozenset(1, 2))  # => TypeError: frozenset expected at most 1 argument, got 2
show(lambda: (s := f({1}), s.copy() is s, frozenset(s) is s))  # => (frozenset({1}), True, True)
show(lambda: f().copy(1))  # => TypeError: frozenset.copy() takes no arguments (1 given)
show(lambda: f().copy())  # => frozenset()
show(lambda: (f({1, 2, 3}).difference([1], (2,)), f({1}).difference(), f().difference({1})))  # => (frozenset({3}), frozenset({1}), frozenset())
show(lambda: f({1}).difference(1))  # => TypeError: 'int' object is not iterable
show(lambda: f({1}).difference([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (f({1, 2, 3}).intersection([1, 2], {2}), f({1}).intersection(), f({1}).intersection('a')))  # => (frozenset({2}), frozenset({1}), frozenset())
show(lambda: f({1}).intersection(1))  # => TypeError: 'int' object is not iterable
show(lambda: (f({1}).isdisjoint([2]), f({1}).isdisjoint({1}), f().isdisjoint(())))  # => (True, False, True)
show(lambda: f({1}).isdisjoint(1))  # => TypeError: 'int' object is not iterable
show(lambda: f({1}).isdisjoint())  # => TypeError: frozenset.isdisjoint() takes exactly one argument (0 given)

# covers: frozenset.issubset frozenset.issuperset frozenset.symmetric_difference frozenset.union
show(lambda: (f({1}).issubset([1, 2]), f({1}).issubset({2}), f().issubset(())))  # => (True, False, True)
show(lambda: f({1}).issubset(1))  # => TypeError: 'int' object is not iterable
show(lambda: f({1}).issubset())  # => TypeError: frozenset.issubset() takes exactly one argument (0 given)
show(lambda: (f({1, 2}).issuperset([1]), f({1}).issuperset({2}), f({1}).issuperset(())))  # => (True, False, True)
show(lambda: f({1}).issuperset(1))  # => TypeError: 'int' object is not iterable
show(lambda: f({1}).issuperset([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (f({1, 2}).symmetric_difference([2, 3]), f({1}).symmetric_difference({1}), f().symmetric_difference('a')))  # => (frozenset({1, 3}), frozenset(), frozenset({'a'}))
show(lambda: f({1}).symmetric_difference())  # => TypeError: frozenset.symmetric_difference() takes exactly one argument (0 given)
show(lambda: f({1}).symmetric_difference(1))  # => TypeError: 'int' object is not iterable
show(lambda: (f({1}).union([2], (3,)), f({1}).union(), f().union('a')))  # => (frozenset({1, 2, 3}), frozenset({1}), frozenset({'a'}))
show(lambda: f({1}).union(1))  # => TypeError: 'int' object is not iterable
show(lambda: f({1}).union([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (hash(f({1, 2})) == hash(f({2, 1})), hash(f())))  # => (True, 133146708735736)
show(lambda: f({1}) | [2])  # => TypeError: unsupported operand type(s) for |: 'frozenset' and 'list'
show(lambda: f({1}) < 1)  # => TypeError: '<' not supported between instances of 'frozenset' and 'int'
show(lambda: f({1}).add)  # => AttributeError: 'frozenset' object has no attribute 'add'
show(lambda: (f({1}) | {2} == {1, 2}, {2} | f({1}) == {1, 2}, f({1}) - {1}, f({1}) == {1}, f({1}) < {1, 2}))  # => (True, True, frozenset(), True, True)
