"""The interpreters of this process by CPython 3.12's names; _interpreters does the work."""

import _interpreters
from _interpreters import is_shareable

__all__ = [
    "InterpreterID",
    "RunFailedError",
    "create",
    "destroy",
    "get_current",
    "get_main",
    "is_running",
    "is_shareable",
    "list_all",
    "run_string",
]


class RunFailedError(RuntimeError):
    """A program failed in another interpreter."""


def _call(function, *args):
    try:
        return function(*args)
    except _interpreters.InterpreterError as e:
        raise RuntimeError(str(e)) from None


class InterpreterID:
    """Names an interpreter and may be used as an int; an interpreter made here goes with the last of them."""

    __module__ = "builtins"  # as CPython shows it

    def __init__(self, id, *, force=False):
        self._owns = False
        try:
            _call(_interpreters.incref, id)
            self._owns = True
        except RuntimeError:
            if not force:
                raise
        self._id = id.__index__()

    def __del__(self):
        if self._owns:
            self._owns = False
            try:
                _interpreters.decref(self._id)
            except _interpreters.InterpreterError:
                pass  # closed by its number, or closing

    def __index__(self):
        return self._id

    __int__ = __index__

    def __eq__(self, other):
        if isinstance(other, InterpreterID):
            return self._id == other._id
        return self._id == other if isinstance(other, (int, float, complex)) else NotImplemented

    def __hash__(self):
        return hash(self._id)

    def __repr__(self):
        return f"InterpreterID({self._id})"

    def __str__(self):
        return str(self._id)


def create(*, isolated=True):
    """Make an interpreter."""
    made = _call(_interpreters.create, "isolated" if isolated else "legacy")
    id = InterpreterID(made)
    _interpreters.incref(made, implieslink=True)
    _interpreters.decref(made)  # from now on the last id takes it along
    return id


def destroy(id):
    """Close an interpreter."""
    _call(_interpreters.destroy, id)


def list_all():
    """Return the ids of all interpreters."""
    return [InterpreterID(id) for id, _ in _interpreters.list_all()]


def get_current():
    """Return the id of the running interpreter."""
    return InterpreterID(_interpreters.get_current()[0])


def get_main():
    """Return the id of the main interpreter."""
    return InterpreterID(_interpreters.get_main()[0])


def is_running(id):
    """Whether a program runs in the __main__ of an interpreter."""
    return _call(_interpreters.is_running, id)


def run_string(id, script, shared=None):
    """Run a program in the __main__ of an interpreter, after binding names to shareable objects there."""
    if not isinstance(script, str):
        raise TypeError(f"run_string() argument 2 must be str, not {type(script).__name__}")
    if "\0" in script:
        raise ValueError("source code string cannot contain null bytes")
    for value in shared.values() if shared else ():
        if not is_shareable(value):
            raise ValueError(f"{value!r} does not support cross-interpreter data")
    failure = _call(_interpreters.run_string, id, script, shared)
    if failure is not None:
        kind = failure.type
        name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
        raise RunFailedError(f"<class '{name}'>: {failure.msg or ''}")
