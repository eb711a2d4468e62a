# names of builtins; built-in functions know their interpreter's module, built-in types are shared
import builtins

SHARED = [int, dict, type, ValueError, OSError, type(len), type(lambda: 0)]
SEPARATE = [builtins, builtins.__dict__, len, len.__self__, print, open, builtins.__import__]


def change():
    builtins.len = lambda o: -1
    builtins.made_up = 1
    builtins.dict = builtins.set = None
    del builtins.sum


SAME = [4, 5]


def state():
    # an extension still finds the real types (json's encoder asks for dict), and so does a display
    from json import dumps

    return len([1]), hasattr(builtins, "made_up"), "dict" in repr(dict), hasattr(builtins, "sum"), dumps({"a": [1]}), {1, 1}
