"""Every method of list: ordinary use, edge, error."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: list list.append list.extend list.insert list.clear list.copy
show(lambda: (list(), list('ab'), list((1, 2))))  # => ([], ['a', 'b'], [1, 2])
show(lambda: list(5))  # => TypeError: 'int' object is not iterable
show(lambda: list(x=1))  # => TypeError: list() takes no keyword arguments
show(lambda: list(1, 2))  # => TypeError: list expected at most 1 argument, got 2
show(lambda: (a := [1], a.append([2]), a))  # => ([1, [2]], None, [1, [2]])
show(lambda: (a := [], a.append(a), a))  # => ([[...]], None, [[...]])
show(lambda: [].append())  # => TypeError: list.append() takes exactly one argument (0 given)
show(lambda: [].append(1, 2))  # => TypeError: list.append() takes exactly one argument (2 given)
show(lambda: (a := [1], a.extend('xy'), a))  # => ([1, 'x', 'y'], None, [1, 'x', 'y'])
show(lambda: (a := [1, 2], a.extend(a), a))  # => ([1, 2, 1, 2], None, [1, 2, 1, 2])
show(lambda: (a := [], a.extend(x for x in ()), a))  # => ([], None, [])
show(lambda: [].extend(3))  # => TypeError: 'int' object is not iterable
show(lambda: (a := [1, 2], a.insert(-1, 'x'), a.insert(99, 'e'), a.insert(-99, 's'), a))  # => (['s', 1, 'x', 2, 'e'], None, None, None, ['s', 1, 'x', 2, 'e'])
show(lambda: (a := [], a.insert(True, 0), a))  # => ([0], None, [0])
show(lambda: [].insert('1', 2))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: [].insert(1))  # => TypeError: insert expected 2 arguments, got 1
show(lambda: (a := [1, 2], a.clear(), a))  # => ([], None, [])
show(lambda: [1].clear(2))  # => TypeError: list.clear() takes no arguments (1 given)
show(lambda: [].clear())  # => None
show(lambda: (a := [1, [2]], b := a.copy(), b == a, b is a, b[1] is a[1]))  # => ([1, [2]], [1, [2]], True, False, True)
show(lambda: [].copy())  # => []
show(lambda: [].copy(1))  # => TypeError: list.copy() takes no arguments (1 given)

# covers: list.count list.index list.pop list.remove list.reverse list.sort
show(lambda: ([1, 1.0, True, '1'].count(1), [].count(0)))  # => (3, 0)
show(lambda: (n := float('nan'), [n, n].count(n)))  # => (nan, 2)
show(lambda: [].count())  # => TypeError: list.count() takes exactly one argument (0 given)
show(lambda: ([1, 2, 3, 2].index(2), [1, 2, 3, 2].index(2, 2), [1, 2, 3, 2].index(2, -1, 99)))  # => (1, 3, 3)
show(lambda: [1].index(4))  # => ValueError: 4 is not in list
show(lambda: [1, 2].index(1, 1))  # => ValueError: 1 is not in list
show(lambda: [].index())  # => TypeError: index expected at least 1 argument, got 0
show(lambda: (a := [1, 2, 3], a.pop(), a.pop(0), a.pop(-1), a))  # => ([], 3, 1, 2, [])
show(lambda: [].pop())  # => IndexError: pop from empty list
show(lambda: [1].pop(1))  # => IndexError: pop index out of range
show(lambda: [1].pop(-2))  # => IndexError: pop index out of range
show(lambda: [1].pop(1.0))  # => TypeError: 'float' object cannot be interpreted as an integer
show(lambda: [1].pop(0, 1))  # => TypeError: pop expected at most 1 argument, got 2
show(lambda: (a := [1, 2, 1], a.remove(1), a))  # => ([2, 1], None, [2, 1])
show(lambda: [].remove(1))  # => ValueError: list.remove(x): x not in list
show(lambda: ['a'].remove('b'))  # => ValueError: list.remove(x): x not in list
show(lambda: [1].remove())  # => TypeError: list.remove() takes exactly one argument (0 given)
show(lambda: (a := [1, 2, 3], a.reverse(), a))  # => ([3, 2, 1], None, [3, 2, 1])
show(lambda: [].reverse())  # => None
show(lambda: [1].reverse(1))  # => TypeError: list.reverse() takes no arguments (1 given)
show(lambda: (a := [3, 1, 2], a.sort(), a))  # => ([1, 2, 3], None, [1, 2, 3])
show(lambda: (a := ['b', 'A', 'c'], a.sort(key=str.lower, reverse=True), a))  # => (['c', 'b', 'A'], None, ['c', 'b', 'A'])
show(lambda: (a := [(1, 'b'), (0, 'a'), (1, 'a')], a.sort(key=lambda p: p[0], reverse=True), a))  # => ([(1, 'b'), (1, 'a'), (0, 'a')], None, [(1, 'b'), (1, 'a'), (0, 'a')])
show(lambda: (a := [3, 1], a.sort(key=None), a))  # => ([1, 3], None, [1, 3])
show(lambda: [1, 'a'].sort())  # => TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: [1, 2].sort(lambda x: x))  # => TypeError: sort() takes no positional arguments
show(lambda: [1].sort(cmp=1))  # => TypeError: 'cmp' is an invalid keyword argument for sort()
show(lambda: [1, 2].sort(reverse='x'))  # => None
show(lambda: (a := [1, 2, 3], a.sort(key=lambda x: a.append(x) or x), a))  # => ValueError: list modified during sort
show(lambda: [2, 1].sort(key=lambda x: 1 // 0))  # => ZeroDivisionError: integer division or modulo by zero
show(lambda: [1, 2][5])  # => IndexError: list index out of range
show(lambda: [1].__getitem__('a'))  # => TypeError: list indices must be integers or slices, not str
show(lambda: [1] + (2,))  # => TypeError: can only concatenate list (not "tuple") to list
show(lambda: [1] * 'a')  # => TypeError: can't multiply sequence by non-int of type 'str'
show(lambda: hash([]))  # => TypeError: unhashable type: 'list'
show(lambda: [1, 2] < [1, 'a'])  # => TypeError: '<' not supported between instances of 'int' and 'str'
show(lambda: ([1, 2, [3]] == [1, 2, [3]], [1] < [1, 0], [2] > [1, 5], [1] * 3, [1] * -1))  # => (True, True, True, [1, 1, 1], [])
show(lambda: [].insert(1 << 80, 2))  # => OverflowError: Python int too large to convert to C ssize_t
show(lambda: [1].pop(1 << 80))  # => OverflowError: Python int too large to convert to C ssize_t
show(lambda: [1, 2].index('a', 'b'))  # => TypeError: slice indices must be integers or have an __index__ method
show(lambda: [1].index(1, None))  # => TypeError: slice indices must be integers or have an __index__ method
