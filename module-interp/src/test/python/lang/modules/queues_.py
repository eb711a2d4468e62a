# Queues between interpreters (the API of 3.14, which no oracle here has): order of waiters, time, close, policies, what can't cross, select.
import threading
import time
import _interpqueues
from concurrent import interpreters
from concurrent.interpreters import _queues


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


q = interpreters.create_queue(2)
print(q.maxsize, q.unbounditems, q.empty(), q.full(), q.qsize(), isinstance(q, interpreters.Queue))  # => 2 concurrent.interpreters._queues.UNBOUND True False 0 True
for value in (None, True, 2**100, 1.5, 2j, "s", b"b", (1, (2, "x")), frozenset({1}), q, [1, {"a": 2}], len, print.__class__):
    q.put(value)
    got = q.get()
    assert got == value and type(got) is type(value), value
assert q.get.__self__ is q

# time, in parts of a second
start = time.monotonic()
print(error(q.get, timeout=0.05), error(q.get, False), error(q.get, timeout=-1))  # => QueueEmpty: queue 1 is empty QueueEmpty: queue 1 is empty ValueError: timeout value must be non-negative
assert 0.05 <= time.monotonic() - start < 5
q.put(1), q.put(2)
print(error(q.put, 3, timeout=0.01), error(q.put_nowait, 3), q.qsize(), q.get(), q.get())  # => QueueFull: queue 1 is full QueueFull: queue 1 is full 2 1 2
print(issubclass(interpreters.QueueEmpty, __import__("queue").Empty), interpreters.QueueFullError is interpreters.QueueFull)  # => True True

# the first who waits is the first who is served, whatever interpreter it is in
results = interpreters.create_queue()
turns = interpreters.create_queue()
others = [interpreters.create() for _ in range(3)]


def take(n):
    turns.put(n)
    results.put((n, q.get()))


threads = []
for n, other in enumerate(others):
    other.prepare_main(q=q, results=results, turns=turns)
    threads.append(other.call_in_thread(take, n))
    turns.get()
    time.sleep(0.1)  # it waits in q.get() by now
for item in "abc":
    q.put(item)
for t in threads:
    t.join()
print(sorted(results.get() for _ in threads))  # => [(0, 'a'), (1, 'b'), (2, 'c')]

# the queue ends while both ends wait
full = interpreters.create_queue(1)
full.put(0)
ended = []
threads = [
    threading.Thread(target=lambda: ended.append(error(q.get))),
    threading.Thread(target=lambda: ended.append(error(full.put, 1))),
    threading.Thread(target=lambda: ended.append(error(full.put, 2, timeout=60))),
]
for t in threads:
    t.start()
time.sleep(0.1)
_interpqueues.destroy(q.id)
_interpqueues.destroy(full.id)
for t in threads:
    t.join()
print(sorted(ended))  # => ['QueueNotFoundError: queue 1 not found', 'QueueNotFoundError: queue 4 not found', 'QueueNotFoundError: queue 4 not found']
print(error(q.put, 1), error(interpreters.Queue, 1000))  # => QueueNotFoundError: queue 1 not found QueueNotFoundError: queue 1000 not found

# what becomes of items whose interpreter is closed
q = interpreters.create_queue()


def fill():
    from concurrent.interpreters import _queues
    q.put("replaced")
    q.put("removed", unbounditems=_queues.UNBOUND_REMOVE)
    q.put("error", unbounditems=_queues.UNBOUND_ERROR)
    q.put("kept until then")


others[0].prepare_main(q=q)
others[0].call(fill)
q.put("ours")
print(q.qsize(), q.get())  # => 5 replaced
others[0].close()
print(q.qsize(), error(q.get), q.get(), q.get(), q.empty())  # => 3 ItemInterpreterDestroyed: item's original interpreter destroyed concurrent.interpreters._queues.UNBOUND ours True
print(error(q.put, 1, unbounditems=3))  # => NotImplementedError: unsupported unbound replacement op 3

