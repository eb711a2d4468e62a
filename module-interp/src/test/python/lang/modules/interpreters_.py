# _interpreters (PEP 734's low level), against CPython 3.13; functions that mention globals cross by value here.
import _interpreters


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(_interpreters.get_main(), _interpreters.new_config("legacy"))  # => (0, 1) namespace(use_main_obmalloc=True, allow_fork=True, allow_exec=True, allow_threads=True, allow_daemon_threads=True, check_multi_interp_extensions=False, gil='shared')
print(error(_interpreters.new_config, "x"), error(_interpreters.new_config, gil="x"), error(_interpreters.create, 3))  # => ValueError: unsupported config name 'x' ValueError: unsupported interpreter config .gil value 'x' TypeError: bad config 3
print(error(_interpreters.exec, "a", "1"), error(_interpreters.exec, -1, "1"), error(_interpreters.exec, 999, "1"))  # => TypeError: interpreter ID must be an int, got str ValueError: interpreter ID must be a non-negative int, got -1 InterpreterNotFoundError: unrecognized interpreter ID 999
n = _interpreters.create()
print(_interpreters.whence(n), _interpreters.get_config(n).gil, _interpreters.is_running(n), n in [i for i, _ in _interpreters.list_all()])  # => 5 own False True
failed = _interpreters.exec(n, "class E(Exception): pass\ndef f(): raise E('boo')\nf()")
print(failed.type, failed.msg, failed.formatted)  # => namespace(__name__='E', __qualname__='E', __module__='__main__') boo E: boo
print(failed.errdisplay.splitlines())  # => ['Traceback (most recent call last):', '  File "<string>", line 3, in <module>', '  File "<string>", line 2, in f', 'E: boo']
print(error(_interpreters.exec, n, 3), error(_interpreters.exec, n, lambda x: x))  # => TypeError: _interpreters.exec() argument 2 must be a string, a function, or a code object, not int ValueError: _interpreters.exec(): bad func (arguments not supported)
_interpreters.set___main___attrs(n, {"a": (1, "x", b"y", None, 2.5, True), "big": 2**100})
print(_interpreters.exec(n, "assert a == (1, 'x', b'y', None, 2.5, True) and big == 2**100 and 'n' not in globals()"))  # => None
print([_interpreters.is_shareable(o) for o in (None, True, 1, 2.5, "s", b"b", (1, (2,)), [], object, ([],))])  # => [True, True, True, True, True, True, True, False, False, False]


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def adder(n):
    return lambda x, *, k=100: x + n + k


count = 0


def counted():
    global count
    count += 1
    return count


print(_interpreters.call(n, factorial, (20,)), _interpreters.call(n, adder(5), (6,), {"k": 1}), _interpreters.call(n, len, ("abc",)))  # => (2432902008176640000, None) (12, None) (3, None)
print(_interpreters.call(n, counted, ())[0], _interpreters.call(n, counted, ())[0], count)  # => 1 2 0
result, failed = _interpreters.call(n, lambda: 1 / 0, ())
print(result, failed.formatted)  # => None ZeroDivisionError: division by zero
print(_interpreters.exec(n, "import _interpreters; _interpreters.destroy(_interpreters.get_current()[0])").formatted)  # => concurrent.interpreters.InterpreterError: cannot destroy the current interpreter
_interpreters.destroy(n)
print(error(_interpreters.destroy, n) == f"InterpreterNotFoundError: unrecognized interpreter ID {n}")  # => True
try:
    {}["missing"]
except KeyError:
    print(_interpreters.capture_exception().formatted, _interpreters.capture_exception(ValueError("v")).formatted)  # => KeyError: 'missing' ValueError: v


# owners: an interpreter that is made for them, or gets one that implies it, goes with the last
def listed(n):
    return n in [i for i, _ in _interpreters.list_all()]


n = _interpreters.create(reqrefs=True)
_interpreters.incref(n)
_interpreters.incref(n)
_interpreters.decref(n)
print(listed(n))  # => True
_interpreters.decref(n)
print(listed(n))  # => False
m = _interpreters.create()
_interpreters.incref(m)
_interpreters.decref(m)
print(listed(m), m > n)  # => True True
_interpreters.incref(m, implieslink=True)
_interpreters.decref(m)
print(listed(m))  # => False
