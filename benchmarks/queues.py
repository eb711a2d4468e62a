"""Queues between two interpreters on two threads: python queues.py [ROUNDS].

Prints the time of a blocking round trip of an int and of 1 MB of bytes, with their ratio, and how many messages a second go one way, and
whether that is what is required of Clutch on a free machine. Needs concurrent.interpreters, so CPython 3.14 or Clutch.
"""
import sys
import time
from concurrent import interpreters

REPEATS = 5


def echo(inbox, outbox):
    while True:
        item = inbox.get()
        if item is None:
            return
        outbox.put(item)


def drain(inbox):
    while inbox.get() is not None:
        pass


def round_trip(rounds, item):
    """The best time of a round trip in microseconds."""
    there, back = interpreters.create_queue(), interpreters.create_queue()
    partner = interpreters.create()
    thread = partner.call_in_thread(echo, there, back)
    best = float("inf")
    for _ in range(REPEATS):
        start = time.perf_counter()
        for _ in range(rounds):
            there.put(item)
            back.get()
        best = min(best, (time.perf_counter() - start) / rounds)
    there.put(None)
    thread.join()
    partner.close()
    return best * 1e6


def one_way(messages):
    """The best number of messages a second that leave and arrive."""
    queue = interpreters.create_queue()
    partner = interpreters.create()
    thread = partner.call_in_thread(drain, queue)
    best = 0
    for _ in range(REPEATS):
        start = time.perf_counter()
        for i in range(messages):
            queue.put(i)
        while not queue.empty():
            pass
        best = max(best, messages / (time.perf_counter() - start))
    queue.put(None)
    thread.join()
    partner.close()
    return best


def show(measured, met, required):
    print(f"{measured}: {'met' if met else 'NOT met'} ({required})")


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    small = round_trip(rounds, 42)
    large = round_trip(rounds, bytes(1_000_000))
    messages = one_way(rounds * 10) / 1e6
    show(f"round trip of an int: {small:.1f} us", small <= 20, "at most 20 us")
    show(f"round trip of 1 MB of bytes: {large:.1f} us, {large / small:.2f} times that", large <= 2 * small, "at most twice")
    show(f"one way: {messages:.2f} million messages a second", messages >= 1, "at least one million")


if __name__ == "__main__":
    main()
