# A module object and its state: constants, execution steps, lazy members, submodules, typed exports, two at once, reload, cells, close.
import contextvars
import importlib
import importlib.util
import inspect
import sys
import threading

import _interpreters

import _testspi

print(_testspi.__doc__, _testspi.ANSWER, _testspi.HALF, ascii(_testspi.GREETING), _testspi.YES)  # => Everything that the extension interface has. 42 0.5 'gr\xfc\xdf dich' True
print(_testspi.steps(), "lazy" in vars(_testspi), _testspi.lazy, "lazy" in vars(_testspi), _testspi.lazy is _testspi.lazy)  # => first second False ['made', 0] True True
try:
    _testspi.nothing
except AttributeError as e:
    print(e)  # => module '_testspi' has no attribute 'nothing'
print(_testspi.everything(1, third=3), _testspi.everything(1, 2, 5, 6, third=3, fourth=0, more=9))  # => (1, 2, (), 3, 4, None) (1, 2, (5, 6), 3, 0, {'more': 9})
print(_testspi.converted([], 2, 3, "text", 4), _testspi.converted(whole=True), _testspi.converted.__text_signature__)  # => (False, 2, 3.0, 'text', 4) (False, 0, 0.5, 'x', 1) ($module, /, flag=False, count=0, share=0.5, name='x', whole=1)
print(inspect.signature(_testspi.everything), inspect.signature(_testspi.isclose), _testspi.sqrt.__doc__)  # => (first, /, second=2, *rest, third, fourth=4, **others) (a, b, *, rel_tol=1e-09, abs_tol=0.0) One positional parameter.

# a submodule, and what it gets of its parent
import _testspi.sub

print(_testspi.sub.__name__, _testspi.sub.calls_of_parent(), _testspi.count(), _testspi.sub.calls_of_parent())  # => _testspi.sub 0 1 1

# two module objects in one interpreter: state, types and exceptions differ
first = _testspi
del sys.modules["_testspi"]
second = importlib.import_module("_testspi")
print(first is second, first.Point is second.Point, first.Error is second.Error, first.count(), second.count())  # => False False False 2 1
print(first.own_type() is first.Point, second.own_type() is second.Point, isinstance(second.Point(), first.Point))  # => True True False
try:
    first.Point() < second.Point()
except TypeError:
    print("no order between points of two modules")  # => no order between points of two modules
first.Point(), first.Point()
print(first.count(), second.count(), second.sub.calls_of_parent() if hasattr(second, "sub") else "no sub yet")  # => 6 4 no sub yet
spec = importlib.util.find_spec("_testspi")
third = importlib.util.module_from_spec(spec)
spec.loader.exec_module(third)
print(third.count(), third.steps(), third is second, sys.modules["_testspi"] is second)  # => 1 first second False True

# reload keeps the object, its state and its types
point = second.Point
second.count()
print(importlib.reload(second) is second, second.Point is point, second.count(), second.steps())  # => True True 6 first second

# cells: one value for each interpreter, thread, context, whatever the module object
print(first.next_in_interpreter(), second.next_in_interpreter(), third.next_in_interpreter())  # => 1 2 3
print(first.next_in_thread(), second.next_in_thread())  # => 1 2
thread = threading.Thread(target=lambda: print(first.next_in_thread(), first.next_in_interpreter()))
thread.start()  # => 1 4
thread.join()
print(first.in_context("here"), second.in_context())  # => unset here
copied = contextvars.copy_context()
print(copied.run(first.in_context, "there"), copied.run(first.in_context), first.in_context(), len(copied))  # => here there here 0
print(contextvars.Context().run(first.in_context))  # => unset

# an interpreter of its own has its own of everything, and its states are closed with it
own = _interpreters.create()
error = _interpreters.run_string(
    own,
    """if True:
    import importlib, sys
    import _testspi
    assert (_testspi.next_in_interpreter(), _testspi.next_in_thread(), _testspi.in_context()) == (1, 1, 'unset')
    assert _testspi.count() == 1 and _testspi.steps() == 'first second'
    _testspi.tell_when_closed()
    del sys.modules['_testspi']
    again = importlib.import_module('_testspi')
    again.count(), again.count(), again.tell_when_closed()
    """,
)
print(error)  # => None
sys.stdout.flush()
_interpreters.destroy(own)  # => closed after 2 calls
# the state of the module that was made first is closed last  # => closed after 1 calls
print(first.next_in_interpreter())  # => 5
