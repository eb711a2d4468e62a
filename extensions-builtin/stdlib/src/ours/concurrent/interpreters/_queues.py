"""Queues between interpreters."""

import queue
import weakref

import _interpqueues
from _interpqueues import QueueError, QueueNotFoundError

__all__ = [
    'UNBOUND',
    'UNBOUND_ERROR',
    'UNBOUND_REMOVE',
    'ItemInterpreterDestroyed',
    'Queue',
    'QueueEmpty',
    'QueueError',
    'QueueFull',
    'QueueNotFoundError',
    'create',
    'list_all',
    'select',
]


class QueueEmpty(QueueError, queue.Empty):
    """There is nothing to get, or nothing came in time."""


class QueueFull(QueueError, queue.Full):
    """There is no room, or none became free in time."""


class ItemInterpreterDestroyed(QueueError):
    """The interpreter that put the item has been closed, and wanted this to be known."""


class _Unbound:
    """What becomes of an item when the interpreter that put it is closed."""

    __slots__ = ('_name', '_code')

    def __init__(self, name, code):
        self._name = name
        self._code = code

    def __repr__(self):
        return f'{__name__}.{self._name}'

    def __reduce__(self):
        return self._name


UNBOUND_REMOVE = _Unbound('UNBOUND_REMOVE', 1)
UNBOUND_ERROR = _Unbound('UNBOUND_ERROR', 2)
UNBOUND = _Unbound('UNBOUND', 3)

_POLICIES = {policy._code: policy for policy in (UNBOUND_REMOVE, UNBOUND_ERROR, UNBOUND)}
_ANY = 2  # the format of items that may cross by any way


def _code(policy):
    if not isinstance(policy, _Unbound):
        raise NotImplementedError(f'unsupported unbound replacement op {policy!r}')
    return policy._code


def _opened(obj, unbound):
    if unbound is None:
        return obj
    if _POLICIES[unbound] is UNBOUND_ERROR:
        raise ItemInterpreterDestroyed("item's original interpreter destroyed")
    return UNBOUND


_known = weakref.WeakValueDictionary()


class Queue:
    """A queue that several interpreters use; it is handed on like any other object.

    There is one object for each queue in every interpreter.  A queue goes
    when no interpreter has an object for it any more.
    """

    def __new__(cls, id, /):
        if not isinstance(id, int):
            raise TypeError(f'id must be an int, got {id!r}')
        id = int(id)
        self = _known.get(id)
        if self is None:
            _interpqueues.bind(id)
            self = super().__new__(cls)
            self._id = id
            _known[id] = self
        return self

    def __del__(self):
        id = getattr(self, '_id', None)
        if id is not None:
            try:
                _interpqueues.release(id)
            except QueueNotFoundError:
                pass

    def __repr__(self):
        return f'{type(self).__name__}({self._id})'

    def __hash__(self):
        return hash(self._id)

    def __reduce__(self):
        return type(self), (self._id,)

    @property
    def id(self):
        return self._id

    @property
    def maxsize(self):
        return _interpqueues.get_maxsize(self._id)

    @property
    def unbounditems(self):
        return _POLICIES[_interpqueues.get_queue_defaults(self._id)[1]]

    def empty(self):
        return _interpqueues.get_count(self._id) == 0

    def full(self):
        return _interpqueues.is_full(self._id)

    def qsize(self):
        return _interpqueues.get_count(self._id)

    def put(self, obj, block=True, timeout=None, *, unbounditems=None):
        """Add an object, waiting for room if block is true.

        Immutable values and memoryviews cross as they are, functions with
        the names they mention, all else by pickle.  unbounditems says what
        becomes of the object if this interpreter is closed before somebody
        gets it: UNBOUND puts that constant in its place, UNBOUND_ERROR has
        get() raise ItemInterpreterDestroyed, UNBOUND_REMOVE takes it out.
        """
        unbound = -1 if unbounditems is None else _code(unbounditems)
        _interpqueues.put(self._id, obj, _ANY, unbound, block, timeout if block else None)

    def put_nowait(self, obj, *, unbounditems=None):
        """Add an object if there is room, else raise QueueFull."""
        unbound = -1 if unbounditems is None else _code(unbounditems)
        _interpqueues.put(self._id, obj, _ANY, unbound)

    def get(self, block=True, timeout=None):
        """Return the next object, waiting for one if block is true."""
        obj, _, unbound = _interpqueues.get(self._id, block, timeout if block else None)
        return obj if unbound is None else _opened(obj, unbound)

    def get_nowait(self):
        """Return the next object if there is one, else raise QueueEmpty."""
        obj, _, unbound = _interpqueues.get(self._id)
        return obj if unbound is None else _opened(obj, unbound)


def create(maxsize=0, *, unbounditems=UNBOUND):
    """Make a queue; unbounditems is the default of put()."""
    return Queue(_interpqueues.create(maxsize, _ANY, _code(unbounditems)))


def list_all():
    """Return all queues of the process."""
    return [Queue(id) for id, _, _ in _interpqueues.list_all()]


def select(queues, block=True, timeout=None):
    """Wait for an object from any of several queues; return the queue and the object.

    When several have something, the first of them in the given order is
    taken.  Raises QueueEmpty when nothing came in time.
    """
    queues = list(queues)
    got = _interpqueues.select([q._id for q in queues], block, timeout if block else None)
    if got is None:
        raise QueueEmpty('all queues are empty')
    index, obj, _, unbound = got
    return queues[index], _opened(obj, unbound)


_interpqueues._register_heap_types(Queue, QueueEmpty, QueueFull)
