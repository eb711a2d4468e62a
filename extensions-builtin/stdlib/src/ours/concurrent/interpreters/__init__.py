"""Interpreters of this process, each with its own lock and its own modules (PEP 734)."""

import threading
import weakref

import _interpreters
from _interpreters import (
    InterpreterError,
    InterpreterNotFoundError,
    NotShareableError,
    is_shareable,
    revoke,
    share,
    transfer,
)

__all__ = [
    'ExecutionFailed',
    'Interpreter',
    'InterpreterError',
    'InterpreterNotFoundError',
    'NotShareableError',
    'Queue',
    'QueueEmpty',
    'QueueEmptyError',
    'QueueFull',
    'QueueFullError',
    'create',
    'create_queue',
    'get_current',
    'get_main',
    'is_shareable',
    'list_all',
    'revoke',
    'select',
    'share',
    'transfer',
]

# both names of the exceptions are in use: in the documentation of 3.14 and in its code
_LAZY = {
    'Queue': 'Queue',
    'QueueEmpty': 'QueueEmpty',
    'QueueEmptyError': 'QueueEmpty',
    'QueueFull': 'QueueFull',
    'QueueFullError': 'QueueFull',
    'create_queue': 'create',
    'select': 'select',
}


def __getattr__(name):
    if name not in _LAZY:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from . import _queues

    value = globals()[name] = getattr(_queues, _LAZY[name])
    return value


class ExecutionFailed(InterpreterError):
    """Code in another interpreter ended with an exception that it did not catch.

    The attribute excinfo describes the exception: type, msg, formatted and
    errdisplay, the traceback as text; further args, notes, frames (as
    traceback.StackSummary.from_list takes them), cause and context.
    """

    def __init__(self, excinfo):
        text = excinfo.formatted
        if not text:
            name = excinfo.type.__name__ if excinfo.type else None
            text = ': '.join(part for part in (name, excinfo.msg) if part)
        super().__init__(text)
        self.excinfo = excinfo

    def __str__(self):
        text = super().__str__()
        display = getattr(self.excinfo, 'errdisplay', None)
        if not display:
            return text
        return f'{text}\n\nUncaught in the interpreter:\n\n{display}'


_known = weakref.WeakValueDictionary()
_known_lock = threading.Lock()


class Interpreter:
    """One interpreter; there is one object for each in every interpreter that asks."""

    def __new__(cls, id, /, _whence=None, _owns=None):
        if not isinstance(id, int):
            raise TypeError(f'id must be an int, got {id!r}')
        id = int(id)
        if _whence is None:
            _whence = _interpreters.whence(id)
        owns = _whence == _interpreters.WHENCE_STDLIB if _owns is None else _owns
        with _known_lock:
            self = _known.get(id)
            if self is None:
                self = super().__new__(cls)
                self._id = id
                self._whence = _whence
                self._owns = owns
                if owns:
                    _interpreters.incref(id)
                _known[id] = self
            return self

    def __repr__(self):
        return f'{type(self).__name__}({self._id})'

    def __hash__(self):
        return hash(self._id)

    def __del__(self):
        self._disown()

    def __reduce__(self):
        return type(self), (self._id,)

    def _disown(self):
        if getattr(self, '_owns', False):
            self._owns = False
            try:
                _interpreters.decref(self._id)
            except InterpreterNotFoundError:
                pass

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return {
            _interpreters.WHENCE_UNKNOWN: 'unknown',
            _interpreters.WHENCE_RUNTIME: 'runtime init',
            _interpreters.WHENCE_LEGACY_CAPI: 'legacy C-API',
            _interpreters.WHENCE_CAPI: 'C-API',
            _interpreters.WHENCE_XI: 'cross-interpreter C-API',
            _interpreters.WHENCE_STDLIB: '_interpreters module',
        }[self._whence]

    def is_running(self):
        """Return whether code runs in __main__ there; threads started there do not count."""
        return _interpreters.is_running(self._id)

    def close(self):
        """Finalize and destroy the interpreter, which must not be running."""
        return _interpreters.destroy(self._id, restrict=True)

    def prepare_main(self, ns=None, /, **kwargs):
        """Bind names in __main__ there; the values must be able to cross."""
        names = {**ns, **kwargs} if ns is not None else kwargs
        _interpreters.set___main___attrs(self._id, names, restrict=True, fallback=True)

    def exec(self, code, /, *, dedent=True):
        """Run a program in __main__ there and wait for its end.

        What it leaves in __main__ stays for the next time.  An exception that
        it does not catch becomes ExecutionFailed here.
        """
        if dedent and isinstance(code, str) and code[:1] in '\n \t':
            import textwrap
            code = textwrap.dedent(code)
        excinfo = _interpreters.exec(self._id, code, restrict=True, preserve_exc=True)
        if excinfo is not None:
            raise ExecutionFailed(excinfo)

    def _call(self, callable, args, kwargs):
        result, excinfo = _interpreters.call(self._id, callable, args, kwargs, restrict=True, preserve_exc=True)
        if excinfo is not None:
            raise ExecutionFailed(excinfo)
        return result

    def call(self, callable, /, *args, **kwargs):
        """Call a function in __main__ there and return what it returns.

        Arguments and result must be able to cross: immutable values do as they
        are, functions with the names they mention, all else by pickle.
        """
        return self._call(callable, args, kwargs)

    def call_in_thread(self, callable, /, *args, **kwargs):
        """Start a thread that makes the call; return the thread."""
        thread = threading.Thread(target=self._call, args=(callable, args, kwargs))
        thread.start()
        return thread


def create():
    """Make an interpreter with a lock of its own and return it."""
    id = _interpreters.create(reqrefs=True)
    return Interpreter(id, _interpreters.WHENCE_STDLIB)


def list_all():
    """Return all interpreters."""
    return [Interpreter(id, whence) for id, whence in _interpreters.list_all(require_ready=True)]


def get_current():
    """Return the running interpreter."""
    return Interpreter(*_interpreters.get_current())


def get_main():
    """Return the main interpreter."""
    id, whence = _interpreters.get_main()
    assert whence == _interpreters.WHENCE_RUNTIME, whence
    return Interpreter(id, whence)
