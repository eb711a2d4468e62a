# What iterators tell of themselves, and how they are copied.
def again(it):
    made = it.__reduce__()
    new = made[0](*made[1])
    if len(made) > 2 and made[2] is not None:
        new.__setstate__(made[2])
    return list(new)


def begun(it):
    next(it)
    return it


print(again(begun(iter([1, 2, 3]))), again(begun(iter((1, 2, 3)))), again(begun(iter("abc"))), again(begun(iter(b"abc"))))  # => [2, 3] [2, 3] ['b', 'c'] [98, 99]
print(again(begun(iter(range(5)))), again(begun(iter(range(2 ** 70, 2 ** 70 + 3)))), again(begun(reversed([1, 2, 3]))))  # => [1, 2, 3, 4] [1180591620717411303425, 1180591620717411303426] [2, 1]
print(again(begun(iter({1: 2, 3: 4}))), again(begun(reversed({1: 2, 3: 4}.items()))), again(begun(iter({1, 2}))))  # => [3] [(1, 2)] [2]
print(again(begun(zip("ab", "cd"))), again(begun(map(str, [1, 2]))), again(begun(filter(None, [1, 2]))), again(begun(enumerate("ab"))))  # => [('b', 'd')] ['2'] [2] [(1, 'b')]
print([type(x).__name__ for x in (iter(range(3)), iter(range(2 ** 70)), reversed({}), reversed({}.values()), iter(list[int]))])  # => ['range_iterator', 'longrange_iterator', 'dict_reversekeyiterator', 'dict_reversevalueiterator', 'generic_alias_iterator']
print([x.__length_hint__() for x in (iter([1]), begun(iter({1, 2, 3})), reversed([1, 2]), iter(range(2 ** 70)))])  # => [1, 2, 2, 1180591620717411303424]
print(range(2 ** 70)[5:2 ** 69:2 ** 68], range(10 ** 30).index(10 ** 29), len(range(5)[::-2]))  # => range(5, 590295810358705651712, 295147905179352825856) 100000000000000000000000000000 3
z = zip("ab", "c", strict=True)
next(z)
print(z.__reduce__()[2])  # => True


class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return -1


def fails(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(fails(lambda: list(Bad())))  # => ValueError: __length_hint__() should return >= 0
print(fails(lambda: next(z)))  # => ValueError: zip() argument 2 is shorter than argument 1
d = {0: 0}


def change():
    for i in d:
        del d[0]
        d[0] = 0


print(fails(change))  # => RuntimeError: dictionary keys changed during iteration
