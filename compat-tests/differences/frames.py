# Locals of another function can only be seen where it says so
#
# A function's variables are variables of the JVM. One that names `locals`, `vars`, `dir`, `eval`, `exec`, `breakpoint`, `_getframe`, `currentframe` or `set_trace` keeps them
# visible. Those of any other can be seen by whoever handles an exception that came from it, as they were when its `except` began or when it ended. Otherwise asking for one is one clear error, never a stale value.
import builtins
import sys

from outcome import outcome


def caller_locals():
    return dict(sys._getframe(1).f_locals)


def looked_at():
    x = 1
    return caller_locals()


def under_another_name():
    x = 1
    return builtins.__dict__["locals"]()


def in_a_handler():
    x = 1
    try:
        raise ValueError
    except ValueError as e:
        x = 2
        return e.__traceback__.tb_frame.f_locals["x"]


def open_to_all():
    x = 1
    return sorted(locals()), eval("x"), vars()


print(outcome(looked_at))  # clutch: RuntimeError: the locals of looked_at cannot be seen while it runs: the function does not name locals, vars, dir, eval or exec  # cpython: {'x': 1}
print(outcome(under_another_name))  # clutch: RuntimeError: the locals of under_another_name cannot be seen while it runs: the function does not name locals, vars, dir, eval or exec  # cpython: {'x': 1}
print(outcome(in_a_handler))  # clutch: 1  # cpython: 2
print(open_to_all())  # clutch: (['x'], 1, {'x': 1})  # cpython: (['x'], 1, {'x': 1})
