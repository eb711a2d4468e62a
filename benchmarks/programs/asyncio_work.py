"""asyncio: tasks, queues, gather, events and asynchronous generators, without input or output."""
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def leaf(i):
    await asyncio.sleep(0)
    return i


async def tree(depth):
    if depth == 0:
        return await leaf(1)
    return sum(await asyncio.gather(tree(depth - 1), tree(depth - 1)))


async def main():
    queue = asyncio.Queue(16)
    _, total = await asyncio.gather(producer(queue, 1500), consumer(queue))
    ticks = 0
    async for t in ticker(600):
        ticks += t
    lock = asyncio.Lock()
    shared = []

    async def locked(i):
        async with lock:
            shared.append(i)

    async with asyncio.TaskGroup() as group:
        for i in range(300):
            group.create_task(locked(i))
    return total, ticks, await tree(7), len(shared)


def work():
    return asyncio.run(main())
