# functions to run at exit
import atexit


def change():
    atexit.register(len, ())


def state():
    return atexit._ncallbacks()
