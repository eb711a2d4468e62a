def gen(n):
    i = 0
    try:
        while i < n:
            x = yield i
            if x:
                print("got", x)
            i += 1
    finally:
        print("cleanup")
    return "result"


print(list(gen(3)))
g = gen(5)
print(next(g), g.send("hello"))
g.close()


def deleg():
    r = yield from gen(2)
    print("r", r)
    yield (yield)


g = deleg()
print(next(g), next(g), next(g), g.send(42))
print(list(x + 1 for x in [1, 2]))


def gi():
    try:
        yield 1
    except ValueError as e:
        print("in gen", e, handled())
        yield 2
        print(handled())


g = gi()
next(g)
print(g.throw(ValueError("t")))
print(handled())
try:
    next(g)
except StopIteration:
    print("stopped", handled())


def caller_context():
    try:
        raise KeyError("outer")
    except KeyError:
        for v in (handled() for _ in [1, 2]):
            print(v)


caller_context()


def expr():
    return [(yield 1), (yield 2) + (yield 3), {(yield 4): (yield 5)}]


g = expr()
print(next(g))
for v in [10, 20, 30, 40]:
    print(g.send(v))
try:
    g.send(50)
except StopIteration as e:
    print(e.value)


def f(a, b, c):
    return a, b, c


def calls():
    r = f((yield 1), 2, (yield 3))
    r2 = "x".join((yield r))
    yield r2


g = calls()
next(g)
g.send("a")
print(g.send("c"))
print(g.send(["p", "q"]))


def stop():
    raise StopIteration(1)
    yield


try:
    next(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


class ACM:
    async def __aenter__(self):
        return 100

    async def __aexit__(self, *a):
        print("aexit", a[0])
        return True


async def co(n):
    return n * 2


async def agen():
    for i in [1, 2, 3]:
        yield i
        await co(i)


async def main():
    r = await co(21)
    async with ACM() as q:
        r += q
    async with ACM() as q:
        1 // 0
    l = [x async for x in agen()]
    m = [await co(x) for x in l if await co(x) > 2]
    async for y in agen():
        if y == 2:
            break
    return r, l, m, y, [x async for x in (z async for z in agen())]


def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


print(run(main()))


class Await:
    def __await__(self):
        x = yield "suspended"
        return x


async def waits():
    return [await Await(), await Await()]


c = waits()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print(e.value)


def many_finally(n):
    while True:
        try:
            try:
                try:
                    try:
                        v = yield n
                        if v == 1:
                            return "r"
                        if v == 2:
                            break
                        if v == 3:
                            continue
                    finally:
                        yield "a"
                finally:
                    yield "b"
            finally:
                yield "c"
        finally:
            yield "d"
    return "end"


for v in [1, 2]:
    g = many_finally(0)
    next(g)
    try:
        print(g.send(v), next(g), next(g), next(g), next(g))
    except StopIteration as e:
        print(e.value)
