# Operations that never end by themselves, or not for hours. INSIDE says which Java frame, or "blocked", shows that a thread is in the middle of one.
import collections
import itertools
import math
import os
import re
import sys
import threading
import time

sys.set_int_max_str_digits(0)
HUGE = (1 << 60_000_000) - 1
PRIME = (1 << 44_497) - 1
TOWER = "9" * 4_000_000


def loop():
    while True:
        pass


def loop_that_swallows():
    while True:
        try:
            while True:
                pass
        except Exception:
            pass


def calls():
    def f(n):
        return n and f(n - 1)

    for _ in iter(int, 1):
        f(20)


def generator():
    sum(1 for _ in itertools.repeat(1))


def sum_of_repeat():
    sum(itertools.repeat(1))


def sum_of_range():
    sum(range(10**17))


def none_is_true():
    any(range(0, 1)) or any(itertools.repeat(0))


def all_are_true():
    all(range(1, 10**17))


def maximum():
    max(itertools.cycle((1, 2)))


def contained():
    "x" in range(10**17)


def joined():
    "".join(map(str, filter(None, itertools.repeat(0))))


def counting():
    collections.deque(itertools.count(), maxlen=0)


def combinations():
    collections.deque(itertools.combinations(range(70), 35), maxlen=0)


def products():
    collections.deque(itertools.product(range(1000), repeat=6), maxlen=0)


def zipped():
    collections.deque(zip(range(10**17), range(10**17)), maxlen=0)


def unpacked():
    first, *_, last = filter(None, itertools.repeat(0))


def backtracking():
    re.match(r"(a+)+$", "a" * 64 + "b")


def power():
    3 ** 80_000_000


def power_modulo():
    pow(3, PRIME, PRIME + 2)


def product_of_huge():
    x = HUGE
    while True:
        x = x * HUGE


def quotient():
    (HUGE * HUGE) // (HUGE - 12345)


def text_of_huge():
    str(HUGE)


def huge_from_text():
    int(TOWER * 10)


def factorial():
    math.factorial(50_000_000)


def square_root():
    math.isqrt(HUGE)


def common_divisor():
    import random

    bits = random.Random(1).getrandbits
    math.gcd(bits(30_000_000), bits(30_000_000))


def sorting():
    class Key(int):
        pass

    values = list(range(1000))
    while True:
        values.sort(key=lambda v: -v)


def sorting_without_python():
    import random

    # equal, yet not the same: each comparison looks at all items
    one, other = ("x",) * 50_000, tuple(["x"] * 50_000)
    rows = [(one, i) for i in range(100_000)] + [(other, i) for i in range(100_000)]
    random.Random(1).shuffle(rows)
    sorted(rows)


def queue_get():
    import queue

    queue.Queue().get()


def simple_queue_get():
    import queue

    queue.SimpleQueue().get()


def lock_acquire():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def condition_wait():
    with (c := threading.Condition()):
        c.wait()


def event_wait():
    threading.Event().wait(10**6)


def thread_join():
    stop = threading.Event()

    def patient():
        while not stop.is_set():
            try:
                stop.wait()
            except KeyboardInterrupt:
                pass

    t = threading.Thread(target=patient, daemon=True)
    t.start()
    try:
        t.join()
    finally:
        stop.set()


def sleep():
    time.sleep(10**6)


def socket_read():
    import socket

    a, b = socket.socketpair()
    with a, b:
        a.recv(1)


def socket_accept():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as s:
        s.accept()


def socket_write():
    import socket

    a, b = socket.socketpair()
    with a, b:
        a.sendall(bytes(20_000_000))


def pipe_read():
    r, w = os.pipe()
    try:
        os.read(r, 1)
    finally:
        os.close(r)
        os.close(w)


def file_read():
    r, w = os.pipe()
    try:
        open(r, closefd=False).read()
    finally:
        os.close(r)
        os.close(w)


def selecting():
    import select

    r, w = os.pipe()
    try:
        select.select([r], [], [])
    finally:
        os.close(r)
        os.close(w)


def polling():
    import select

    select.poll().poll()


def subprocess_wait():
    import subprocess

    p = subprocess.Popen(["sleep", "1000"])
    try:
        p.wait()
    finally:
        p.kill()
        p.wait()


def subprocess_communicate():
    import subprocess

    p = subprocess.Popen(["sleep", "1000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        p.communicate()
    finally:
        p.kill()
        p.wait()
        p.stdout.close()
        p.stderr.close()


def event_loop():
    import asyncio

    asyncio.run(asyncio.sleep(10**6))


INSIDE = {
    "loop": "Unit.loop",
    "loop_that_swallows": "Unit.loop_that_swallows",
    "calls": "Unit.calls",
    "generator": "BuiltinsModule.sum",
    "sum_of_repeat": "BuiltinsModule.sum",
    "sum_of_range": "BuiltinsModule.sum",
    "none_is_true": "BuiltinsModule.any",
    "all_are_true": "BuiltinsModule.all",
    "maximum": "BuiltinsModule.max",
    "contained": "RangeIter",
    "joined": "PyFilter",
    "counting": "Deque",
    "combinations": "Combinations",
    "products": "Product",
    "zipped": "PyZip",
    "unpacked": "PyFilter",
    "backtracking": ".sre.",
    "power": "BigInteger",
    "power_modulo": "BigInteger",
    "product_of_huge": "BigInteger",
    "quotient": "BigInteger",
    "text_of_huge": "BigInteger",
    "huge_from_text": "BigInteger",
    "factorial": "BigInteger",
    "square_root": "BigInteger",
    "common_divisor": "IntGcd",
    "sorting": "ListSort",
    "sorting_without_python": "ListSort",
}
NAMES = [n for n, f in list(globals().items()) if getattr(f, "__module__", "") == __name__ and callable(f)]
