# yield from and await over several levels: values, ends, exceptions, frames and what is running, seen from inside and outside.
import asyncio
import inspect
import sys
import traceback


def names(frames):
    return [f"{f.name}:{f.lineno - first}" for f in frames if f.filename == __file__]


first = sys._getframe().f_lineno


def inner(n):
    for i in range(n):
        got = yield i, names(traceback.extract_stack())
        if got:
            yield "got", got
    return "done"


def middle(n):
    r = yield from inner(n)
    yield "r", r
    try:
        yield from inner(1)
        yield from failing()
    except KeyError as e:
        yield repr(e), names(traceback.extract_tb(e.__traceback__))
        yield from handling()
        yield repr(sys.exception())
    finally:
        yield "finally"
    return 5


def handling():
    yield repr(sys.exception()), 1
    yield repr(sys.exception()), 2
    try:
        raise ValueError
    except ValueError:
        yield repr(sys.exception()), 3
    yield repr(sys.exception()), 4


def failing():
    yield 1
    yield 2
    raise KeyError("x")


def outer(n):
    x = yield from middle(n)
    yield x


print([v for v in outer(2)])  # => [(0, ['<module>:47', 'outer:43', 'middle:12', 'inner:5']), (1, ['<module>:47', 'outer:43', 'middle:12', 'inner:5']), ('r', 'done'), (0, ['<module>:47', 'outer:43', 'middle:15', 'inner:5']), 1, 2, ("KeyError('x')", ['middle:16', 'failing:39']), ("KeyError('x')", 1), ("KeyError('x')", 2), ('ValueError()', 3), ("KeyError('x')", 4), "KeyError('x')", 'finally', 5]

g = outer(2)
taken = next(g), next(g), g.send("S")
print(taken[2], g.gi_yieldfrom.__name__, g.gi_running, g.gi_frame.f_lineno - first, inspect.getgeneratorstate(g))  # => ('got', 'S') middle False 43 GEN_SUSPENDED
try:
    g.throw(IndexError("t"))
except IndexError as e:
    print(names(traceback.extract_tb(e.__traceback__)), list(g))  # => ['<module>:53', 'outer:43', 'middle:12', 'inner:7'] []


def meddling():
    yield 1
    for act in (lambda: next(top), top.close, lambda: top.throw(KeyError)):
        try:
            act()
        except ValueError as e:
            yield str(e), top.gi_running, [h.gi_running for h in levels], top.gi_yieldfrom


def wrap(k):
    if k == 0:
        yield from meddling()
    else:
        levels.append(wrap(k - 1))
        yield from levels[-1]


levels = []
top = wrap(3)
print(list(top))  # => [1, ('generator already executing', True, [True, True, True], None), ('generator already executing', True, [True, True, True], None), ('generator already executing', True, [True, True, True], None)]


def deep(n):
    if n:
        return (yield from deep(n - 1))
    yield 1
    yield 2
    raise RuntimeError("end")


try:
    for x in deep(30):
        pass
except RuntimeError as e:
    print(x, len(traceback.extract_tb(e.__traceback__)))  # => 2 32


def closing(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("inner closed")


def delegating(log):
    try:
        yield from closing(log)
    finally:
        log.append("outer closed")


log = []
g = delegating(log)
next(g), next(g), g.close()
print(log, list(g))  # => ['inner closed', 'outer closed'] []


def stopping():
    yield 1
    yield 2
    raise StopIteration(3)


def meets():
    try:
        yield (yield from stopping())
    except RuntimeError as e:
        yield repr(e), repr(e.__cause__)


print(list(meets()))  # => [1, 2, ("RuntimeError('generator raised StopIteration')", 'StopIteration(3)')]


async def leaf(k):
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    if k == 3:
        raise KeyError(k)
    return [f.name for f in traceback.extract_stack() if f.filename == __file__][-3:]


async def branch(k):
    return await leaf(k)


async def root(k):
    try:
        return await branch(k)
    except KeyError as e:
        return [f.name for f in traceback.extract_tb(e.__traceback__)]


async def main():
    results = await asyncio.gather(root(0), root(3))
    task = asyncio.create_task(root(0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        return results, [f.name for f in traceback.extract_tb(e.__traceback__) if f.filename == __file__][1:]


print(asyncio.run(main()))  # => ([['root', 'branch', 'leaf'], ['root', 'branch', 'leaf']], ['root', 'branch', 'leaf'])
sys.setrecursionlimit(300)


def endless(n):
    yield n
    yield from endless(n + 1)


count = 0
g = endless(0)
try:
    for x in g:
        count += 1
except RecursionError as e:
    print(count > 50, list(g), e)  # => True [] maximum recursion depth exceeded
