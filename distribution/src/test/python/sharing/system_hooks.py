# hooks and streams of sys
import io
import sys
import threading


def change():
    sys.excepthook = sys.displayhook = sys.unraisablehook = print
    sys.stdout = io.StringIO()
    sys.flags_seen = True
    sys.dont_write_bytecode = not sys.dont_write_bytecode
    threading.excepthook = print
    threading.stack_size(1 << 20)
    sys.last_exc = ValueError()


def state():
    return sys.excepthook is print, sys.unraisablehook is print, type(sys.stdout), hasattr(sys, "last_exc"), sys.dont_write_bytecode, threading.excepthook is print, threading.stack_size()


SEPARATE = [sys.stdout, sys.__stdin__, sys.excepthook]
