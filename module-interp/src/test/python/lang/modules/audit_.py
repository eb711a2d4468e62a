# The events of PEP 578, by the actions that raise them: names and arguments as CPython has them.
import _thread
import array
import encodings.idna
import fcntl
import io
import marshal
import os
import pickle
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
f = os.fdopen(os.dup2(os.open("f", os.O_RDONLY), 901), "rb")
s = socket.socket(fileno=os.dup2(socket.socket().detach(), 902))
code = compile("1", "c", "eval")
data = pickle.dumps(types.SimpleNamespace)
seen = None


def plain(a):
    if a is sys.path or a is sys.meta_path or a is sys.path_hooks:
        return "list"
    if isinstance(a, (tuple, list)):
        return "(" + ", ".join(map(plain, a)) + ")"
    if isinstance(a, bytes) and len(a) > 4:
        return "bytes"
    if a is None or isinstance(a, (str, bytes)):
        return repr(a).replace(folder, "FOLDER")
    if isinstance(a, int):
        return "pid" if a == os.getpid() else repr(a) if abs(a) < 1 << 32 else "number"
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
    print(*events or ["nothing"], sep="; ")


def in_thread():
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.release, ())
    lock.acquire()


class C:
    pass


show(lambda: eval("1"))  # => compile(b'1', '<string>'); exec(code)
show(lambda: exec(code))  # => exec(code)
show(lambda: compile("1", "name", "exec"))  # => compile(b'1', 'name')
show(lambda: compile(b"2", "name", "exec"))  # => compile(b'2', 'name')
show(lambda: id(1))  # => builtins.id(number)
show(lambda: open("f").close())  # => open('f', 'r', 524288)
show(lambda: open("new", "wb", opener=lambda p, flags: os.open(p, flags, 0o600)).close())  # => open('new', 'w', 524865); open('new', None, 524865)
show(lambda: io.open_code(folder + "/f").close())  # => open('FOLDER/f', 'r', 524288)
show(lambda: os.close(os.open("f", os.O_RDONLY)))  # => open('f', None, 524288)
show(lambda: io.FileIO("f", "r").close())  # => open('f', 'r', 524288)
show(lambda: open("f", "ab", buffering=0).close())  # => open('f', 'a', 525377)
show(lambda: os.listdir("."))  # => os.listdir('.')
show(lambda: os.scandir("d").close())  # => os.scandir('d')
show(lambda: os.chdir(folder))  # => os.chdir('FOLDER')
show(lambda: os.fchdir(-1))  # => ValueError
show(lambda: os.chmod("f", 0o600))  # => os.chmod('f', 384, -1)
show(lambda: os.fchmod(f.fileno(), 0o600))  # => os.chmod(901, 384, -1)
show(lambda: os.chown("f", -1, -1))  # => os.chown('f', 4294967295, 4294967295, -1)
show(lambda: os.lchown("f", -1, -1))  # => os.chown('f', 4294967295, 4294967295, -1)
show(lambda: os.fchown(f.fileno(), -1, -1))  # => os.chown(901, 4294967295, 4294967295, -1)
show(lambda: os.mkdir("e", 0o700))  # => os.mkdir('e', 448, -1)
show(lambda: os.rmdir("e"))  # => os.rmdir('e', -1)
show(lambda: os.rename("new", "newer"))  # => os.rename('new', 'newer', -1, -1)
show(lambda: os.replace("newer", "new"))  # => os.rename('newer', 'new', -1, -1)
show(lambda: os.link("f", "l"))  # => os.link('f', 'l', -1, -1)
show(lambda: os.symlink("f", "y"))  # => os.symlink('f', 'y', -1)
show(lambda: os.remove("l"))  # => os.remove('l', -1)
show(lambda: os.unlink("y"))  # => os.remove('y', -1)
show(lambda: os.truncate("new", 3))  # => os.truncate('new', 3)
show(lambda: os.ftruncate(-1, 3))  # => os.truncate(-1, 3); OSError
show(lambda: os.utime("f"))  # => os.utime('f', None, None, -1)
show(lambda: os.utime("f", (1, 2)))  # => os.utime('f', (1, 2), None, -1)
show(lambda: os.putenv("A", "b"))  # => os.putenv(b'A', b'b')
show(lambda: os.unsetenv("A"))  # => os.unsetenv(b'A')
show(lambda: os.environ.__setitem__("A", "c"))  # => os.putenv(b'A', b'c')
show(lambda: os.getxattr("f", "user.x"))  # => os.getxattr('f', 'user.x'); OSError
show(lambda: os.setxattr("f", "user.x", b""))  # => os.setxattr('f', 'user.x', b'', 0)
show(lambda: os.removexattr("f", "user.x"))  # => os.removexattr('f', 'user.x')
show(lambda: os.listxattr("f"))  # => os.listxattr('f')
show(lambda: os.lockf(f.fileno(), os.F_ULOCK, 0))  # => os.lockf(901, 0, 0)
show(lambda: os.system("true"))  # => os.system(b'true')
show(lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0))  # => os.posix_spawn('/bin/true', ('true'), dict)
show(lambda: os.execv("/no/such/program", ["x"]))  # => os.exec('/no/such/program', ('x'), None); FileNotFoundError
show(lambda: os.execve("/no/such/program", ["x"], {}))  # => os.exec('/no/such/program', ('x'), dict); FileNotFoundError
show(lambda: os.kill(os.getpid(), 0))  # => os.kill(pid, 0)
show(lambda: os.killpg(99999999, 0))  # => os.killpg(99999999, 0); ProcessLookupError
show(lambda: subprocess.run(["true"]))  # => subprocess.Popen('true', ('true'), None, None)
show(lambda: list(os.walk("d")))  # => os.walk('d', True, None, False); os.scandir('d')
show(lambda: os.get_terminal_size(-1))  # => OSError
show(lambda: fcntl.fcntl(f, fcntl.F_GETFD))  # => fcntl.fcntl(901, 1, None)
show(lambda: fcntl.flock(f, fcntl.LOCK_UN))  # => fcntl.flock(901, 8)
show(lambda: fcntl.lockf(f, fcntl.LOCK_SH))  # => fcntl.lockf(901, 1, None, None, 0)
show(lambda: fcntl.ioctl(f, 1))  # => fcntl.ioctl(901, 1, None); OSError
show(lambda: marshal.dumps(1))  # => marshal.dumps(1, 4)
show(lambda: marshal.loads(marshal.dumps(1)))  # => marshal.dumps(1, 4); marshal.loads(bytes)
show(lambda: marshal.load(open("f", "rb")))  # => open('f', 'r', 524288); marshal.load(); ValueError
show(lambda: pickle.loads(data))  # => pickle.find_class('types', 'SimpleNamespace')
show(lambda: array.array("i", [1]))  # => array.__new__('i', (1))
show(lambda: (lambda: 0).__code__)  # => object.__getattr__(function, '__code__')
show(lambda: setattr(in_thread, "__code__", in_thread.__code__))  # => object.__getattr__(function, '__code__'); object.__setattr__(function, '__code__', code)
show(lambda: setattr(in_thread, "__defaults__", None))  # => object.__delattr__(function, '__defaults__')
show(lambda: setattr(in_thread, "__kwdefaults__", None))  # => object.__delattr__(function, '__kwdefaults__')
show(lambda: delattr(in_thread, "__defaults__"))  # => object.__delattr__(function, '__defaults__')
show(lambda: types.FunctionType(code, {}))  # => function.__new__(code)
show(lambda: setattr(C, "__name__", "D"))  # => object.__setattr__(type, '__name__', 'D')
show(lambda: setattr(C, "__bases__", (object,)))  # => object.__setattr__(type, '__bases__', (type))
show(lambda: setattr(C, "__module__", "m"))  # => object.__setattr__(type, '__module__', 'm')
show(lambda: setattr(C, "__doc__", "m"))  # => object.__setattr__(type, '__doc__', 'm')
show(lambda: setattr(C(), "__class__", C))  # => object.__setattr__(D, '__class__', type)
show(lambda: setattr(C(), "__dict__", {}))  # => nothing
def generator():
    yield


