# Events of PEP 578 that audit_.py leaves out: what asks, what interprets, what looks into memory, what ends.
import builtins
import gc
import os
import signal
import socket
import sys
import threading

seen = None


def plain(a):
    if isinstance(a, (tuple, list)):
        return "(" + ", ".join(map(plain, a)) + ")"
    if isinstance(a, bytes) or isinstance(a, str) and a.startswith("/"):
        return type(a).__name__
    return repr(a) if a is None or isinstance(a, str) else type(a).__name__


def hook(event, args):
    if seen is not None:
        seen.append(event + plain(args))


sys.addaudithook(hook)


def show(action):
    global seen
    seen = []
    try:
        action()
    except Exception:
        pass
    events, seen = seen, None
    print(*events or ["nothing"], sep="; ")


class Answer:
    def readline(self):
        return "answer\n"


class Bad:
    def __del__(self):
        raise ValueError


def ask():
    sys.stdin, before = Answer(), sys.stdin
    sys.stdout, shown = open(os.devnull, "w"), sys.stdout
    try:
        input("question")
    finally:
        sys.stdin, sys.stdout = before, shown


def unraisable():
    sys.unraisablehook = lambda u: None
    bad = Bad()
    del bad
    gc.collect()


def fork(function):
    pid = function()
    if isinstance(pid, tuple):
        pid = pid[0]
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


sys.breakpointhook = lambda: None
show(breakpoint)  # => builtins.breakpoint(function)
show(ask)  # => open(str, 'w', int); builtins.input('question')
show(lambda: (lambda: 0).__code__.replace(co_name="other"))  # => object.__getattr__(function, '__code__'); code.__new__(bytes, str, 'other', int, int, int, int, int, int)
show(lambda: gc.get_objects())  # => gc.get_objects(int)
show(lambda: gc.get_objects(generation=1))  # => gc.get_objects(int)
show(lambda: gc.get_referrers(1, None))  # => gc.get_referrers((int, None))
show(lambda: gc.get_referents([], None))  # => gc.get_referents(((), None))
show(unraisable)  # => sys.unraisablehook(function, (type, ValueError, traceback, None, function))
show(lambda: signal.pthread_kill(threading.get_ident(), 0))  # => signal.pthread_kill(int, int)
show(lambda: socket.sethostname("x" * 300))  # => socket.sethostname(bytes)
show(lambda: fork(os.fork))  # => os.fork()
show(lambda: fork(os.forkpty))  # => os.forkpty()
