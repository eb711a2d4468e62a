import _queue

q = _queue.SimpleQueue()
q.put(1)
assert q.get() == 1


def blocking():
    try:
        q.get(timeout=0.1)
    except _queue.Empty:
        pass


def endless():
    q.get()
