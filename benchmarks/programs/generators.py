"""Pipelines of generators, send, yield from, a tree walk."""


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def scaled(source, by):
    for x in source:
        yield x * by


def batches(source, size):
    batch = []
    for x in source:
        batch.append(x)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def averager():
    total = count = 0
    average = 0
    while True:
        x = yield average
        total += x
        count += 1
        average = total / count


class Node:
    def __init__(self, key, left, right):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(middle, tree(low, middle), tree(middle + 1, high))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


def work():
    total = sum(sum(b) for b in batches(scaled(evens(numbers(40000)), 3), 64))
    a = averager()
    next(a)
    for i in range(15000):
        average = a.send(i)
    walk = 0
    for key in tree(0, 4000):
        walk = (walk * 31 + key) % 1000003
    return total, average, walk, sum(p[0] for p in permutations(list(range(7))))
