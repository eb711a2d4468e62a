# threads and thread-local data
import threading

local = threading.local()
release = threading.Event()


def change():
    local.x = 1
    threading.Thread(target=release.wait, name="waiting").start()


SAME = [0]


def state():
    return hasattr(local, "x"), threading.active_count(), any(t.name == "waiting" for t in threading.enumerate())


SEPARATE = [local, threading.main_thread(), threading._active]


def finish():
    release.set()
