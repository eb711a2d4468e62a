# _functools and _operator.
import copy
import functools
import operator
import pickle


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


p = functools.partial(int, base=2)
print(p("101"), p("z", base=36), functools.partial(p, "11")(), p, pickle.loads(pickle.dumps(p))("10"))  # => 5 35 3 functools.partial(<class 'int'>, base=2) 2
print(copy.copy(p).keywords is p.keywords, error(p.__setstate__, (1, 2, 3, 4)), error(functools.partial, 3))  # => True TypeError: invalid partial state TypeError: the first argument must be callable
p = functools.partial(print)
p.__setstate__((p, (1,), {"a": 2}, None))
print(p)  # => functools.partial(..., 1, a=2)


@functools.lru_cache(maxsize=2)
def f(x, **k):
    return x


f(1), f(2), f(1), f(3), f(2), f(x=1), f(1, y=2), f(1, y=2)
print(f.cache_info(), f.cache_parameters(), error(f, []), pickle.loads(pickle.dumps(f)) is f, copy.copy(f) is f)  # => CacheInfo(hits=2, misses=6, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False} TypeError: unhashable type: 'list' True True


class Key:
    hashes = 0

    def __hash__(self):
        Key.hashes += 1
        return 5


f(Key())
print(Key.hashes, error(functools.lru_cache, "a"))  # => 1 TypeError: Expected first argument to be an integer, a callable, or None


@functools.lru_cache(typed=True)
def g(*args, **kwargs):
    return len(args)


print([g(1), g(1.0), g(True), g(k=1), g(k=1.0), g(1)], g.cache_info())  # => [1, 1, 1, 0, 0, 1] CacheInfo(hits=1, misses=5, maxsize=128, currsize=5)


@functools.lru_cache(1)
def again(n):
    return n if n == 0 else again(n - 1)


print(again(3), again.cache_info().currsize)  # => 0 1

K = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=K), error(lambda: K(1) < 3), error(hash, K(1)), error(K), K(obj=4).obj)  # => [3, 2, 1] TypeError: other argument must be K instance TypeError: unhashable type: 'functools.KeyWrapper' TypeError: K() missing required argument 'obj' (pos 1) 4
print(functools.reduce(operator.add, "abc"), error(functools.reduce, max, []), error(functools.reduce, max, 3))  # => abc TypeError: reduce() of empty iterable with no initial value TypeError: reduce() arg 2 must support iteration

get = operator.itemgetter(1, -1)
print(get("abc"), get, operator.attrgetter("real.imag", "real")(3), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))  # => ('b', 'c') operator.itemgetter(1, -1) (0, 3) ['a', 'b,c']
print(error(get), error(operator.attrgetter, 1), error(operator.concat, 1, 2), error(operator.indexOf, [1], 2))  # => TypeError: itemgetter expected 1 argument, got 0 TypeError: attribute name must be a string TypeError: 'int' object can't be concatenated ValueError: sequence.index(x): x not in sequence
print(pickle.loads(pickle.dumps(operator.methodcaller("split", ",", maxsplit=1))), error(operator.length_hint, 1, "a"))  # => operator.methodcaller('split', ',', maxsplit=1) TypeError: 'str' object cannot be interpreted as an integer
print(operator.ipow(2, 3), operator.iconcat([1], (2,)), error(operator.countOf, 1, 1), operator.call(int, "11", base=2))  # => 8 [1, 2] TypeError: argument of type 'int' is not iterable 3
