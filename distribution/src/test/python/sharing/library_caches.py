# caches of the library, which CPython keeps in modules
import functools
import linecache
import mimetypes
import re
import time


@functools.lru_cache
def cached(n):
    return n


def change():
    re.compile("first(?P<a>x)")
    cached(3)
    linecache.cache["made_up.py"] = (1, None, ["text\n"], "made_up.py")
    mimetypes.add_type("text/sharing", ".sharing")


def state():
    return any("first" in str(k) for k in re._cache), cached.cache_info().currsize, linecache.getline("made_up.py", 1), mimetypes.guess_type("a.sharing")


SEPARATE = [re._cache, time.localtime, type(time.localtime(0)), re.Pattern]
SHARED = [re.compile.__code__]
