# concurrent.futures: a pool of threads with results, errors, timeouts, cancellation and callbacks; a pool of processes.
import concurrent.futures as cf
import os
import threading
import time


def square(n):
    if n == 7:
        raise ValueError("seven")
    return n * n


def where(n):
    return os.getpid(), sum(range(n))


def threads():
    with cf.ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
        print(list(pool.map(square, range(6))))  # => [0, 1, 4, 9, 16, 25]
        futures = {pool.submit(square, n): n for n in (2, 7, 3)}
        print(sorted((futures[f], repr(f.exception()) if f.exception() else f.result()) for f in cf.as_completed(futures)))  # => [(2, 4), (3, 9), (7, "ValueError('seven')")]
        print(pool.submit(lambda: threading.current_thread().name.startswith("pool_")).result())  # => True
        gate = threading.Event()
        slow = [pool.submit(gate.wait, 20) for _ in range(3)]
        while not all(f.running() for f in slow):
            time.sleep(0.001)
        waiting = pool.submit(square, 1)
        print(waiting.cancel(), waiting.cancelled(), slow[0].cancel(), slow[0].running())  # => True True False True
        try:
            slow[0].result(timeout=0.01)
        except TimeoutError as e:
            print("timeout", isinstance(e, cf.TimeoutError))  # => timeout True
        done, pending = cf.wait(slow + [waiting], timeout=0.01)
        print(len(done), len(pending))  # => 0 4
        seen = []
        slow[1].add_done_callback(lambda f: seen.append(f.result()))
        gate.set()
        print(cf.wait(slow).not_done, seen)  # => set() [True]
        try:
            list(pool.map(square, [1, 7, 2]))
        except ValueError as e:
            print(repr(e))  # => ValueError('seven')
        try:
            waiting.result()
        except cf.CancelledError as e:
            print(repr(e))  # => CancelledError()
    try:
        pool.submit(square, 1)
    except RuntimeError as e:
        print(e)  # => cannot schedule new futures after shutdown
    local = threading.local()

    def start(value):
        local.value = value

    with cf.ThreadPoolExecutor(2, initializer=start, initargs=("set",)) as pool:
        print({f.result() for f in [pool.submit(lambda: local.value) for _ in range(5)]})  # => {'set'}
    with cf.ThreadPoolExecutor(1, initializer=lambda: 1 / 0) as pool:
        import logging

        logging.disable(logging.CRITICAL)
        try:
            pool.submit(square, 1).result()
        except cf.thread.BrokenThreadPool as e:
            print(e)  # => A thread initializer failed, the thread pool is not usable anymore
    pool = cf.ThreadPoolExecutor(1)
    hold = threading.Event()
    first, rest = pool.submit(hold.wait, 20), [pool.submit(square, i) for i in range(4)]
    time.sleep(0.01)
    pool.shutdown(wait=False, cancel_futures=True)
    hold.set()
    print(first.result(), [f.cancelled() for f in rest])  # => True [True, True, True, True]
    future = cf.Future()
    future.set_running_or_notify_cancel()
    future.set_exception(KeyError("k"))
    print(future.done(), repr(future.exception()), future.running())  # => True KeyError('k') False


def processes():
    with cf.ProcessPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(where, [10, 100, 1000]))
        print([total for _, total in results], os.getpid() in {pid for pid, _ in results})  # => [45, 4950, 499500] False
        try:
            pool.submit(square, 7).result()
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__, "in square" in str(e.__cause__))  # => ValueError('seven') _RemoteTraceback True
        print(pool.submit(pow, 3, 100).result() == 3**100)  # => True


if __name__ == "__main__":
    threads()
    processes()
