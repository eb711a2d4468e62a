# Named resources, whose locks the runtime holds around calls: waiting, order, deadlock, interruption, close.
import _thread
import threading
import time
import warnings

import _interpreters

import _testspi_shared as shared

warnings.simplefilter("always")


def tell(function, *args):
    try:
        print(function(*args))
    except BaseException as e:
        print(type(e).__name__, e)


def caught(function):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        function()
    return [str(w.message).split("; ")[0].replace(str(threading.get_ident()), "T") for w in found]


# held around the call, once more by the same thread, given back whatever happens
tell(shared.with_a, lambda: shared.with_a(lambda: "twice"))  # => twice
tell(shared.with_a, lambda: 1 / 0)  # => ZeroDivisionError division by zero
tell(shared.release, "liba")  # => RuntimeError shared resource 'liba' is not held by this thread


class Number:
    def __index__(self):
        return free("liba")


def free(name):
    """1 when another thread can have the resource now."""
    got = []

    def take():
        shared.acquire(name)
        got.append(1)
        shared.release(name)

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    thread.join(0.2)
    return len(got)


# arguments are converted before the lock is taken
tell(shared.converted, Number(), lambda number: (number, free("liba")))  # => (1, 0)
tell(free, "liba")  # => 1
tell(shared.with_both, lambda: (free("liba"), free("libb")))  # => (0, 0)

# at a class it means all members; a member can name more
seen = []
device = shared.Device(lambda member: seen.append((member, free("device"), free("bus"))))
device.value
device.value = 1
del device.value
len(device)
device.method(1, 2, 3, c="x", d=4)
device.method(1, c="x")
print(seen)  # => [('__new__', 0, 1), ('get', 0, 1), ('set', 0, 1), ('set', 0, 1), ('__len__', 0, 1), ('method', 0, 0), ('method', 0, 0)]
print(free("device"), free("bus"))  # => 1 1

# who waits has given the interpreter's lock back, and gets the resource in the order of arrival
order = []
shared.acquire("queue")
threads = []
for i in range(4):
    threads.append(threading.Thread(target=lambda i=i: (shared.acquire("queue"), order.append(i), shared.release("queue"))))
    threads[-1].start()
    time.sleep(0.05)
order.append("still held")
shared.release("queue")
for thread in threads:
    thread.join()
print(order)  # => ['still held', 0, 1, 2, 3]


# the order liba, libb was seen in with_both: the other way round is found, once, and named
def inverted():
    shared.with_b(lambda: shared.with_a(lambda: None))


for line in caught(inverted):
    print(line[: line.index("thread")] + "..." + line[line.index(" while") : line.index("thread", 60)] + "...")  # => shared resource 'liba' is asked for by ... while 'libb' is held, but elsewhere the order is the other way round: 'libb' while 'liba' was held, by ...
tell(caught, inverted)  # => []


# over a third one, in another interpreter
def chain():
    shared.acquire("x")
    shared.acquire("y")
    shared.release("y")
    shared.release("x")


tell(caught, chain)  # => []
other = _interpreters.create()
_interpreters.run_string(
    other,
    """if True:
    import _testspi_shared as shared
    shared.acquire("y")
    shared.acquire("z")
    shared.release("z")
    shared.release("y")
    """,
)


def closing():
    shared.acquire("z")
    shared.acquire("x")
    shared.release("x")
    shared.release("z")


for line in caught(closing):
    print("'y' while 'x' was held" in line, "'z' while 'y' was held" in line, "interpreter 1" in line)  # => True True True


# a real deadlock is an error of one, not a hang of both
def first():
    shared.acquire("m")
    ready.wait()
    shared.acquire("n")
    shared.release("n")
    shared.release("m")


warnings.simplefilter("ignore")
ready = threading.Event()
thread = threading.Thread(target=first)
thread.start()
shared.acquire("n")
ready.set()
time.sleep(0.2)
try:
    shared.acquire("m")
except RuntimeError as e:
    print(str(e)[:46], "...", str(e)[-46:])  # => waiting for shared resource 'm' would never en ... 'm' and waits for 'n', which this thread holds
shared.release("n")
thread.join()
tell(free, "m")  # => 1

# interruption while waiting: the main thread waits for what another thread holds
held = threading.Event()
done = threading.Event()


def hold():
    shared.acquire("busy")
    held.set()
    done.wait()
    shared.release("busy")


thread = threading.Thread(target=hold)
thread.start()
held.wait()
threading.Timer(0.2, _thread.interrupt_main).start()
tell(shared.acquire, "busy")  # => KeyboardInterrupt 
done.set()
thread.join()
tell(free, "busy")  # => 1

# what a thread leaves behind is given back when it ends
thread = threading.Thread(target=shared.acquire, args=("left behind",))
thread.start()
thread.join()
tell(free, "left behind")  # => 1

# an interpreter that closes: one of its threads holds, one waits, both are daemons
own = _interpreters.create("legacy")
print(  # => None
    _interpreters.run_string(
        own,
        """if True:
    import threading, time
    import _testspi_shared as shared
    started = threading.Event()
    def hold():
        shared.acquire("closing")
        started.set()
        while True:
            time.sleep(0.01)
    def wait():
        shared.acquire("closing")
    threading.Thread(target=hold, daemon=True).start()
    started.wait()
    threading.Thread(target=wait, daemon=True).start()
    time.sleep(0.1)
    """,
    )
)
tell(free, "closing")  # => 0
_interpreters.destroy(own)
tell(free, "closing")  # => 1
