# asyncio: tasks, groups, timeouts, queues, locks, threads, subprocesses, streams on loopback, cancellation.
import asyncio
import contextvars
import sys

order = []


async def step(name, delay, fail=False):
    order.append(name + "+")
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    order.append(name + "-")
    return name


async def tasks():
    print(await asyncio.gather(step("a", 0.02), step("b", 0), step("c", 0.04)), order)  # => ['a', 'b', 'c'] ['a+', 'b+', 'c+', 'b-', 'a-', 'c-']
    print(await asyncio.gather(step("d", 0, True), step("e", 0), return_exceptions=True))  # => [ValueError('d'), 'e']
    task = asyncio.create_task(step("f", 10), name="slow")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancel("enough"), asyncio.current_task() is task)  # => slow False True False
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args, task.cancelled())  # => cancelled ('enough',) True
    done, pending = await asyncio.wait(
        [asyncio.create_task(step("g", 0)), asyncio.create_task(step("h", 5))], return_when=asyncio.FIRST_COMPLETED
    )
    print(len(done), len(pending), done.pop().result())  # => 1 1 g
    for p in pending:
        p.cancel()
    print([await f for f in asyncio.as_completed([step("x", 0.04), step("y", 0.0)])])  # => ['y', 'x']


async def groups():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(step("k", 10))
            group.create_task(step("l", 0, True))
            group.create_task(step("m", 0, True))
    except* ValueError as e:
        print(repr(e))  # => ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('l'), ValueError('m')])
    async with asyncio.TaskGroup() as group:
        one, two = group.create_task(step("n", 0)), group.create_task(step("o", 0))
    print(one.result() + two.result())  # => no


async def times():
    try:
        async with asyncio.timeout(0.02) as scope:
            await asyncio.sleep(10)
    except TimeoutError as e:
        print("timeout", scope.expired(), repr(e), repr(e.__cause__))  # => timeout True TimeoutError() CancelledError()
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except TimeoutError:
        print("wait_for")  # => wait_for
    print(await asyncio.wait_for(asyncio.shield(step("p", 0)), 5))  # => p
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "later")
    loop.call_soon(order.append, "soon")
    print(await future, order[-1], loop.is_running())  # => later soon True


async def synchronised():
    queue = asyncio.Queue(2)
    got = []

    async def consumer():
        while (item := await queue.get()) is not None:
            got.append(item)
            queue.task_done()
        queue.task_done()

    worker = asyncio.create_task(consumer())
    for i in range(5):
        await queue.put(i)
    await queue.put(None)
    await queue.join()
    await worker
    print(got, queue.empty())  # => [0, 1, 2, 3, 4] True
    lock, limit = asyncio.Lock(), asyncio.Semaphore(2)
    busy = peak = 0

    async def limited():
        nonlocal busy, peak
        async with limit:
            busy += 1
            peak = max(peak, busy)
            await asyncio.sleep(0.001)
            busy -= 1
        async with lock:
            return lock.locked()

    print(all(await asyncio.gather(*(limited() for _ in range(6)))), peak)  # => True 2
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))))  # => [0, 1, 2]
    condition = asyncio.Condition()

    async def notified():
        async with condition:
            await condition.wait()
            return "told"

    waiter = asyncio.create_task(notified())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    print(await waiter)  # => told


async def threads():
    var = contextvars.ContextVar("var", default=0)
    var.set(5)
    print(await asyncio.to_thread(lambda: var.get() + 1))  # => 6
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))  # => 6
    future = await asyncio.to_thread(asyncio.run_coroutine_threadsafe, step("q", 0), loop)
    print(await asyncio.wrap_future(future))  # => q


async def streams():
    async def serve(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.write_eof()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]

        async def client(n):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"hello %d\n" % n * 2)
            writer.write_eof()
            data = await reader.read()
            writer.close()
            await writer.wait_closed()
            return data

        print(await asyncio.gather(*(client(i) for i in range(3))))  # => [b'HELLO 0\nHELLO 0\n', b'HELLO 1\nHELLO 1\n', b'HELLO 2\nHELLO 2\n']
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"x" * 50000 + b"\n" + b"end\n")
        print(len(await reader.readexactly(40000)), len(await reader.readuntil(b"X\n")), await reader.readline())  # => 40000 10001 b'END\n'
        writer.close()
        await writer.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        print(type(e).__name__)  # => ConnectionRefusedError


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data[::-1], addr)


class Ask(asyncio.DatagramProtocol):
    def __init__(self, answer):
        self.answer = answer

    def connection_made(self, transport):
        transport.sendto(b"abc")

    def datagram_received(self, data, addr):
        self.answer.set_result(data)


async def datagrams():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    answer = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(
        lambda: Ask(answer), remote_addr=server.get_extra_info("sockname")
    )
    print(await asyncio.wait_for(answer, 5))  # => b'cba'
    client.close()
    server.close()


async def processes():
    process = await asyncio.create_subprocess_exec(
        "/bin/cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    print(await process.communicate(b"through cat"), process.returncode)  # => (b'through cat', None) 0
    process = await asyncio.create_subprocess_shell(
        "echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    print(await process.stdout.readline(), await process.stderr.read(), await process.wait())  # => b'out\n' b'err\n' 3
    process = await asyncio.create_subprocess_exec("/bin/sleep", "30")
    process.terminate()
    print(await process.wait())  # => -15
    try:
        await asyncio.create_subprocess_exec("/nonexistent/program")
    except FileNotFoundError as e:
        print(e)  # => [Errno 2] No such file or directory: '/nonexistent/program'


async def generators():
    async def numbers():
        try:
            for i in range(10):
                await asyncio.sleep(0)
                yield i
        finally:
            order.append("closed")

    print([i async for i in numbers() if i % 3 == 0])  # => [0, 3, 6, 9]
    source = numbers()
    async for i in source:
        if i == 2:
            break
    await source.aclose()
    print(order[-2:])  # => ['closed', 'closed']


async def main():
    for job in (tasks, groups, times, synchronised, threads, streams, datagrams, processes, generators):
        await job()
    loop = asyncio.get_running_loop()
    caught = []
    loop.set_exception_handler(lambda loop, context: caught.append((context["message"].split(" at ")[0], repr(context["exception"]))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)
    print(caught)  # => [('Exception in callback main.<locals>.<lambda>()', "ZeroDivisionError('division by zero')")]


asyncio.run(main())
with asyncio.Runner(debug=True) as runner:
    print(runner.run(step("z", 0)), runner.get_loop().get_debug())  # => z True
try:
    asyncio.run(step("bad", 0, True))
except ValueError as e:
    print(repr(e))  # => ValueError('bad')
