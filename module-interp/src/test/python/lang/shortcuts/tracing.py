"""Tracing and profiling that are switched on and off while hot code runs: calls from then on are seen. A function
that runs already when it is switched on goes on unseen, here and in CPython as far as lines are concerned."""
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("step", "meth", "of_class", "static"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def profiler(frame, event, arg):
    name = arg.__name__ if event.startswith("c_") else frame.f_code.co_name
    if name in ("step", "len", "isinstance", "append", "of_class", "static"):
        events.append((name, event))


def step(i):
    x = i + 1
    return x


def gen(n):
    for i in range(n):
        yield i


class C:
    def meth(self):
        return 1

    @classmethod
    def of_class(cls):
        return cls

    @staticmethod
    def static():
        return 2


c = C()


def work(n, switch, at, off):
    total = 0
    g = gen(n)
    for i in range(n):
        if i == at:
            switch()
        total += step(i)
        total += next(g)
        total += c.meth() + C.static()
        c.of_class()
        if i == off:
            sys.settrace(None)
            sys.setprofile(None)
    return total


def native(out):
    out.append(len(out))
    isinstance(out, list)
    C.static()


def calls(n, at):
    out = []
    for i in range(n):
        if i == at:
            sys.setprofile(profiler)
        native(out)
    sys.setprofile(None)
    return out[-1]


def shown():
    text = events[:]
    events.clear()
    return text


print(work(300, lambda: None, 0, 0), shown())  # => 90900 []
print(work(300, lambda: sys.settrace(tracer), 298, 298))  # => 90900
for e in shown():
    print(*e)
# => step call 0
# => step line 1
# => step line 2
# => step return 2
# => meth call 0
# => meth line 1
# => meth return 1
# => static call 0
# => static line 2
# => static return 2
# => of_class call 0
# => of_class line 2
# => of_class return 2
print(work(300, lambda: sys.setprofile(profiler), 299, 299), shown())  # => 90900 [('step', 'call'), ('step', 'return'), ('static', 'call'), ('static', 'return'), ('of_class', 'call'), ('of_class', 'return')]
print(calls(300, 298), shown())  # => 299 [('len', 'c_call'), ('len', 'c_return'), ('append', 'c_call'), ('append', 'c_return'), ('isinstance', 'c_call'), ('isinstance', 'c_return'), ('static', 'call'), ('static', 'return'), ('len', 'c_call'), ('len', 'c_return'), ('append', 'c_call'), ('append', 'c_return'), ('isinstance', 'c_call'), ('isinstance', 'c_return'), ('static', 'call'), ('static', 'return')]
print(work(300, lambda: None, 0, 0), shown())  # => 90900 []


# a tracer that raises ends the loop, and tracing
def angry(frame, event, arg):
    if frame.f_code.co_name == "step" and event == "line":
        raise ValueError("enough")
    return angry


try:
    work(300, lambda: sys.settrace(angry), 150, 299)
except ValueError as e:
    print(e, sys.gettrace())
# => enough None
print(work(300, lambda: None, 0, 0))  # => 90900
