# The events of PEP 578, by the actions that raise them: names and arguments as CPython has them.
import _thread
import array
import fcntl
import gc
import io
import marshal
import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import types

folder = tempfile.mkdtemp()
os.chdir(folder)
with open("f", "w") as f:
    f.write("1")
os.mkdir("d")
f = open("f", "rb")
s = socket.socket()
code = compile("1", "c", "eval")
data = pickle.dumps(types.SimpleNamespace)
seen = None


def plain(a):
    if isinstance(a, (tuple, list)):
        return "(" + ", ".join(map(plain, a)) + ")"
    if a is None or isinstance(a, (str, bytes)):
        return repr(a).replace(folder, "FOLDER")
    if isinstance(a, int):
        for name, fd in ("f", f.fileno()), ("s", s.fileno()), ("pid", os.getpid()):
            if a == fd:
                return name
        return repr(a)
    return type(a).__name__


def hook(event, args):
    if seen is not None:
        seen.append(event + plain(args))


sys.addaudithook(hook)


def show(action):
    global seen
    seen = []
    try:
        action()
    except Exception as e:
        seen.append(type(e).__name__)
    events, seen = seen, None
    print(*events, sep="; ")


def in_thread():
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.release, ())
    lock.acquire()


class C:
    pass


show(lambda: eval("1"))
show(lambda: exec(code))
show(lambda: compile("1", "name", "exec"))
show(lambda: compile(b"2", "name", "exec"))
show(lambda: id(1))
show(lambda: open("f").close())
show(lambda: open("new", "wb", opener=lambda p, flags: os.open(p, flags, 0o600)).close())
show(lambda: io.open_code(folder + "/f").close())
show(lambda: os.close(os.open("f", os.O_RDONLY)))
show(lambda: io.FileIO("f", "r").close())
show(lambda: open("f", "ab", buffering=0).close())
show(lambda: open(os.dup(f.fileno())).close())
show(lambda: os.listdir("."))
show(lambda: os.scandir("d").close())
show(lambda: os.chdir(folder))
show(lambda: os.fchdir(-1))
show(lambda: os.chmod("f", 0o600))
show(lambda: os.fchmod(f.fileno(), 0o600))
show(lambda: os.chown("f", -1, -1))
show(lambda: os.lchown("f", -1, -1))
show(lambda: os.fchown(f.fileno(), -1, -1))
show(lambda: os.mkdir("e", 0o700))
show(lambda: os.rmdir("e"))
show(lambda: os.rename("new", "newer"))
show(lambda: os.replace("newer", "new"))
show(lambda: os.link("f", "l"))
show(lambda: os.symlink("f", "y"))
show(lambda: os.remove("l"))
show(lambda: os.unlink("y"))
show(lambda: os.truncate("new", 3))
show(lambda: os.ftruncate(-1, 3))
show(lambda: os.utime("f"))
show(lambda: os.utime("f", (1, 2)))
show(lambda: os.putenv("A", "b"))
show(lambda: os.unsetenv("A"))
show(lambda: os.environ.__setitem__("A", "c"))
show(lambda: os.getxattr("f", "user.x"))
show(lambda: os.setxattr("f", "user.x", b""))
show(lambda: os.removexattr("f", "user.x"))
show(lambda: os.listxattr("f"))
show(lambda: os.lockf(f.fileno(), os.F_TEST, 0))
show(lambda: os.system("true"))
show(lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0))
show(lambda: os.execv("/no/such/program", ["x"]))
show(lambda: os.execve("/no/such/program", ["x"], {}))
show(lambda: os.kill(os.getpid(), 0))
show(lambda: os.killpg(99999999, 0))
show(lambda: subprocess.run(["true"]))
show(lambda: list(os.walk("d")))
show(lambda: os.get_terminal_size(-1))
show(lambda: fcntl.fcntl(f, fcntl.F_GETFD))
show(lambda: fcntl.flock(f, fcntl.LOCK_UN))
show(lambda: fcntl.lockf(f, fcntl.LOCK_SH))
show(lambda: fcntl.ioctl(f, 1))
show(lambda: gc.get_objects())
show(lambda: gc.get_referrers(seen))
show(lambda: gc.get_referents(seen))
show(lambda: marshal.dumps(1))
show(lambda: marshal.loads(marshal.dumps(1)))
show(lambda: marshal.load(open("f", "rb")))
show(lambda: pickle.loads(data))
show(lambda: array.array("i", [1]))
show(lambda: code.replace(co_name="x"))
show(lambda: (lambda: 0).__code__)
show(lambda: setattr(in_thread, "__code__", in_thread.__code__))
show(lambda: setattr(in_thread, "__defaults__", None))
show(lambda: setattr(in_thread, "__kwdefaults__", None))
show(lambda: delattr(in_thread, "__defaults__"))
show(lambda: types.FunctionType(code, {}))
show(lambda: setattr(C, "__name__", "D"))
show(lambda: setattr(C, "__bases__", (object,)))
show(lambda: setattr(C, "__module__", "m"))
show(lambda: setattr(C, "__doc__", "m"))
show(lambda: setattr(C(), "__class__", C))
show(lambda: setattr(C(), "__dict__", {}))
show(lambda: sys._getframe())
show(lambda: sys._getframemodulename())
show(lambda: sys._current_frames())
show(lambda: sys._current_exceptions())
show(lambda: sys.settrace(None))
show(lambda: sys.setprofile(None))
show(lambda: sys.set_asyncgen_hooks(firstiter=None, finalizer=None))
show(lambda: sys.addaudithook(lambda e, a: None))
show(in_thread)
show(lambda: signal.pthread_kill(_thread.get_ident(), 0))
show(lambda: socket.socket().close())
show(lambda: s.bind(("127.0.0.1", 0)))
show(lambda: s.connect(("127.0.0.1", 1)))
show(lambda: s.connect_ex(("127.0.0.1", 1)))
show(lambda: s.sendto(b"", ("127.0.0.1", 1)))
show(lambda: s.sendmsg([b""]))
show(lambda: socket.gethostname())
show(lambda: socket.getaddrinfo("127.0.0.1", 80))
show(lambda: socket.gethostbyname("127.0.0.1"))
show(lambda: socket.gethostbyaddr("127.0.0.1"))
show(lambda: socket.getnameinfo(("127.0.0.1", 80), 3))
show(lambda: socket.getservbyname("http"))
show(lambda: socket.getservbyport(80))
show(lambda: sys.audit("own.event", 1, "two"))
show(lambda: __import__("this_is_nowhere"))
show(lambda: __import__("sys"))
os.chdir("/")
