# registries keyed by shared types: functools.singledispatch, copyreg, pickle
import copyreg
import functools


@functools.singledispatch
def kind(o):
    return "object"


def change():
    kind.register(int, lambda o: "int")
    copyreg.pickle(complex, lambda c: (complex, (0, 0)))


SAME = [1, 3]


def state():
    import copy

    return kind(3), kind(""), copyreg.dispatch_table[complex](1j), copy.copy(2j)
