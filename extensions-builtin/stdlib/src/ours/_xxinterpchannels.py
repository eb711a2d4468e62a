"""Channels between interpreters by CPython 3.12's names; _interpchannels does the work."""

import _interpchannels
from _interpchannels import (
    ChannelClosedError,
    ChannelEmptyError,
    ChannelError,
    ChannelID,
    ChannelNotEmptyError,
    ChannelNotFoundError,
    _channel_id,
    close,
    destroy,
    release,
)
from _xxsubinterpreters import InterpreterID

__all__ = [
    "ChannelClosedError",
    "ChannelEmptyError",
    "ChannelError",
    "ChannelID",
    "ChannelNotEmptyError",
    "ChannelNotFoundError",
    "close",
    "create",
    "destroy",
    "list_all",
    "list_interpreters",
    "recv",
    "release",
    "send",
]

# what a closed interpreter has sent goes with it
_REMOVE = 1


def create():
    """Make a channel."""
    return _interpchannels.create(_REMOVE)


def list_all():
    """Return the ids of all channels."""
    return [id for id, _ in _interpchannels.list_all()]


def list_interpreters(cid, *, send):
    """Return the ids of the interpreters that have an end of a channel."""
    return [InterpreterID(id) for id in _interpchannels.list_interpreters(cid, send=send)]


def send(cid, obj):
    """Send an object, without waiting for who receives it."""
    _interpchannels.send(cid, obj, blocking=False)


def recv(cid, *default):
    """Receive the next object."""
    return _interpchannels.recv(cid, *default)[0]
