# signal handlers are the main interpreter's; another can't set one
import signal

CHANGES = "main"


def change():
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)


def state():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as e:
        return str(e)
    return signal.getsignal(signal.SIGUSR2)
