"""Runs programs of this folder: `run.py ITERATIONS SECONDS NAME...`, at least so many iterations and so long for each name; several names are interleaved in one process.

Prints a line `NAME check VALUE` for each and then `NAME ITERATION SECONDS`. The value must be the same in every iteration.
"""
import itertools
import sys
import time


def main():
    iterations = int(sys.argv[1])
    programs = [(name, __import__(name).work) for name in sys.argv[3:]]
    end = time.perf_counter() + float(sys.argv[2]) * len(programs)
    checks = {}
    for i in itertools.count():
        if i >= iterations and time.perf_counter() >= end:
            break
        for name, work in programs:
            start = time.perf_counter()
            value = work()
            seconds = time.perf_counter() - start
            text = repr(value)
            if i == 0:
                checks[name] = text
                print(name, "check", text)
            elif checks[name] != text:
                raise SystemExit(f"{name}: iteration {i} gave {text}, the first {checks[name]}")
            print(name, i, f"{seconds:.6f}", flush=True)


if __name__ == "__main__":
    main()
