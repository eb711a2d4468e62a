"""The training run of the AOT cache: what programs commonly need in their first second."""

import argparse
import asyncio
import collections
import dataclasses
import datetime
import itertools
import json
import logging
import math
import operator
import os
import pickle
import random
import re
import subprocess
import sys
import threading
import unittest
from concurrent import interpreters


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def depth(n):
    return n if n < 2 else depth(n - 1) + depth(n - 2)


def everyday(rounds):
    """What programs do most, often enough for the profiles in the cache to be worth something."""
    total = 0
    for i in range(rounds):
        rows = [{'id': n, 'name': f'row {n:04d}', 'value': n / 7, 'tags': ['a', 'b', str(n)]} for n in range(40)]
        text = json.dumps(rows, indent=1 if i % 2 else None, sort_keys=True)
        rows = json.loads(text)
        rows.sort(key=lambda row: (-row['value'], row['name']))
        words = re.findall(r'[a-z]+', text)
        counts = collections.Counter(words)
        best = {word: n for word, n in counts.items() if n > 1}
        line = ', '.join('%s=%d' % pair for pair in sorted(best.items()))
        total += len(line.upper().replace('A', 'b').split(',')) + depth(9)
        tree = None
        for n in range(20):
            tree = Node(n, tree)
        total += sum(tree) + len({n * n % 17 for n in range(50)})
        try:
            int(line)
        except ValueError as e:
            total += len(str(e))
        point = Point(i, total)
        total += point.x ^ hash((point.y, i))
        pickle.loads(pickle.dumps(rows))
        '{:>10}|{:<8.3f}|{!r}'.format(i, total / 3, line)
    return total


def statements(n):
    """Statements and expressions that are not above: a class that no training run has loaded comes from its jar."""
    global seen
    seen = 0

    def left():
        nonlocal n
        n -= 1
        return n

    while True:
        if left() < 0 and not seen % 2 or n < -9:
            break
        if n % 3 == 0:
            continue
        seen += 1
    try:
        raise ValueError(n)
    except (TypeError, ValueError) as e:
        first, *rest = str(e)
    else:
        pass
    finally:
        del left
    assert first or rest, 'text'
    return first


def library():
    """Parts of the library that work by classes of their own."""
    big = 7 ** 99
    text = f'{math.gcd(big, 7 ** 60)} {pow(3, big, 10 ** 30 + 7)} {int(str(big)) // 3}'
    groups = [list(g) for _, g in itertools.groupby(text.split(), key=len)]
    waiting = collections.deque(groups, 9)
    ordered = collections.OrderedDict(zip(text.ljust(99), itertools.count()))
    lines = list(iter(waiting.popleft, groups[-1]))
    lines.sort(key=operator.itemgetter(0))
    with open(__file__) as f:
        text = f.readline()
    return pickle.loads(pickle.dumps((Point(len(ordered)), lines, text, text.encode())))


async def numbers(n):
    for i in range(n):
        yield i


async def tasks(n):
    queue = asyncio.Queue(4)

    async def produce():
        for i in range(n):
            await queue.put(i)

    producer = asyncio.create_task(produce())
    async for _ in numbers(n):
        await queue.get()
    await producer


def main():
    everyday(60)
    statements(9)
    library()
    asyncio.run(tasks(300))
    parser = argparse.ArgumentParser()
    parser.add_argument('--name', default='x')
    parser.parse_args([])
    json.loads(json.dumps({'a': [1, 2.5, None, True, 'text'], 'b': {'c': 'd'}}))
    re.sub(r'(\w+)-(\d+)', r'\2', 'abc-12 def-34')
    collections.Counter('abracadabra').most_common(2)
    str(datetime.datetime(2024, 2, 29, 12, 30))
    repr(Point(1))
    logging.getLogger('training').debug('%s', 'nothing')
    thread = threading.Thread(target=lambda: sorted(range(10), key=lambda n: -n))
    thread.start()
    thread.join()
    try:
        {}['missing']
    except KeyError as e:
        f'{e!r:>20}'
    other = interpreters.create()
    other.exec('import json, logging\nvalue = sum(n * n for n in range(10))')
    other.close()
    unittest.TestLoader().loadTestsFromTestCase(unittest.TestCase)
    print('trained', f'{3.14:.2f}', file=sys.stderr)
    print('trained')
    # what standard output does when it is a pipe
    r, w = os.pipe()
    with open(w, 'w') as out:
        print('trained', file=out)
    os.read(r, 100)
    os.close(r)


main()
