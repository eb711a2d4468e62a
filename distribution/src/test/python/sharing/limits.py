# recursion limit, switch interval, limit of digits, garbage collector
import gc
import sys


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def change():
    sys.setrecursionlimit(333)
    sys.setswitchinterval(0.25)
    sys.set_int_max_str_digits(700)
    gc.disable()
    gc.set_threshold(11, 12, 13)
    gc.callbacks.append(print)
    gc.callbacks.clear() or gc.callbacks.append(len)
    gc.freeze()


def state():
    callbacks = len(gc.callbacks)
    return sys.getrecursionlimit(), depth() < 340, sys.getswitchinterval(), sys.get_int_max_str_digits(), gc.isenabled(), gc.get_threshold(), callbacks


SEPARATE = [gc.callbacks]
