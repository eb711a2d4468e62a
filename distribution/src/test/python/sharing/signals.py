# signal handlers and the descriptor that signals wake are the main interpreter's; another can set neither
import os
import signal

CHANGES = "main"
ends = []


def change():
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    ends.extend(os.pipe())
    os.set_blocking(ends[1], False)
    signal.set_wakeup_fd(ends[1])


def attempt(work):
    try:
        return work()
    except ValueError as e:
        return str(e)


def wakeup_fd():
    fd = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(fd)
    return fd


def state():
    return attempt(lambda: signal.signal(signal.SIGUSR2, signal.getsignal(signal.SIGUSR2))), attempt(wakeup_fd)


def finish():
    signal.set_wakeup_fd(-1)
    for end in ends:
        os.close(end)
