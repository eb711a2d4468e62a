# The semaphores and the shared memory that multiprocessing is built on: values, owners, names, waits.
import _multiprocessing
import _posixshmem
import os
import threading
import time
from _multiprocessing import SemLock

RECURSIVE, SEMAPHORE = 0, 1
name = f"/clutch-{os.getpid()}"
s = SemLock(SEMAPHORE, 2, 2, name, False)
print(s.kind, s.maxvalue, s.name == name, s._get_value(), s._count(), s._is_mine(), s._is_zero())  # => 1 2 True 2 0 False False
print(s.acquire(), s.acquire(block=False), s.acquire(False), s._get_value(), s._count(), s._is_zero())  # => True True False 0 2 True
same = SemLock._rebuild(s.handle, SEMAPHORE, 2, name)
start = time.monotonic()
print(same.acquire(True, 0.05), 0.04 < time.monotonic() - start < 5, same._get_value(), same._count())  # => False True 0 0
threading.Timer(0.02, s.release).start()
print(same.acquire(timeout=20), same._is_mine(), s._is_mine(), s._count())  # => True True True 1
same.release()
s.release()
try:
    SemLock(SEMAPHORE, 1, 1, name, False)
except FileExistsError as e:
    print(e)  # => [Errno 17] File exists
try:
    s.release()
except ValueError as e:
    print(e)  # => semaphore or lock released too many times
print(_multiprocessing.sem_unlink(name), s.acquire())  # => None True
try:
    _multiprocessing.sem_unlink(name)
except FileNotFoundError as e:
    print(e)  # => [Errno 2] No such file or directory
try:
    SemLock(7, 1, 1, name, True)
except ValueError as e:
    print(e)  # => unrecognized kind
r = SemLock(RECURSIVE, 1, 1, name, True)
with r as got:
    print(got, r.acquire(), r._count(), r._get_value(), r.name)  # => True True 2 0 None
    others = []
    for call in (lambda: r.acquire(False), r._is_mine, r.release):
        def run(call=call):
            try:
                others.append(call())
            except AssertionError as e:
                others.append(str(e))
        t = threading.Thread(target=run)
        t.start()
        t.join()
    print(others, r.release())  # => [False, False, 'attempt to release recursive lock not owned by thread'] None
print(r._count(), r._is_zero(), SemLock.SEM_VALUE_MAX, sorted(_multiprocessing.flags)[:1])  # => 0 False 2147483647 ['HAVE_SEM_OPEN']
fd = _posixshmem.shm_open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode=0o600)
other = _posixshmem.shm_open(name, os.O_RDWR)
print(os.write(fd, b"shared"), os.read(other, 10), os.get_inheritable(fd))  # => 6 b'shared' False
os.close(fd)
os.close(other)
print(_posixshmem.shm_unlink(name))  # => None
try:
    _posixshmem.shm_unlink(name)
except FileNotFoundError as e:
    print(e.strerror, e.filename == name)  # => No such file or directory True
try:
    _posixshmem.shm_open("/a/b", os.O_RDWR)
except OSError as e:
    print(e)  # => [Errno 22] Invalid argument: '/a/b'
