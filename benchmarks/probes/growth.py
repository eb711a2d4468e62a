"""Lets one process grow, step by step: `growth.py KIND COUNT...`.

After each step prints a JSON object with the count, the seconds that its work took, and the unit that they are of; then waits for a line, so that memory can be looked at.
Kinds: modules, objects, recursion, threads.
"""
import json
import pathlib
import sys
import tempfile
import threading
import time

MODULE = "\n".join(f"""
def function{i}(a, b={i}):
    total = a
    for k in range(b):
        total += k * {i}
    return total
""" for i in range(9)) + """
class Thing:
    def __init__(self, value):
        self.value = value

    def method(self):
        return self.value
"""


def modules(count, kept):
    """Imports modules of ten functions each until there are so many; the time is that of one."""
    if not kept:
        kept.append(tempfile.TemporaryDirectory())
        sys.path.insert(0, kept[0].name)
        sys.dont_write_bytecode = True
    start = len(kept) - 1
    for i in range(start, count):
        pathlib.Path(kept[0].name, f"grown{i}.py").write_text(f"number = {i}\n{MODULE}")
    begin = time.perf_counter()
    for i in range(start, count):
        kept.append(__import__(f"grown{i}"))
    return (time.perf_counter() - begin) / (count - start)


class Node:
    def __init__(self, number, before):
        self.number = number
        self.before = before


def objects(count, kept):
    """Makes instances with two attributes, each of which knows the one before; the time is that of one."""
    start = len(kept)
    last = kept[-1] if kept else None
    begin = time.perf_counter()
    for i in range(start, count):
        last = Node(i, last)
        kept.append(last)
    return (time.perf_counter() - begin) / (count - start)


def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1


def recursion(count, kept):
    """Calls itself so many times; the time is that of one call, there and back, the least of twenty."""
    sys.setrecursionlimit(count + 1000)
    least = 1e9
    for _ in range(20):
        begin = time.perf_counter()
        depth(count - 1)
        least = min(least, time.perf_counter() - begin)
    return least / count


def threads(count, kept):
    """So many threads share the same amount of work; the time is that of all of it."""
    def work(rounds):
        total = 0
        for i in range(rounds):
            total += i & 7
        return total

    jobs = [threading.Thread(target=work, args=(3_000_000 // count,)) for _ in range(count)]
    begin = time.perf_counter()
    for t in jobs:
        t.start()
    for t in jobs:
        t.join()
    return time.perf_counter() - begin


def main():
    step = {"modules": modules, "objects": objects, "recursion": recursion, "threads": threads}[sys.argv[1]]
    kept = []
    for count in map(int, sys.argv[2:]):
        seconds = step(count, kept)
        print(json.dumps({"count": count, "seconds": seconds}), flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main()
