# Signals belong to the JVM first
#
# Handlers are called as in CPython, in the main thread of the main interpreter, but a signal that the process sends itself has not arrived when `os.kill` returns.
# What the JVM uses itself can't be handled, and signals can't be blocked or waited for in a thread.
import os
import signal
import time

from outcome import outcome

arrived = []
signal.signal(signal.SIGUSR1, lambda number, frame: arrived.append(number))
os.kill(os.getpid(), signal.SIGUSR1)
deadline = time.monotonic() + 10
while not arrived and time.monotonic() < deadline:
    time.sleep(0.01)
print(arrived == [signal.SIGUSR1])  # clutch: True  # cpython: True

print(outcome(signal.signal, signal.SIGQUIT, signal.SIG_IGN))  # clutch: OSError: [Errno 22] signal 3 belongs to the JVM or the system  # cpython: 0
print(outcome(signal.signal, signal.SIGSEGV, signal.SIG_IGN))  # clutch: OSError: [Errno 22] signal 11 belongs to the JVM or the system  # cpython: 0
absent = [name for name in ("pthread_sigmask", "sigpending", "sigwait", "sigwaitinfo", "sigtimedwait") if not hasattr(signal, name)]
print(absent)  # clutch: ['pthread_sigmask', 'sigpending', 'sigwait', 'sigwaitinfo', 'sigtimedwait']  # cpython: []
print(outcome(signal.siginterrupt, signal.SIGUSR1, True))  # clutch: NotImplementedError: signal.siginterrupt(): calls always go on after a signal (PEP 475)  # cpython: None
