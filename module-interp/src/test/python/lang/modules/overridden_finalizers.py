"""Finalizers that mostly have nothing to do are not called for most objects; those that a class overrides are, whatever has happened to the object."""
import asyncio
import gc
import socket
import warnings

seen = []


class Task(asyncio.Task):
    def __del__(self):
        seen.append(("task", self.done()))
        super().__del__()


class Future(asyncio.Future):
    def __del__(self):
        seen.append(("future", self.done()))
        super().__del__()


class Derived(asyncio.Future):
    pass


class Socket(socket.socket):
    def __del__(self):
        seen.append(("socket", self.fileno()))


async def nothing():
    return 1


async def main():
    future = Future()
    future.set_result(2)
    return await Task(nothing()), await future


print(asyncio.run(main()))  # => (1, 2)
s = Socket()
s.close()
del s
gc.collect()
print(sorted(seen))  # => [('future', True), ('socket', -1), ('task', True)]

# one of a class that overrides nothing tells what nobody asked for
told = []
loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: told.append((context["message"], context.get("exception"))))
future = Derived(loop=loop)
future.set_exception(ValueError("lost"))
del future
gc.collect()
print(told)  # => [('Derived exception was never retrieved', ValueError('lost'))]
told.clear()


async def forever(waits):
    try:
        await waits
    finally:
        told.append("left")


async def dropped():
    waits = loop.create_future()
    task = loop.create_task(forever(waits))
    await asyncio.sleep(0)


loop.run_until_complete(dropped())
gc.collect()
gc.collect()
print(sorted(map(str, told)))  # => ["('Task was destroyed but it is pending!', None)", 'left']
loop.close()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    socket.socket().close()
    socket.socket().detach()
    gc.collect()
    print([str(w.message) for w in caught])  # => []
    left = socket.socket()
    text = repr(left)
    del left
    gc.collect()
    print([str(w.message) == "unclosed " + text for w in caught])  # => [True]
    nothing()
    gc.collect()
    print(caught[-1].message)  # => coroutine 'nothing' was never awaited
