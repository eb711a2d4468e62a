# concurrent.futures.InterpreterPoolExecutor (3.14, which no oracle here has).
import logging
import math
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def square(x):
    return x * x


def where():
    from concurrent import interpreters
    return interpreters.get_current().id


def bad(x):
    raise ValueError("no", x)


def begin(value):
    import sys
    sys.value = value


def begun():
    import sys
    return sys.value


with InterpreterPoolExecutor(2, initializer=begin, initargs=(7,)) as pool:
    print(isinstance(pool, ThreadPoolExecutor), pool._thread_name_prefix[:24])  # => True InterpreterPoolExecutor-
    print(list(pool.map(square, range(6))), pool.submit(math.sqrt, 2.25).result())  # => [0, 1, 4, 9, 16, 25] 1.5
    print(pool.submit(where).result() > 0, pool.submit(begun).result())  # => True 7
    try:
        pool.submit(bad, 3).result()
    except ValueError as e:
        print(e.args, type(e.__cause__).__name__, str(e.__cause__).splitlines()[-2:])  # => ('no', 3) ExecutionFailed ['    raise ValueError("no", x)', "ValueError: ('no', 3)"]
    message = error(pool.submit(lambda: (x for x in ())).result)
    print(message.partition(": <")[0])  # => ExecutionFailed: concurrent.interpreters.NotShareableError: object could not be pickled
print(len(interpreters.list_all()), error(pool.submit, square, 1))  # => 1 RuntimeError: cannot schedule new futures after shutdown

logging.disable()
with InterpreterPoolExecutor(1, initializer=bad, initargs=(1,)) as pool:
    print(error(pool.submit(square, 2).result))  # => BrokenInterpreterPool: An interpreter initializer failed, the pool is not usable anymore
    print(error(pool.submit, square, 2))  # => BrokenInterpreterPool: An interpreter initializer failed, the pool is not usable anymore
