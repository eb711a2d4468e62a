# _thread under the library's threading; atexit, gc and weakref where threads and finalizers meet.
import gc
import sys
import threading
import weakref

results = []
threads = [threading.Thread(target=lambda n=n: results.append(n * n), name=f"T{n}") for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), any(t.is_alive() for t in threads), threading.active_count())  # => [0, 1, 4, 9, 16] False 1
hooked = []
threading.excepthook = lambda args: hooked.append((args.exc_type.__name__, args.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name="fails")
t.start()
t.join()
print(hooked)  # => [('ZeroDivisionError', 'fails')]
local = threading.local()
local.x = 1
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, "x")))
t.start()
t.join()
print(seen, local.x)  # => [False] 1
barrier = threading.Barrier(3)
order = []
threads = [threading.Thread(target=lambda: (barrier.wait(), order.append(1))) for _ in range(2)]
for t in threads:
    t.start()
barrier.wait(10)
for t in threads:
    t.join()
print(order, barrier.broken)  # => [1, 1] False
lock = threading.RLock()
with lock:
    with lock:
        print(lock._is_owned(), lock.acquire(blocking=False), threading.Lock().acquire(timeout=0.01))  # => True True True
event = threading.Event()


def inside():
    event.wait()


waiting = threading.Thread(target=inside)
waiting.start()
while True:
    frame = sys._current_frames().get(waiting.ident)
    names = []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    if "inside" in names and "wait" in names:
        break
print(names[-3:])  # => ['run', '_bootstrap_inner', '_bootstrap']
event.set()
waiting.join()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        results.append(self.name)


class Again(list):
    def __del__(self):
        kept.append(self)


results.clear()
kept = []
a = Noisy("a")
a.self = a
gone = []
r = weakref.ref(a, gone.append)
b = Again([1])
del a, b
gc.collect()
print(results, r() is None, len(gone), kept, gc.is_finalized(kept[0]))  # => ['a'] True 1 [[1]] True
kept.clear()
gc.collect()
print(kept)  # => []
