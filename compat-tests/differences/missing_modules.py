# Modules that are not there yet
#
# `import` of one says which C module is missing. There is no C API and no `ctypes`, so no extension written in C can be loaded at all; the others are to be written.
import importlib


def why_not(name):
    try:
        importlib.import_module(name)
    except ImportError as e:
        return str(e)
    return "is there"


print(why_not("ctypes"))  # clutch: No module named '_ctypes'  # cpython: is there
print(why_not("sqlite3"))  # clutch: No module named '_sqlite3'  # cpython: is there
print(why_not("ssl"))  # clutch: No module named '_ssl'  # cpython: is there
print(why_not("bz2"))  # clutch: No module named '_bz2'  # cpython: is there
print(why_not("lzma"))  # clutch: No module named '_lzma'  # cpython: is there
print(why_not("mmap"))  # clutch: No module named 'mmap'  # cpython: is there
print(why_not("pyexpat"))  # clutch: No module named 'pyexpat'  # cpython: is there
print(why_not("plistlib"))  # clutch: No module named 'pyexpat'  # cpython: is there
print(why_not("xmlrpc.client"))  # clutch: No module named 'pyexpat'  # cpython: is there
print(why_not("cProfile"))  # clutch: No module named '_lsprof'  # cpython: is there
print(why_not("tracemalloc"))  # clutch: No module named '_tracemalloc'  # cpython: is there
print(why_not("resource"))  # clutch: No module named 'resource'  # cpython: is there
print(why_not("syslog"))  # clutch: No module named 'syslog'  # cpython: is there
print(why_not("termios"))  # clutch: No module named 'termios'  # cpython: is there
print(why_not("readline"))  # clutch: No module named 'readline'  # cpython: is there
print(why_not("curses"))  # clutch: No module named '_curses'  # cpython: is there
print(why_not("tkinter"))  # clutch: No module named 'tkinter'  # cpython: is there
print(why_not("audioop"))  # clutch: No module named 'audioop'  # cpython: is there
print(why_not("concurrent.interpreters"))  # clutch: is there  # cpython: No module named 'concurrent.interpreters'

# The compression methods and connections that lean on them are off, as in a CPython built without them.
import http.client
import shutil

print([name for name, _ in shutil.get_archive_formats()])  # clutch: ['gztar', 'tar', 'zip']  # cpython: ['bztar', 'gztar', 'tar', 'xztar', 'zip']
print(hasattr(http.client, "HTTPSConnection"))  # clutch: False  # cpython: True
