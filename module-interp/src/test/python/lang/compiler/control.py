def tryit(n):
    for i in [1, 2, 3]:
        try:
            try:
                if n == 0:
                    return "ret"
                if n == 1:
                    break
                if n == 2:
                    continue
                if n == 3:
                    raise ValueError("x")
                if n == 4:
                    1 // 0
            except ValueError as e:
                print("caught", e, handled())
            else:
                print("else")
            finally:
                print("fin", i, handled())
        except ZeroDivisionError as e:
            print("outer", e)
            print(handled())
        print(handled())
    return "end"


for n in [0, 1, 2, 3, 4, 5]:
    print(n, tryit(n))


def nested(n, log):
    while True:
        try:
            try:
                try:
                    try:
                        if n == 0:
                            return log
                        if n == 1:
                            break
                        n -= 1
                        continue
                    finally:
                        log.append("a")
                finally:
                    log.append("b")
            finally:
                log.append("c")
        finally:
            log.append("d")
    return log


class Log:
    def __init__(self):
        self.text = ""

    def append(self, s):
        self.text += s


print(nested(3, Log()).text, nested(0, Log()).text)


def override():
    for i in [1, 2]:
        try:
            return 1
        finally:
            continue
    try:
        1 // 0
    finally:
        return "swallowed"


print(override(), handled())


class CM:
    def __init__(self, swallow):
        self.s = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, t, v, tb):
        print("exit", t, v, handled())
        return self.s


def w():
    with CM(True) as a, CM(False) as b:
        raise KeyError("k")
    print("after", handled())
    for i in [1, 2]:
        with CM(False):
            if i == 1:
                continue
            return "returned"


print(w())


def ctx():
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("b")


try:
    ctx()
except TypeError as e:
    print(repr(e), repr(e.__context__))


def reraise():
    try:
        try:
            1 // 0
        except ZeroDivisionError:
            raise
    except ZeroDivisionError as e:
        t = e.__traceback__
        n = 0
        while t is not None:
            n += 1
            t = t.tb_next
        return n


print(reraise())


def ub():
    if 0:
        q = 1
    return q


try:
    ub()
except UnboundLocalError as e:
    print(e)


def dl(c):
    for i in [1, 2]:
        x = i
        if c:
            del x
        try:
            print(x)
        except UnboundLocalError as e:
            print(e)
    return e


try:
    dl(1)
except UnboundLocalError as e:
    print(e)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(e)
print(handled())


def whileelse(n):
    i = 0
    while i < n:
        if i == 3:
            break
        i += 1
    else:
        return "else", i
    return "break", i


print(whileelse(2), whileelse(9))
try:
    assert 0, "msg"
except AssertionError as e:
    print("assert", e)


def m(o):
    match o:
        case 0 | 1:
            return "small"
        case [a, *rest] if a:
            return ("seq", a, rest)
        case {"k": v}:
            return ("map", v)
        case Log(text=q):
            return ("Log", q)
        case str() as s:
            return ("str", s)
        case None:
            return "none"
        case [(1 | 2) as x, _] | [_, (3 | 4) as x]:
            return ("or", x)
        case _:
            return "other"


for o in [0, 1, [1, 2, 3], {"k": 1, "z": 2}, Log(), "hi", None, 3.5, [0], [0, 3]]:
    print(m(o))
