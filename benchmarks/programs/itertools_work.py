"""itertools: chains, products, groups, accumulations, permutations, windows."""
import itertools as it
import operator


def work():
    total = 0
    for r in range(6):
        total += sum(it.islice(it.count(r, 3), 2000))
        total += sum(a * b for a, b in it.product(range(40), range(40)))
        total += sum(len(list(g)) * k for k, g in it.groupby(range(4000), key=lambda x: x // 37))
        total += sum(it.accumulate(range(2000), operator.xor))
        total += sum(1 for p in it.permutations(range(6)) if p[0] < p[-1])
        total += sum(sum(c) for c in it.combinations(range(14), 4))
        total += sum(it.chain.from_iterable([i, i + 1] for i in range(1500)))
        total += sum(b - a for a, b in it.pairwise(range(0, 3000, 3)))
        total += sum(it.starmap(operator.mul, zip(range(1500), it.cycle([1, 2, 3]))))
        total += len(list(it.takewhile(lambda x: x < 900, it.filterfalse(lambda x: x % 3, range(3000)))))
        a, b = it.tee(range(2000))
        total += sum(map(operator.sub, b, a)) + sum(x or 0 for t in it.zip_longest(range(700), range(500)) for x in t)
    return total
