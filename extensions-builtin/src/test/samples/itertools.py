import itertools

c = itertools.count(3)
assert next(c) == 3
assert list(itertools.chain([1], [2])) == [1, 2]
p = itertools.product('ab', repeat=2)


def endless():
    for _ in itertools.repeat(1):
        pass
