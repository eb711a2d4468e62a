"""Iterators of builtins: enumerate, filter, map, reversed, zip."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: enumerate filter map reversed zip
show(lambda: (list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate((), start=-1)), next(enumerate('a', 1 << 70))))  # => ([(0, 'a'), (1, 'b')], [(5, 'a'), (6, 'b')], [], (1180591620717411303424, 'a'))
show(lambda: enumerate(1))  # => TypeError: 'int' object is not iterable
show(lambda: enumerate('a', 'b'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: enumerate('a', 1, 2))  # => TypeError: enumerate() takes at most 2 arguments (3 given)
show(lambda: enumerate(iterable='a', x=1))  # => TypeError: 'x' is an invalid keyword argument for enumerate()
show(lambda: (list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, (1, 2))), list(filter(bool, ()))))  # => ([1, 'a'], [2], [])
show(lambda: filter(None))  # => TypeError: filter expected 2 arguments, got 1
show(lambda: filter(None, 1))  # => TypeError: 'int' object is not iterable
show(lambda: list(filter(1, [1])))  # => TypeError: 'int' object is not callable
show(lambda: list(filter(lambda x: 1 // x, [0])))  # => ZeroDivisionError: integer division or modulo by zero
show(lambda: filter(None, [], x=1))  # => TypeError: filter() takes no keyword arguments
show(lambda: (list(map(abs, [-1, 2])), list(map(lambda a, b: a + b, 'ab', 'xyz')), list(map(len, ()))))  # => ([1, 2], ['ax', 'by'], [])
show(lambda: map(len))  # => TypeError: map() must have at least two arguments.
show(lambda: map(len, 1))  # => TypeError: 'int' object is not iterable
show(lambda: list(map(1, [1])))  # => TypeError: 'int' object is not callable
show(lambda: map())  # => TypeError: map() must have at least two arguments.
show(lambda: map(len, [], strict=1))  # => TypeError: map() takes no keyword arguments
show(lambda: (list(reversed('ab')), list(reversed([1, 2])), list(reversed(range(3))), list(reversed({1: 2}))))  # => (['b', 'a'], [2, 1], [2, 1, 0], [1])
show(lambda: reversed())  # => TypeError: reversed expected 1 argument, got 0
show(lambda: reversed(1))  # => TypeError: 'int' object is not reversible
show(lambda: reversed({1}))  # => TypeError: 'set' object is not reversible
show(lambda: reversed([], 1))  # => TypeError: reversed expected 1 argument, got 2
show(lambda: (r := reversed([1, 2, 3]), r.__length_hint__(), next(r), r.__length_hint__())[1:])  # => (3, 3, 2)
show(lambda: (list(zip('ab', [1, 2, 3])), list(zip()), list(zip('a')), list(zip('ab', 'cd', strict=True))))  # => ([('a', 1), ('b', 2)], [], [('a',)], [('a', 'c'), ('b', 'd')])
show(lambda: zip(1))  # => TypeError: 'int' object is not iterable
show(lambda: list(zip('a', 'bc', strict=True)))  # => ValueError: zip() argument 2 is longer than argument 1
show(lambda: list(zip('ab', 'c', strict=True)))  # => ValueError: zip() argument 2 is shorter than argument 1
show(lambda: list(zip('ab', 'cd', 'e', strict=True)))  # => ValueError: zip() argument 3 is shorter than arguments 1-2
show(lambda: zip('a', x=1))  # => TypeError: 'x' is an invalid keyword argument for zip()
show(lambda: next(zip()))  # => StopIteration: 
show(lambda: (i := iter([1, 2]), i.__length_hint__(), next(i), i.__reduce__()[1:])[1:])  # => (2, 1, (([1, 2],), 1))
show(lambda: (i := iter([1]), i.__setstate__(5), list(i))[1:])  # => (None, [])
show(lambda: (type(iter(len, 1)), type(iter({}.items())), type(iter({}.values())), type(iter(bytearray())), type(iter(memoryview(b''))), type(reversed({})), type(reversed([]))))  # => (<class 'callable_iterator'>, <class 'dict_itemiterator'>, <class 'dict_valueiterator'>, <class 'bytearray_iterator'>, <class 'memory_iterator'>, <class 'dict_reversekeyiterator'>, <class 'list_reverseiterator'>)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
show(lambda: (list(iter(Seq())), list(Seq()), 4 in Seq(), type(iter(Seq()))))  # => ([0, 1, 4], [0, 1, 4], True, <class 'iterator'>)
class Bad:
    def __iter__(self): return 1
show(lambda: iter(Bad()))  # => TypeError: iter() returned non-iterator of type 'int'
show(lambda: list(Bad()))  # => TypeError: iter() returned non-iterator of type 'int'
show(lambda: enumerate())  # => TypeError: enumerate() missing required argument 'iterable'
show(lambda: enumerate(start=1))  # => TypeError: 'start' is an invalid keyword argument for enumerate()
