# Generators: send, throw, close, yield from, finally.
def g():
    got = yield 1
    try:
        yield got * 2
    except ValueError as e:
        yield "caught " + str(e)
    finally:
        log.append("finally")
log = []
a = g()
print(next(a), a.send(21), a.throw(ValueError("v")))  # => 1 42 caught v
a.close()
print(log)  # => ['finally']
def inner():
    x = yield "in"
    return x
def outer():
    r = yield from inner()
    yield r
o = outer()
print(next(o), o.send("sent"))  # => in sent
def many():
    for i in range(3):
        try:
            try:
                if i == 1:
                    continue
                yield i
            finally:
                log.append(i)
        finally:
            log.append(-i)
print(list(many()), log)  # => [0, 2] ['finally', 0, 0, 1, -1, 2, -2]
print(sum(x * x for x in range(10) if x % 2))  # => 165
e = (i for i in [])
try:
    next(e)
except StopIteration as s:
    print("stop", s.value)  # => stop None
def r():
    return 7
    yield
try:
    next(r())
except StopIteration as s:
    print(s.value)  # => 7
async def co(n):
    return n + 1
async def main():
    return await co(1) + await co(2)
m = main()
try:
    m.send(None)
except StopIteration as s:
    print(s.value)  # => 5
