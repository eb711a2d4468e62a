# sys.settrace and sys.setprofile: events, lines, locals that a trace function changes, generators, errors in the trace function, threads.
import sys
import threading

NAME = __file__
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == NAME:
        line = frame.f_lineno - frame.f_code.co_firstlineno
        events.append((event, line) if event != "exception" else (event, line, arg[0].__name__))
    return tracer


def trace(function, *arguments):
    events.clear()
    sys.settrace(tracer)
    try:
        return function(*arguments)
    finally:
        sys.settrace(None)


def simple(n):
    total = 0
    for i in range(n):
        total += i
    try:
        total / 0
    except ZeroDivisionError:
        pass
    else:
        total = None
    finally:
        total += (1 +
                  n)
    while True: break
    return total


print(trace(simple, 2), events)  # => 4 [('call', 0), ('line', 1), ('line', 2), ('line', 3), ('line', 2), ('line', 3), ('line', 2), ('line', 4), ('line', 5), ('exception', 5, 'ZeroDivisionError'), ('line', 6), ('line', 7), ('line', 11), ('line', 12), ('line', 11), ('line', 13), ('line', 14), ('return', 14)]


def numbers(limit):
    n = 0
    while n < limit:
        got = yield n
        n += got or 1
    return "end"


def consume():
    it = numbers(3)
    a = next(it), it.send(2)
    for x in it: pass
    b = yield from numbers(1)
    return a, x, b


def drive():
    try:
        next(it := consume())
        next(it)
    except (StopIteration,
            UnboundLocalError) as e:
        return type(e).__name__


print(trace(drive), events)  # => UnboundLocalError [('call', 0), ('line', 1), ('line', 2), ('call', 0), ('line', 1), ('line', 2), ('call', 0), ('line', 1), ('line', 2), ('line', 3), ('return', 3), ('call', 3), ('line', 4), ('line', 2), ('line', 3), ('return', 3), ('line', 3), ('call', 3), ('line', 4), ('line', 2), ('line', 5), ('return', 5), ('exception', 3, 'StopIteration'), ('line', 4), ('call', 0), ('line', 1), ('line', 2), ('line', 3), ('return', 3), ('return', 4), ('line', 3), ('call', 4), ('call', 3), ('line', 4), ('line', 2), ('line', 5), ('return', 5), ('exception', 4, 'StopIteration'), ('line', 5), ('exception', 5, 'UnboundLocalError'), ('return', 5), ('exception', 3, 'UnboundLocalError'), ('line', 4), ('line', 5), ('line', 4), ('line', 6), ('return', 6)]


def changed():
    x = 1
    y = [lambda: x]
    return x, y[0]()


def change(frame, event, arg):
    if event == "line" and frame.f_code is changed.__code__ and frame.f_lineno == changed.__code__.co_firstlineno + 3:
        frame.f_locals["x"] = "changed"
    return change


sys.settrace(change)
print(changed())  # => ('changed', 'changed')
sys.settrace(None)


class Body:
    @property
    @staticmethod
    def method(): return 1


def definitions():
    @str
    class C:
        """Text."""
        x = [i for i in (1,
                         2)]
    with open(NAME) as f, \
         open(NAME) as g:
        assert f, \
            g
    match C[0]:
        case "x": return 1
        case _ if C:
            del C
    return (
        lambda: f)


trace(definitions)
print(events)  # => [('call', 0), ('line', 1), ('line', 2), ('call', 0), ('line', 0), ('line', 2), ('line', 3), ('line', 3), ('line', 3), ('return', 3), ('line', 1), ('line', 2), ('line', 6), ('line', 7), ('line', 6), ('line', 7), ('line', 8), ('line', 6), ('line', 10), ('line', 11), ('line', 12), ('line', 13), ('line', 15), ('line', 14), ('return', 14)]


def failing(frame, event, arg):
    raise KeyError(event)


try:
    sys.settrace(failing)
    simple(1)
except KeyError as e:
    print(e, sys.gettrace(), e.__traceback__.tb_next.tb_frame.f_code.co_name)  # => 'call' None simple


def quiet(frame, event, arg):
    frame.f_trace_lines = False
    events.append(event)
    return quiet


events.clear()
sys.settrace(quiet)
simple(1)
sys.settrace(None)
print(events)  # => ['call', 'exception', 'return']

calls = []


def profiler(frame, event, arg):
    if frame.f_code is profiled.__code__:
        calls.append((event, frame.f_code.co_name if event in ("call", "return") else arg.__name__))


def profiled(text):
    len(text)
    text.strip().split(*[","])
    try:
        int("x")
        text.index("?")
    except ValueError:
        return max([1], **{"key": abs})


sys.setprofile(profiler)
profiled("a,b")
sys.setprofile(None)
print(calls)  # => [('call', 'profiled'), ('c_call', 'len'), ('c_return', 'len'), ('c_call', 'strip'), ('c_return', 'strip'), ('c_call', 'split'), ('c_return', 'split'), ('c_call', 'max'), ('c_return', 'max'), ('return', 'profiled')]

threading.settrace(tracer)
events.clear()
thread = threading.Thread(target=simple, args=(0,))
thread.start()
thread.join()
threading.settrace(None)
print(events[:3], sys.gettrace(), threading.gettrace())  # => [('call', 0), ('line', 1), ('line', 2)] None None
frame = sys._getframe()
frame.f_trace = tracer
print(frame.f_trace is tracer, frame.f_trace_lines, frame.f_trace_opcodes)  # => True True False
del frame.f_trace
print(frame.f_trace)  # => None


# where f_lineno cannot be set, and why
def plain():
    a = 1
    return a


def attempt(frame, line):
    try:
        frame.f_lineno = line
    except ValueError as e:
        return str(e)


def refused(frame, event, arg):
    if frame.f_code is plain.__code__:
        if event != "line":
            refusals.append(attempt(frame, frame.f_lineno))
        elif len(refusals) == 1:
            refusals.extend([attempt(frame, "1"), attempt(frame, 2**70), attempt(frame, 0)])
    return refused


refusals = []
sys.settrace(refused)
plain()
sys.settrace(None)
print(refusals[0])  # => can't jump from the 'call' trace event of a new frame
print(refusals[1:4])  # => ['lineno must be an integer', 'lineno out of range', 'line 0 comes before the current code block']
print(refusals[4:], attempt(sys._getframe(), 1))  # => ["can only jump from a 'line' trace event"] f_lineno can only be set in a trace function
