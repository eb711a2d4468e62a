import _multiprocessing, os

assert 'HAVE_SEM_OPEN' in _multiprocessing.flags
lock = _multiprocessing.SemLock(1, 1, 1, '/kit-' + os.urandom(8).hex(), True)
assert lock.acquire() and not lock.acquire(False)
lock.release()
del lock
