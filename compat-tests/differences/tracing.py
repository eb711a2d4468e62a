# Tracing begins at the entry of a function
#
# A function that is entered while a trace or profile function is set runs a version of its code that tells what it does. One that runs already goes on without, unless it names `breakpoint`,
# `set_trace` or `f_trace`; so do functions of the library for which the trace function has returned None. Code of the JVM cannot jump: `f_lineno` is read-only. An event `opcode` comes with each line.
import sys

from outcome import outcome

lines = []


def trace(frame, event, argument):
    lines.append(event)
    return trace


def trace_caller():
    sys._getframe(1).f_trace = trace
    sys.settrace(trace)


def runs_already():
    trace_caller()
    x = 1
    sys.settrace(None)
    return lines


def jump(frame, event, argument):
    if event == "line" and frame.f_code.co_name == "jumps":
        frame.f_lineno += 1
    return jump


def jumps():
    pass
    return 2


def jumping():
    sys.settrace(jump)
    try:
        return jumps()
    finally:
        sys.settrace(None)


print(runs_already())  # clutch: []  # cpython: ['line', 'line']
print(outcome(jumping))  # clutch: ValueError: f_lineno cannot be set: compiled code does not jump  # cpython: 2
print(hasattr(sys, "monitoring"))  # clutch: False  # cpython: True
