"""Every method of tuple, and range and slice."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: tuple tuple.count tuple.index
show(lambda: (tuple(), tuple('ab'), tuple([1, 2])))  # => ((), ('a', 'b'), (1, 2))
show(lambda: tuple(5))  # => TypeError: 'int' object is not iterable
show(lambda: tuple(1, 2))  # => TypeError: tuple expected at most 1 argument, got 2
show(lambda: tuple(iterable=()))  # => TypeError: tuple() takes no keyword arguments
show(lambda: ((1, 1.0, True, '1').count(1), ().count(0)))  # => (3, 0)
show(lambda: ().count())  # => TypeError: tuple.count() takes exactly one argument (0 given)
show(lambda: ((1,), (1,)).count((1,)))  # => 2
show(lambda: ((1, 2, 3, 2).index(2), (1, 2, 3, 2).index(2, 2), (1, 2).index(2, -1, 99)))  # => (1, 3, 1)
show(lambda: (1,).index(4))  # => ValueError: tuple.index(x): x not in tuple
show(lambda: (1, 2).index(1, 1))  # => ValueError: tuple.index(x): x not in tuple
show(lambda: ().index())  # => TypeError: index expected at least 1 argument, got 0
show(lambda: (1, 2)[5])  # => IndexError: tuple index out of range
show(lambda: (1, 2).__getitem__('a'))  # => TypeError: tuple indices must be integers or slices, not str
show(lambda: (1,) + [2])  # => TypeError: can only concatenate tuple (not "list") to tuple
show(lambda: (1,) * 1.5)  # => TypeError: can't multiply sequence by non-int of type 'float'
show(lambda: (1, 2) < (1, 'a'))  # => TypeError: '<' not supported between instances of 'int' and 'str'
show(lambda: ((1,) + (2,), (1, 2) * 2, (1, 2)[::-1], (1, 2) < (1, 3), hash((1, 2)) == hash((1.0, 2.0))))  # => ((1, 2), (1, 2, 1, 2), (2, 1), True, True)
show(lambda: hash(([],)))  # => TypeError: unhashable type: 'list'

# covers: range range.count range.index range.start range.stop range.step
show(lambda: (range(5), range(1, 5), range(1, 5, 2), list(range(5, 0, -2))))  # => (range(0, 5), range(1, 5), range(1, 5, 2), [5, 3, 1])
show(lambda: range())  # => TypeError: range expected at least 1 argument, got 0
show(lambda: range(1, 2, 0))  # => ValueError: range() arg 3 must not be zero
show(lambda: range(1.5))  # => TypeError: 'float' object cannot be interpreted as an integer
show(lambda: range(1, 2, 3, 4))  # => TypeError: range expected at most 3 arguments, got 4
show(lambda: range(stop=1))  # => TypeError: range() takes no keyword arguments
show(lambda: (range(10).count(3), range(10).count(10), range(0, 10, 3).count(4), range(3).count(1.0)))  # => (1, 0, 0, 1)
show(lambda: range(3).count('a'))  # => 0
show(lambda: range(3).count())  # => TypeError: range.count() takes exactly one argument (0 given)
show(lambda: (range(0, 10, 3).index(9), range(10, 0, -1).index(10), range(5).index(2.0)))  # => (3, 0, 2)
show(lambda: range(5).index(7))  # => ValueError: 7 is not in range
show(lambda: range(5).index('a'))  # => ValueError: sequence.index(x): x not in sequence
show(lambda: range(5).index())  # => TypeError: range.index() takes exactly one argument (0 given)
show(lambda: (range(5).start, range(1, 5).start, range(True, 5).start))  # => (0, 1, 1)
show(lambda: (range(5).stop, range(1, 5).stop, range(1, 1 << 70).stop))  # => (5, 5, 1180591620717411303424)
show(lambda: (range(5).step, range(1, 5, -1).step, range(0, 9, 4).step))  # => (1, -1, 4)
show(lambda: setattr(range(1), 'start', 2))  # => AttributeError: readonly attribute
show(lambda: len(range(1 << 70)))  # => OverflowError: Python int too large to convert to C ssize_t
show(lambda: (range(10)[2:8:3], range(10)[-1], range(10)[::-1]))  # => (range(2, 8, 3), 9, range(9, -1, -1))
show(lambda: range(3)[3])  # => IndexError: range object index out of range
show(lambda: range(3)['a'])  # => TypeError: range indices must be integers or slices, not str
show(lambda: (range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3, 1))))  # => (True, True, True)
show(lambda: range(1) < range(2))  # => TypeError: '<' not supported between instances of 'range' and 'range'

# covers: slice slice.indices slice.start slice.stop slice.step
show(lambda: (slice(5), slice(1, 5), slice(1, 5, None), slice('a', [], {})))  # => (slice(None, 5, None), slice(1, 5, None), slice(1, 5, None), slice('a', [], {}))
show(lambda: slice())  # => TypeError: slice expected at least 1 argument, got 0
show(lambda: slice(1, 2, 3, 4))  # => TypeError: slice expected at most 3 arguments, got 4
show(lambda: slice(start=1))  # => TypeError: slice() takes no keyword arguments
show(lambda: (slice(None).indices(5), slice(-3, None, 2).indices(10), slice(None, None, -1).indices(3), slice(5, 99).indices(0)))  # => ((0, 5, 1), (7, 10, 2), (2, -1, -1), (0, 0, 1))
show(lambda: slice(1).indices(-1))  # => ValueError: length should not be negative
show(lambda: slice(1, 2, 0).indices(5))  # => ValueError: slice step cannot be zero
show(lambda: slice('a').indices(5))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: slice(1).indices())  # => TypeError: slice.indices() takes exactly one argument (0 given)
show(lambda: slice(1).indices('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (slice(5).start, slice(1, 5).start, slice('a', 1).start))  # => (None, 1, 'a')
show(lambda: (slice(5).stop, slice(1, 5).stop, slice(1, []).stop))  # => (5, 5, [])
show(lambda: (slice(5).step, slice(1, 5, -1).step, slice(1, 2, 'c').step))  # => (None, -1, 'c')
show(lambda: setattr(slice(1), 'stop', 2))  # => AttributeError: readonly attribute
show(lambda: (slice(1) == slice(None, 1), slice(1, 2) < slice(1, 3)))  # => (True, True)
show(lambda: hash(slice(1)) == hash(slice(None, 1, None)))  # => True
show(lambda: (1, 2).index(1, None))  # => TypeError: slice indices must be integers or have an __index__ method
