# Where a frame stops when an exception has come through its finally or past its except clauses; blocks, coroutines and cells at their limits.
def line(function):
    try:
        function()
    except BaseException as e:
        entry = e.__traceback__.tb_next
        code = entry.tb_frame.f_code
        return entry.tb_lineno - code.co_firstlineno, entry.tb_frame.f_lineno - code.co_firstlineno


def through_finally():
    try:
        1 / 0
    finally:
        x = 1
        if x:
            y = 2


def past_except():
    try:
        1 / 0
    except ValueError:
        x = 1
    except (KeyError,
            TypeError):
        z = 3


def raised_again():
    for i in range(2):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise
        finally:
            x = 2
            pass


def through_with():
    class Manager:
        def __enter__(self): pass
        def __exit__(self, *args): pass
    with Manager():
        x = 1
        1 / 0


def from_generator():
    def generator():
        try:
            yield 1
            1 / 0
        finally:
            x = 1
    try:
        list(generator())
    except ZeroDivisionError as e:
        frame = e.__traceback__.tb_next.tb_frame
        return frame.f_lineno - frame.f_code.co_firstlineno


print(line(through_finally), line(past_except), line(raised_again), line(through_with), from_generator())  # => (2, 6) (2, 5) (3, 8) (6, 6) 5


def blocks(kind, count, end=""):
    text = "".join(" " * i + kind + "\n" for i in range(count)) + " " * count + "pass\n"
    text += "".join(" " * i + end + "\n" for i in reversed(range(count))) if end else ""
    try:
        compile(text, "blocks", "exec")
    except SyntaxError as e:
        return e.msg, e.lineno, e.offset


print(blocks("for a in b:", 20), blocks("for a in b:", 21))  # => None ('too many statically nested blocks', 21, 21)
print(blocks("while a:", 21), blocks("with a:", 21), blocks("if a:", 30))  # => ('too many statically nested blocks', 21, 21) ('too many statically nested blocks', 21, 21) None
print(blocks("try:", 20, "finally: pass"), blocks("try:", 21, "except a: pass"))  # => None ('too many statically nested blocks', 21, 21)


class Awaitable:
    def __init__(self, value): self.value = value
    def __await__(self):
        return self.value
        yield
class Items:
    def __init__(self): self.rest = [1, 2]
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.rest: raise StopAsyncIteration
        return self.rest.pop()
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *args): pass
def run(text):
    names = {"Items": Items}
    try:
        eval(compile(text, "top", "exec", 0x2000), names).send(None)
    except StopIteration:
        return names["x"]
print(run("async for x in Items(): pass"), run("async with Items() as x: pass"), run("x = [i async for i in Items()]"))  # => 1 entered [2, 1]


class Outer:
    def method(self):
        class Inner:
            nonlocal __class__
            __class__ = 42
            def own(self): return __class__
        return __class__, Inner().own().__name__
print(Outer().method())  # => (42, 'Inner')
