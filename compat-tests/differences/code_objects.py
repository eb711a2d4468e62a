# Code objects have no CPython bytecode
#
# `co_code` is a row of no-operations with the positions of the source, so tracebacks and `co_positions()` are right; `dis` shows nothing of use. A code object can be looked at, compared,
# marshalled and given other names, but one put together by hand can't run, and replaced constants are shown and not used.
import dis
import importlib.util
import marshal
import types

from outcome import outcome


def one():
    return 1


print({instruction.opname for instruction in dis.get_instructions(one)} == {"NOP"})  # clutch: True  # cpython: False
one.__code__ = one.__code__.replace(co_consts=(None, 2))
print(one(), one.__code__.co_consts)  # clutch: 1 (None, 2)  # cpython: 2 (None, 2)
assembled = types.CodeType(0, 0, 0, 0, 1, 3, b"\x97\x00d\x00S\x00", (5,), (), (), "f", "n", "n", 1, b"", b"")
print(outcome(eval, assembled))  # clutch: SystemError: the code object n was put together by the program, and no compiled body has its code and parameters  # cpython: 5

code = compile("6 * 7", "x.py", "eval")
print(eval(marshal.loads(marshal.dumps(code))))  # clutch: 42  # cpython: 42
print(importlib.util.cache_from_source("x.py"))  # clutch: __pycache__/x.clutch-312.pyc  # cpython: __pycache__/x.cpython-312.pyc
