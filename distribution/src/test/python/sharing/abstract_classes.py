# ABC registries and caches, also those of the library's classes for shared built-in types
import abc
import numbers
from collections.abc import Sequence, Sized


class Plain:
    pass


def change():
    Sequence.register(Plain)
    Sized.register(int)
    numbers.Number.register(str)


def state():
    return issubclass(Plain, Sequence), isinstance(3, Sized), isinstance("", numbers.Number)


SEPARATE = [Sequence, Sized]
SHARED = [abc.ABCMeta.register.__code__]
