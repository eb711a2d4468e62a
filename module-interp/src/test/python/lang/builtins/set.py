"""Every method of set."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: set set.add set.clear set.copy set.discard set.remove set.pop
show(lambda: (set(), set('a'), set([1, 1.0, True])))  # => (set(), {'a'}, {1})
show(lambda: set(1))  # => TypeError: 'int' object is not iterable
show(lambda: set(1, 2))  # => TypeError: set expected at most 1 argument, got 2
show(lambda: set(iterable=[]))  # => TypeError: set() takes no keyword arguments
show(lambda: set([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (s := {1}, s.add(2), s.add(1), sorted(s)))  # => ({1, 2}, None, None, [1, 2])
show(lambda: {1}.add([]))  # => TypeError: unhashable type: 'list'
show(lambda: {1}.add())  # => TypeError: set.add() takes exactly one argument (0 given)
show(lambda: (s := {1}, s.clear(), s))  # => (set(), None, set())
show(lambda: {1}.clear(1))  # => TypeError: set.clear() takes no arguments (1 given)
show(lambda: set().clear())  # => None
show(lambda: (s := {1, 2}, c := s.copy(), c == s, c is s))  # => ({1, 2}, {1, 2}, True, False)
show(lambda: {1}.copy(1))  # => TypeError: set.copy() takes no arguments (1 given)
show(lambda: set().copy())  # => set()
show(lambda: (s := {1, 2}, s.discard(1), s.discard(9), s))  # => ({2}, None, None, {2})
show(lambda: {1}.discard([]))  # => TypeError: unhashable type: 'list'
show(lambda: {1}.discard())  # => TypeError: set.discard() takes exactly one argument (0 given)
show(lambda: (s := {1, 2}, s.remove(1), s))  # => ({2}, None, {2})
show(lambda: {1}.remove(9))  # => KeyError: 9
show(lambda: {1}.remove((1, 2)))  # => KeyError: (1, 2)
show(lambda: {1}.remove({}))  # => TypeError: unhashable type: 'dict'
show(lambda: (s := {frozenset({1})}, s.remove({1}), s))  # => (set(), None, set())
show(lambda: ({7}.pop(), len({1, 2})))  # => (7, 2)
show(lambda: set().pop())  # => KeyError: 'pop from an empty set'
show(lambda: {1}.pop(0))  # => TypeError: set.pop() takes no arguments (1 given)

# covers: set.difference set.difference_update set.intersection set.intersection_update
show(lambda: ({1, 2, 3}.difference([1], (2,)), {1}.difference(), set().difference({1})))  # => ({3}, {1}, set())
show(lambda: {1}.difference(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.difference([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (s := {1, 2, 3}, s.difference_update([1], {2}), s))  # => ({3}, None, {3})
show(lambda: (s := {1, 2}, s.difference_update(s), s))  # => (set(), None, set())
show(lambda: {1}.difference_update(None))  # => TypeError: 'NoneType' object is not iterable
show(lambda: ({1, 2, 3}.intersection([1, 2], {2}), {1}.intersection(), {1}.intersection('a')))  # => ({2}, {1}, set())
show(lambda: {1}.intersection(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.intersection([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (s := {1, 2, 3}, s.intersection_update([1, 2], {2}), s))  # => ({2}, None, {2})
show(lambda: (s := {1}, s.intersection_update(), s))  # => ({1}, None, {1})
show(lambda: {1}.intersection_update(5.0))  # => TypeError: 'float' object is not iterable

# covers: set.isdisjoint set.issubset set.issuperset
show(lambda: ({1}.isdisjoint([2]), {1}.isdisjoint({1}), set().isdisjoint(())))  # => (True, False, True)
show(lambda: {1}.isdisjoint(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.isdisjoint())  # => TypeError: set.isdisjoint() takes exactly one argument (0 given)
show(lambda: ({1}.issubset([1, 2]), {1}.issubset({2}), set().issubset(())))  # => (True, False, True)
show(lambda: {1}.issubset(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.issubset())  # => TypeError: set.issubset() takes exactly one argument (0 given)
show(lambda: ({1, 2}.issuperset([1]), {1}.issuperset({2}), {1}.issuperset(())))  # => (True, False, True)
show(lambda: {1}.issuperset(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.issuperset([[]]))  # => TypeError: unhashable type: 'list'

# covers: set.symmetric_difference set.symmetric_difference_update set.union set.update
show(lambda: ({1, 2}.symmetric_difference([2, 3]), {1}.symmetric_difference({1}), set().symmetric_difference('a')))  # => ({1, 3}, set(), {'a'})
show(lambda: {1}.symmetric_difference())  # => TypeError: set.symmetric_difference() takes exactly one argument (0 given)
show(lambda: {1}.symmetric_difference(1))  # => TypeError: 'int' object is not iterable
show(lambda: (s := {1, 2}, s.symmetric_difference_update([2, 3]), s))  # => ({1, 3}, None, {1, 3})
show(lambda: (s := {1, 2}, s.symmetric_difference_update(s), s))  # => (set(), None, set())
show(lambda: {1}.symmetric_difference_update(1))  # => TypeError: 'int' object is not iterable
show(lambda: ({1}.union([2], (3,)), {1}.union(), set().union('a')))  # => ({1, 2, 3}, {1}, {'a'})
show(lambda: {1}.union(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.union([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: (s := {1}, s.update([2], (3,)), s))  # => ({1, 2, 3}, None, {1, 2, 3})
show(lambda: (s := {1}, s.update(), s))  # => ({1}, None, {1})
show(lambda: {1}.update(1))  # => TypeError: 'int' object is not iterable
show(lambda: {1}.update([{}]))  # => TypeError: unhashable type: 'dict'
show(lambda: hash({1}))  # => TypeError: unhashable type: 'set'
show(lambda: {1} | [2])  # => TypeError: unsupported operand type(s) for |: 'set' and 'list'
show(lambda: {1} < 1)  # => TypeError: '<' not supported between instances of 'set' and 'int'
show(lambda: ({1} <= {1, 2}, {1} < {1}, {1} ^ {2}, {1, 2} - {2}, {1, 2} & frozenset({2}), {1} == frozenset({1})))  # => (True, False, {1, 2}, {1}, {2}, True)
def grow():
    s = {1}
    for k in s:
        s.add(k + 1)
show(lambda: grow())  # => RuntimeError: Set changed size during iteration