# what can't cross, all of it
lock = threading.Lock()
kept = {"a": [lock], "b": (x for x in ())}
message = error(q.put, kept)
print(message[: message.index(": {")], message[message.index(" (['a']") :])  # => NotShareableError: object could not be pickled  (['a'][0]: cannot pickle '_thread.lock' object; ['b']: cannot pickle 'generator' object)
print(error(_interpqueues.put, q.id, (1, [2], ({3},)), 0))  # => NotShareableError: [2] does not support cross-interpreter data; {3} does not support cross-interpreter data
print(issubclass(interpreters.NotShareableError, TypeError), q.empty())  # => True True

# memory is shared, and held as long as it is looked at
data = bytearray(b"spam")
q.put(memoryview(data))
others[1].prepare_main(q=q, results=results)
others[1].exec("view = q.get(); view[:2] = b'SP'; results.put(bytes(view))")
print(results.get(), data, error(data.append, 1))  # => b'SPam' bytearray(b'SPam') BufferError: Existing exports of data: object cannot be re-sized
others[1].exec("view.release()")
data.append(33)
print(data)  # => bytearray(b'SPam!')

# or handed over; the sender keeps nothing, and gets it back when nobody takes it
data = bytearray(b"x" * 10)
q.put((1, interpreters.transfer(data)))
print(len(data), q.get(), error(interpreters.transfer, b""))  # => 0 (1, bytearray(b'xxxxxxxxxx')) TypeError: only a bytearray can be handed over, not bytes
data += b"abc"
small = interpreters.create_queue(1)
small.put(0)
with memoryview(data):
    print(error(small.put, interpreters.transfer(data), False))  # => BufferError: Existing exports of data: object cannot be re-sized
print(error(small.put, interpreters.transfer(data), timeout=0.01), data)  # => QueueFull: queue 6 is full bytearray(b'abc')

# several queues at once
a, b = interpreters.create_queue(), interpreters.create_queue()
print(error(interpreters.select, [a, b], timeout=0.01), error(interpreters.select, [a, b], False))  # => QueueEmpty: all queues are empty QueueEmpty: all queues are empty
others[1].prepare_main(b=b)
t = others[1].call_in_thread(lambda: b.put("late"))
chosen, value = interpreters.select([a, b])
t.join()
a.put(1), b.put(2)
print(chosen is b, value, interpreters.select([b, a])[1], interpreters.select([b, a])[1])  # => True late 2 1

# a queue crosses in a queue and lives on the way
carrier = interpreters.create_queue()


def send():
    from concurrent.interpreters import create_queue
    inner = create_queue()
    inner.put("inside")
    carrier.put((inner, "with it"))


others[1].prepare_main(carrier=carrier)
others[1].call(send)
others[1].exec("import gc; gc.collect()")
inner, text = carrier.get()
print(inner.get(), text)  # => inside with it

# an interpreter that closes ends its threads that wait
others[2].prepare_main(q=q)
others[2].exec("""
import _thread
def wait():
    try:
        q.get()
    finally:
        q.put('ended')
_thread.start_new_thread(wait, ())
""")
time.sleep(0.1)
others[2].close()
print(q.get())  # => concurrent.interpreters._queues.UNBOUND

# what another interpreter tells of an exception
try:
    others[1].exec("""
def f():
    try:
        {}["k"]
    except KeyError as e:
        error = ValueError("v", [1])
        error.add_note("a note")
        raise error from e
f()
""")
except interpreters.ExecutionFailed as e:
    info, shown = e.excinfo, str(e)
print(info.formatted, info.args, info.notes, [frame[1:3] for frame in info.frames])  # => ValueError: ('v', [1]) ('v', '[1]') ('a note',) [(9, '<module>'), (8, 'f')]
print(info.cause.type.__name__, info.cause.args, info.context, shown.splitlines()[:3])  # => KeyError ('k',) None ["ValueError: ('v', [1])", '', 'Uncaught in the interpreter:']