show(lambda: generator().gi_frame)  # => object.__getattr__(generator, 'gi_frame')
show(lambda: generator().gi_code)  # => object.__getattr__(generator, 'gi_code')
show(lambda: sys._getframe())  # => sys._getframe(frame)
show(lambda: sys._getframe().f_code)  # => sys._getframe(frame); object.__getattr__(frame, 'f_code')
show(lambda: sys._getframemodulename())  # => sys._getframemodulename(0)
show(lambda: sys._current_frames())  # => sys._current_frames()
show(lambda: sys._current_exceptions())  # => sys._current_exceptions()
show(lambda: sys.settrace(None))  # => sys.settrace()
show(lambda: sys.setprofile(None))  # => sys.setprofile()
show(lambda: sys.set_asyncgen_hooks(firstiter=None, finalizer=None))  # => sys.set_asyncgen_hook_finalizer(); sys.set_asyncgen_hook_firstiter()
show(lambda: sys.addaudithook(lambda e, a: None))  # => sys.addaudithook()
show(in_thread)  # => _thread.start_new_thread(builtin_function_or_method, (), None)
show(lambda: socket.socket().close())  # => socket.__new__(socket, 2, 1, 0)
show(lambda: s.bind(("127.0.0.1", 0)))  # => socket.bind(socket, ('127.0.0.1', 0))
show(lambda: s.connect(("127.0.0.1", 1)))  # => socket.connect(socket, ('127.0.0.1', 1)); ConnectionRefusedError
show(lambda: s.connect_ex(("127.0.0.1", 1)))  # => socket.connect(socket, ('127.0.0.1', 1))
show(lambda: s.sendto(b"", ("127.0.0.1", 1)))  # => socket.sendto(socket, ('127.0.0.1', 1)); BrokenPipeError
show(lambda: s.sendmsg([b""]))  # => socket.sendmsg(socket, None); BrokenPipeError
show(lambda: socket.gethostname())  # => socket.gethostname()
show(lambda: socket.getaddrinfo("127.0.0.1", 80))  # => socket.getaddrinfo('127.0.0.1', 80, 0, 0, 0)
show(lambda: socket.gethostbyname("127.0.0.1"))  # => socket.gethostbyname('127.0.0.1')
show(lambda: socket.gethostbyaddr("127.0.0.1"))  # => socket.gethostbyaddr('127.0.0.1')
show(lambda: socket.getnameinfo(("127.0.0.1", 80), 3))  # => socket.getnameinfo(('127.0.0.1', 80))
show(lambda: socket.getservbyname("http"))  # => socket.getservbyname('http', None)
show(lambda: socket.getservbyport(80))  # => socket.getservbyport(80, None)
show(lambda: sys.audit("own.event", 1, "two"))  # => own.event(1, 'two')
show(lambda: __import__("this_is_nowhere"))  # => import('this_is_nowhere', None, list, list, list); ModuleNotFoundError
show(lambda: __import__("sys"))  # => nothing
os.chdir("/")
