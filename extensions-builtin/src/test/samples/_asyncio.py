import _asyncio, asyncio

loop = asyncio.new_event_loop()
f = _asyncio.Future(loop=loop)
f.set_result(3)
assert f.done() and f.result() == 3


async def work(n):
    await asyncio.sleep(0)
    return n + 1


task = _asyncio.Task(work(1), loop=loop)
assert loop.run_until_complete(task) == 2
loop.close()
del loop, f, task
