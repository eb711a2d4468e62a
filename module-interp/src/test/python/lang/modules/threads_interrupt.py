# What a waiting main thread does when it is interrupted: its locks are as they should be.
import _thread
import os
import signal
import threading
import time

signal.signal(signal.SIGINT, signal.default_int_handler)


def attempt(work):
    try:
        work()
    except BaseException as e:
        return type(e).__name__
    return "nothing"


def start():
    thread = threading.Thread(target=_thread.interrupt_main)
    thread.start()
    thread.join()


# the interrupt comes while the main thread is told that the other has started, or waits for its end
results = [attempt(start) for _ in range(100)]
print(set(results))  # => {'KeyboardInterrupt'}


def interrupt(condition):
    with condition:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)


def wait(condition):
    with condition:
        thread = threading.Thread(target=interrupt, args=(condition,))
        thread.start()
        condition.wait()


# the second interrupt comes while the condition takes its lock back
condition = threading.Condition()
print(attempt(lambda: wait(condition)))  # => KeyboardInterrupt
print(condition.acquire(timeout=10))  # => True
condition.release()
