# There is no tracing
#
# Python code is compiled to code of the JVM, which has no trace hooks. Debuggers, coverage tools and profilers that need them get an error instead of silence.
import bdb
import sys
import trace

from outcome import outcome


def hook(frame, event, argument):
    return None


print(outcome(sys.settrace, hook))  # clutch: NotImplementedError: sys.settrace() takes only None: compiled code has no trace hooks  # cpython: None
sys.settrace(None)
print(outcome(sys.setprofile, hook))  # clutch: NotImplementedError: sys.setprofile() takes only None: compiled code has no trace hooks  # cpython: None
sys.setprofile(None)
print(hasattr(sys, "monitoring"))  # clutch: False  # cpython: True
print(outcome(bdb.Bdb().runcall, int))  # clutch: NotImplementedError: sys.settrace() takes only None: compiled code has no trace hooks  # cpython: 0
print(outcome(trace.Trace(trace=False).runfunc, int))  # clutch: NotImplementedError: sys.settrace() takes only None: compiled code has no trace hooks  # cpython: 0
