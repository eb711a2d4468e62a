"""Closures, nonlocal, decorators, partial application, callbacks, star arguments."""
from functools import partial, reduce, wraps


def counter(start):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def traced(log):
    def decorate(f):
        @wraps(f)
        def wrapper(*args, **kw):
            log.append(1)
            return f(*args, **kw)

        return wrapper

    return decorate


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def work():
    log = []

    @traced(log)
    def add(a, b=1, *, c=0):
        return a + b + c

    step = counter(10)
    add5 = partial(add, 5)
    pipeline = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3, str, len)
    total = 0
    adders = [lambda x, i=i: x + i for i in range(10)]
    for i in range(8000):
        total += step() + add(i, c=2) + add5(i) + pipeline(i)
        for f in adders:
            total = f(total) & 0xFFFFFF
    return total, len(log)
