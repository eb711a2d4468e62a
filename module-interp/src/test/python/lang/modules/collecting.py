# The garbage collector as programs see it: callbacks, thresholds, finalizers in cycles, resurrection, warnings of what was left open.
import gc
import threading
import time
import warnings
import weakref

gc.collect()
log = []


def until(condition):
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        gc.collect()
        time.sleep(0.01)


def callback(phase, info):
    log.append((phase, sorted(info)))


gc.callbacks.append(callback)
gc.collect()
gc.callbacks.remove(callback)
print(log[0], log[-1][0])  # => ('start', ['collected', 'generation', 'uncollectable']) stop

gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.isenabled())  # => (500, 5, 5) True


class Node:
    ended = []
    saved = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Node.ended.append((self.name, threading.current_thread() is threading.main_thread()))
        if self.name == "saved":
            Node.saved.append(self)


def cycle():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a


cycle()
until(lambda: len(Node.ended) == 2)
print(sorted(Node.ended))  # => [('a', True), ('b', True)]

# resurrected once, and not ended a second time
Node.ended.clear()
node = Node("saved")
node.itself = node
del node
until(lambda: Node.saved)
print([n.name for n in Node.saved], Node.ended)  # => ['saved'] [('saved', True)]
Node.saved.clear()
for _ in range(5):
    gc.collect()
    time.sleep(0.01)
print(Node.ended)  # => [('saved', True)]


class Plain:
    pass


def watched():
    kept = Plain()
    kept.itself = kept
    return weakref.ref(kept, lambda r: log.append("gone")), weakref.finalize(kept, log.append, "finalized")


log.clear()
reference, finalizer = watched()
until(lambda: len(log) == 2)
print(sorted(log), reference(), finalizer.alive)  # => ['finalized', 'gone'] None False

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    def leave_open():
        open(__file__)

    leave_open()
    until(lambda: caught)
print(caught[0].category.__name__, str(caught[0].message).startswith("unclosed file <_io.TextIOWrapper"))  # => ResourceWarning True
