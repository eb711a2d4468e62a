# what has no mutable state is one object for all: constants of the shared code, singletons, types
def text():
    return "a longer text, with spaces"


def data():
    return b"bytes that nobody changes"


def nested():
    return ("x", (1, 2.5, b"y"), None, True)


def members(x):
    return x in {"one", "two", "three"}


SHARED = [None, True, Ellipsis, NotImplemented, text(), data(), nested(), members.__code__, members.__code__.co_consts[-1], text.__code__.co_code and str]
SEPARATE = [members, [1], {}, {1}, bytearray(b"a"), object(), members.__globals__, members.__dict__]


def change():
    members.marked = 1
    members.__defaults__ = (1,)
    members.__doc__ = "changed"


def state():
    return members.__dict__, members.__defaults__, members.__doc__
