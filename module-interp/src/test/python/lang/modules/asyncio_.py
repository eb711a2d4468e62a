# _asyncio: Future and Task, what tasks make of what coroutines yield, finalizers, and the methods of a future on a task.
import _asyncio
import asyncio
import contextvars
import gc

var = contextvars.ContextVar("var", default=0)


def error(f, *args):
    try:
        return f(*args)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def awaited(a):
    try:
        return await a
    except BaseException as e:
        return f"{type(e).__name__}: {str(e).split(' in task')[0].split(' <')[0]}"


async def leaf(i):
    var.set(i)
    await asyncio.sleep(0)
    return var.get()


async def fails():
    raise ValueError("x")


class MyTask(asyncio.Task):
    pass


async def futures():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(asyncio.Future is _asyncio.Future, asyncio.Task is _asyncio.Task, f, error(f.result), error(f.exception))  # => True True <Future pending> InvalidStateError: Result is not set. InvalidStateError: Exception is not set.
    seen = []
    f.add_done_callback(seen.append)
    f.add_done_callback(print)
    f.add_done_callback(print)
    print(len(f._callbacks), f.remove_done_callback(print), f.cancel("why"), f.cancel(), f.cancelled(), f._cancel_message)  # => 3 2 True False True why
    print(await awaited(f), seen == [f], error(f.set_result, 1), error(f.set_exception, ValueError))  # => CancelledError: why False InvalidStateError: invalid state InvalidStateError: invalid state
    f = loop.create_future()
    print(error(f.set_exception, 5), error(setattr, f, "_log_traceback", True), f._state, f.get_loop() is loop)  # => TypeError: invalid exception object ValueError: _log_traceback can only be set to False PENDING True
    f.set_exception(KeyError("k"))
    print(await awaited(f), f._exception, f._log_traceback)  # => KeyError: 'k' 'k' False
    it = iter(loop.create_future())
    print(next(it)._asyncio_future_blocking, error(next, it), error(it.throw, OSError("thrown")), error(next, it))  # => True RuntimeError: await wasn't used with future OSError: thrown StopIteration: 
    print(error(_asyncio.Future.__new__(_asyncio.Future).cancel), asyncio.Future[int])  # => RuntimeError: Future object is not initialized. _asyncio.Future[int]


asyncio.run(futures())


async def tasks():
    print(await asyncio.gather(*[leaf(i) for i in range(3)]), var.get())  # => [0, 1, 2] 0
    t = asyncio.create_task(asyncio.sleep(9), name="sleeper")
    await asyncio.sleep(0)
    print(t.get_name(), t.cancel("enough"), t.cancelling(), t.uncancel(), t._fut_waiter is not None, await awaited(t), t.cancelled())  # => sleeper True 1 0 True CancelledError: enough True
    t = asyncio.create_task(fails(), name="fails")
    print(await awaited(t), error(t.set_result, 1), error(_asyncio.Future.set_result, t, 1))  # => ValueError: x RuntimeError: Task does not support set_result operation InvalidStateError: invalid state
    print(await awaited(asyncio.create_task(awaited(Yields(5)))), await awaited(Yields(x for x in ())))  # => RuntimeError: Task got bad yield: 5 RuntimeError: yield was used instead of yield from for generator
    print(await awaited(Yields(asyncio.Future())), await awaited(Yields(None)), error(asyncio.Task, 5))  # => RuntimeError: yield was used instead of yield from None TypeError: a coroutine was expected, got 5
    print(await MyTask(leaf(7), name="mine"))  # => 7
    print(error(_asyncio._enter_task, asyncio.get_running_loop(), "t")[:36], error(_asyncio._leave_task, "loop", "t"))  # => RuntimeError: Cannot enter into task RuntimeError: Leaving task 't' does not match the current task None.
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(fails())
    print(t.done(), await awaited(t), (await asyncio.create_task(leaf(3))), asyncio.create_task(leaf(4)).done())  # => True ValueError: x 3 False


asyncio.run(tasks())
print(error(asyncio.get_running_loop))  # => RuntimeError: no running event loop


async def lost():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], sorted(context)))  # => Future exception was never retrieved ['exception', 'future', 'message']
    f = asyncio.Future()
    f.set_exception(ValueError("nobody asks"))
    f = asyncio.Future()
    f.set_exception(ValueError("somebody asks"))
    f.exception()
    del f
    for _ in range(5):
        gc.collect()
        await asyncio.sleep(0.02)


asyncio.run(lost())
