"""The same work four times: in turn, in threads, in processes, in interpreters.

    bin/clutch examples/parallel.py [workers [size]]

Each worker multiplies the numbers up to SIZE, some times over.  Threads of one
interpreter share its lock and take turns; isolated interpreters have a lock
each and run at the same time in one process.  At the end an extension that is
not isolated is imported, by the main interpreter and by an isolated one.
"""

import os
import sys
import threading
import time
from concurrent import interpreters

ARGUMENTS = [int(a) for a in sys.argv[1:] if a.isdigit()]
WORKERS = ARGUMENTS[0] if ARGUMENTS else min(4, os.cpu_count() or 1)
SIZE = ARGUMENTS[1] if len(ARGUMENTS) > 1 else 1500
ROUNDS = 400


def factorials(size, rounds):
    """Compute size! over and over; return the number of its digits."""
    digits = 0
    for _ in range(rounds):
        product = 1
        for n in range(2, size + 1):
            product *= n
        digits = 1
        while product >= 10 ** 500:
            product //= 10 ** 500
            digits += 500
        while product >= 10:
            product //= 10
            digits += 1
    return digits


def in_turn():
    for _ in range(WORKERS):
        factorials(SIZE, ROUNDS)


def in_threads():
    run_all([threading.Thread(target=factorials, args=(SIZE, ROUNDS)) for _ in range(WORKERS)])


def in_processes():
    import subprocess

    if not sys.executable:
        raise RuntimeError('sys.executable is empty: start this by bin/clutch')
    command = [sys.executable, os.path.abspath(__file__), '--worker', str(SIZE), str(ROUNDS)]
    children = [subprocess.Popen(command) for _ in range(WORKERS)]
    for child in children:
        if child.wait() != 0:
            raise RuntimeError(f'a child ended with status {child.returncode}')


def in_interpreters():
    made = [interpreters.create() for _ in range(WORKERS)]
    run_all([threading.Thread(target=one.call, args=(factorials, SIZE, ROUNDS)) for one in made])
    for one in made:
        one.close()


def run_all(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure():
    print(f'{WORKERS} workers, {ROUNDS} times {SIZE}! each, {os.cpu_count()} processors')
    for _ in range(8):
        factorials(SIZE, ROUNDS)  # so that all four find the code compiled by the JIT
    print(f'{"":<14}{"seconds":>9}{"speed-up":>10}')
    base = None
    for title, work in [
        ('in turn', in_turn),
        ('threads', in_threads),
        ('processes', in_processes),
        ('interpreters', in_interpreters),
    ]:
        start = time.perf_counter()
        try:
            work()
        except (ImportError, OSError, RuntimeError, NotImplementedError, AttributeError) as e:
            print(f'{title:<14}  not available: {e}')
            continue
        seconds = time.perf_counter() - start
        base = base or seconds
        print(f'{title:<14}{seconds:>9.2f}{base / seconds:>9.1f}x')


def extension():
    print('\nimport shared_counter, which declares NOT_SUPPORTED:')
    import shared_counter
    print(f'  main interpreter: next() is {shared_counter.next()}')
    isolated = interpreters.create()
    try:
        isolated.exec('import shared_counter')
    except interpreters.ExecutionFailed as e:
        print(f'  {isolated!r}: {e.excinfo.formatted}')
    isolated.close()


if __name__ == '__main__':
    if sys.argv[1:2] == ['--worker']:
        factorials(int(sys.argv[2]), int(sys.argv[3]))
    else:
        measure()
        extension()
