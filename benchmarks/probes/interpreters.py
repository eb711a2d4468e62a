"""Measures isolated interpreters in one process, and prints a JSON object: `interpreters.py PROBE [ARGUMENT...]`.

Runs in CPython 3.13 and in Clutch: both have `_interpreters`.
"""
import json
import statistics
import sys
import threading
import time

import _interpreters

FACTORIALS = """
def work(size=700, rounds=60):
    digits = 0
    for _ in range(rounds):
        product = 1
        for n in range(2, size + 1):
            product *= n
        digits = 1
        while product >= 10 ** 50:
            product //= 10 ** 50
            digits += 50
    return digits
"""

SIEVE = """
def work(size=30000):
    sieve = bytearray([1]) * (size + 1)
    n = 2
    while n * n <= size:
        if sieve[n]:
            for k in range(n * n, size + 1, n):
                sieve[k] = 0
        n += 1
    counts = {}
    for n in range(2, size + 1):
        if sieve[n]:
            counts[n % 10] = counts.get(n % 10, 0) + 1
    return counts
"""


def made(source=None):
    one = _interpreters.create('isolated')
    if source:
        run(one, source)
    return one


def run(one, source):
    failure = _interpreters.exec(one, source)
    if failure is not None:
        raise RuntimeError(f'{source!r}: {failure}')


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def life(source):
    one = made(source)
    _interpreters.destroy(one)


def create(source, count):
    """Time of creating, running the source, closing; the first ones are warm-up."""
    times = [seconds(lambda: life(source)) for _ in range(int(count))]
    tail = times[-max(1, len(times) // 3):]
    return {'first': times[0], 'median': statistics.median(tail), 'least': min(tail)}


def in_threads(jobs):
    threads = [threading.Thread(target=run, args=job) for job in jobs]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def two_cores():
    """Speed-up of the same work in two interpreters at once, against one after the other."""
    pair = [made(FACTORIALS) for _ in range(2)]
    end = time.perf_counter() + 3  # by then no compiler uses the second core
    while time.perf_counter() < end:
        in_threads([(one, 'work()') for one in pair])
    speed_ups = []
    job = 'for _ in range(20): work()'
    for _ in range(7):
        turns = seconds(lambda: [run(one, job) for one in pair])
        together = seconds(lambda: in_threads([(one, job) for one in pair]))
        speed_ups.append(turns / together)
    return {'speed_up': statistics.median(speed_ups), 'best': max(speed_ups)}


def second():
    """The first run in a second interpreter of code that is hot in the first, against its steady state there."""
    ratios = []
    first = made(SIEVE)
    for _ in range(60):
        run(first, 'work()')
    for _ in range(7):
        other = made(SIEVE)
        cold = seconds(lambda: run(other, 'work()'))
        warm = statistics.median(seconds(lambda: run(other, 'work()')) for _ in range(15))
        ratios.append(cold / warm)
        _interpreters.destroy(other)
    return {'first_to_steady': statistics.median(ratios)}


def turns(count):
    """One core's worth of work by many interpreters in turns, against one that does all of it."""
    count = int(count)
    many = [made(SIEVE) for _ in range(count)]
    for _ in range(3):
        for one in many:
            run(one, 'work()')
    ratios = []
    for _ in range(7):
        alone = seconds(lambda: [run(many[0], 'work()') for _ in range(count)])
        shared = seconds(lambda: [run(one, 'work()') for one in many])
        ratios.append(shared / alone)
    return {'many_to_one': statistics.median(ratios)}


def hold(source, *counts):
    """Makes interpreters up to each count and waits for a line, so that somebody can look at the memory."""
    held = []
    for count in counts:
        start = time.perf_counter()
        while len(held) < int(count):
            held.append(made(source))
        print(json.dumps({'count': len(held), 'seconds': time.perf_counter() - start}), flush=True)
        sys.stdin.readline()
    return {}


PROBES = {f.__name__: f for f in (create, two_cores, second, turns, hold)}

if __name__ == '__main__':
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])), flush=True)
