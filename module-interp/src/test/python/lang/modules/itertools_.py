# itertools.
import copy
import itertools as I
import operator
import sys
import warnings

warnings.simplefilter("ignore")


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(list(I.accumulate([1, 2, 3], operator.mul, initial=2)), list(I.batched("abcde", 2)), list(I.pairwise("abc")))  # => [2, 2, 4, 12] [('a', 'b'), ('c', 'd'), ('e',)] [('a', 'b'), ('b', 'c')]
print(list(I.chain("ab", [1])), list(I.chain.from_iterable(["x", "yz"])), error(I.chain, x=1), error(next, I.chain(1)))  # => ['a', 'b', 1] ['x', 'y', 'z'] TypeError: chain() takes no keyword arguments TypeError: 'int' object is not iterable
print(list(I.combinations("abc", 2)), list(I.combinations_with_replacement("ab", 2)), list(I.combinations("a", 2)))  # => [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')] []
print(list(I.permutations([1, 2, 3], 2)), len(list(I.product("ab", range(3), repeat=2))), list(I.product()))  # => [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] 36 [()]
print(list(I.islice(I.count(sys.maxsize - 1), 3)), I.count(1.5, 0.5), list(I.islice(I.count(2, -1), 3)), I.count(True))  # => [9223372036854775806, 9223372036854775807, 9223372036854775808] count(1.5, 0.5) [2, 1, 0] count(1)
print([(k, list(g)) for k, g in I.groupby([1, 3, 4, 6, 7], lambda x: x % 2)], list(I.compress("abc", [1, 0, 1])))  # => [(1, [1, 3]), (0, [4, 6]), (1, [7])] ['a', 'c']
print(list(I.zip_longest("ab", "c", fillvalue="-")), list(I.starmap(pow, [(2, 3)])), I.repeat("x", 2), list(I.repeat(1, -3)))  # => [('a', 'c'), ('b', '-')] [8] repeat('x', 2) []
print(list(I.islice("abcdefg", 1, None, 3)), error(I.islice, "a", -1), error(I.islice, "a", 0, 1, 0), error(I.batched, "a", 0))  # => ['b', 'e'] ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize. ValueError: Step for islice() must be a positive integer or None. ValueError: n must be at least one
print(list(I.dropwhile(bool, [1, 0, 2])), list(I.takewhile(bool, [1, 0, 2])), list(I.filterfalse(None, [0, 1, ""])))  # => [0, 2] [1] [0, '']

a, b = I.tee(iter(range(100)))
print(sum(a), next(b), sum(copy.copy(b)), sum(b), error(I.tee, [1], -1), I.tee([1], 0))  # => 4950 0 4950 4950 ValueError: n must be >= 0 ()


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.tee)


again = Again()
again.tee, _ = I.tee(again)
print(error(next, again.tee))  # => RuntimeError: cannot re-enter the tee iterator

kept = []
c = I.cycle("ab")
next(c), next(c), next(c)
for it in (c, I.count(3), I.permutations("ab"), I.product("ab", repeat=2), I.combinations("abc", 2), I.islice("abcd", 1, 3), I.chain("ab")):
    next(it)
    made = it.__reduce__()
    again = made[0](*made[1])
    if len(made) > 2:
        again.__setstate__(made[2])
    kept.append((type(it).__name__, list(I.islice(again, 3))))
print(kept)  # => [('cycle', ['a', 'b', 'a']), ('count', [4, 5, 6]), ('permutations', [('b', 'a')]), ('product', [('a', 'b'), ('b', 'a'), ('b', 'b')]), ('combinations', [('a', 'c'), ('b', 'c')]), ('islice', ['c']), ('chain', ['b'])]
print(error(I.permutations("ab").__setstate__, ((0,), (1,))), error(I.chain().__setstate__, (1,)))  # => ValueError: invalid arguments TypeError: Arguments must be iterators.
warnings.simplefilter("error")
print(error(I.count().__reduce__))  # => DeprecationWarning: Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.


class Keywords(I.islice):
    def __init__(self, *args, extra=None):
        pass


print(list(Keywords("abc", 2, extra=1)), error(I.islice, "abc", 2, extra=1))  # => ['a', 'b'] TypeError: islice() takes no keyword arguments
