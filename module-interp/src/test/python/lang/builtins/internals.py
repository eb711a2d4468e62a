"""Code, frames, functions, methods, modules, cells, tracebacks, SimpleNamespace."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


import sys, types, warnings
def f(a, /, b=1, *c, d=2, **e):
    x = a
    def inner(): return x
    return inner
def loop():
    for i in range(2): yield i
c, i, k = f.__code__, f(1).__code__, compile('y = 3', 'file', 'exec')

# covers: code.co_argcount code.co_posonlyargcount code.co_kwonlyargcount code.co_nlocals code.co_flags code.co_names code.co_varnames code.co_cellvars code.co_freevars code.co_filename code.co_name code.co_qualname code.co_firstlineno
show(lambda: (c.co_argcount, i.co_argcount, k.co_argcount))  # => (2, 0, 0)
show(lambda: (c.co_posonlyargcount, i.co_posonlyargcount, k.co_posonlyargcount))  # => (1, 0, 0)
show(lambda: (c.co_kwonlyargcount, i.co_kwonlyargcount, k.co_kwonlyargcount))  # => (1, 0, 0)
show(lambda: (c.co_nlocals, i.co_nlocals, k.co_nlocals))  # => (6, 0, 0)
show(lambda: (c.co_flags, i.co_flags, k.co_flags, loop.__code__.co_flags))  # => (15, 19, 0, 35)
show(lambda: (c.co_names, i.co_names, k.co_names))  # => ((), (), ('y',))
show(lambda: (c.co_varnames, i.co_varnames, k.co_varnames))  # => (('a', 'b', 'd', 'c', 'e', 'inner'), (), ())
show(lambda: (c.co_cellvars, i.co_cellvars, k.co_cellvars))  # => (('x',), (), ())
show(lambda: (c.co_freevars, i.co_freevars, k.co_freevars))  # => ((), ('x',), ())
show(lambda: (c.co_filename == __file__, i.co_filename == __file__, k.co_filename))  # => (True, True, 'file')
show(lambda: (c.co_name, i.co_name, k.co_name))  # => ('f', 'inner', '<module>')
show(lambda: (c.co_qualname, i.co_qualname, k.co_qualname))  # => ('f', 'f.<locals>.inner', '<module>')
show(lambda: (c.co_firstlineno, i.co_firstlineno, k.co_firstlineno))  # => (12, 14, 1)
show(lambda: setattr(c, 'co_name', 'x'))  # => AttributeError: readonly attribute

# covers: code.co_lnotab code.co_consts code.co_stacksize code.co_code code.co_linetable code.co_exceptiontable code.co_lines code.co_positions code.replace
show(lambda: (warnings.simplefilter('ignore'), type(c.co_lnotab), type(i.co_lnotab), type(k.co_lnotab))[1:])  # => (<class 'bytes'>, <class 'bytes'>, <class 'bytes'>)
show(lambda: (type(c.co_consts), type(i.co_consts), 3 in k.co_consts))  # => (<class 'tuple'>, <class 'tuple'>, True)
show(lambda: (type(c.co_stacksize), type(i.co_stacksize), type(k.co_stacksize)))  # => (<class 'int'>, <class 'int'>, <class 'int'>)
show(lambda: (type(c.co_code), type(i.co_code), type(k.co_code)))  # => (<class 'bytes'>, <class 'bytes'>, <class 'bytes'>)
show(lambda: (type(c.co_linetable), type(i.co_linetable), type(k.co_linetable)))  # => (<class 'bytes'>, <class 'bytes'>, <class 'bytes'>)
show(lambda: (type(c.co_exceptiontable), type(i.co_exceptiontable), type(k.co_exceptiontable)))  # => (<class 'bytes'>, <class 'bytes'>, <class 'bytes'>)
show(lambda: (hasattr(c.co_lines(), '__next__'), hasattr(i.co_lines(), '__next__'), hasattr(k.co_lines(), '__next__')))  # => (True, True, True)
show(lambda: c.co_lines(1))  # => TypeError: code.co_lines() takes no arguments (1 given)
show(lambda: (hasattr(c.co_positions(), '__next__'), hasattr(i.co_positions(), '__next__'), hasattr(k.co_positions(), '__next__')))  # => (True, True, True)
show(lambda: c.co_positions(1))  # => TypeError: code.co_positions() takes no arguments (1 given)
show(lambda: (c.replace(co_name='n').co_name, c.replace(co_filename='g').co_filename, c.replace() == c))  # => ('n', 'g', True)
show(lambda: c.replace(1))  # => TypeError: replace() takes no positional arguments
show(lambda: c.replace(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for replace()
show(lambda: c.replace(co_name=1))  # => TypeError: replace() argument 'co_name' must be str, not int

# covers: cell.cell_contents
show(lambda: (f(7).__closure__[0].cell_contents, types.CellType(5).cell_contents))  # => (7, 5)
show(lambda: types.CellType().cell_contents)  # => ValueError: Cell is empty
show(lambda: (q := types.CellType(), setattr(q, 'cell_contents', 3), q.cell_contents)[1:])  # => (None, 3)
def frame(): return sys._getframe()
def outer(): return sys._getframe(1)
r = frame()

# covers: frame.clear frame.f_back frame.f_locals frame.f_lineno frame.f_trace frame.f_trace_lines frame.f_trace_opcodes frame.f_lasti frame.f_globals frame.f_builtins frame.f_code
show(lambda: (r.f_code is frame.__code__, r.f_code.co_name, outer().f_code.co_name))  # => (True, 'frame', '<lambda>')
show(lambda: (r.f_locals, frame().f_locals, types.TracebackType(None, r, 1, 1).tb_frame.f_locals))  # => ({}, {}, {})
show(lambda: (type(r.f_lineno), sys._getframe().f_lineno - sys._getframe(1).f_lineno > 0))  # => (<class 'int'>, True)
show(lambda: (type(sys._getframe().f_back), sys._getframe().f_back.f_code.co_name, type(r.f_back)))  # => (<class 'frame'>, 'show', <class 'frame'>)
show(lambda: (r.f_trace, sys._getframe().f_trace, outer().f_trace))  # => (None, None, None)
show(lambda: (r.f_trace_lines, sys._getframe().f_trace_lines, outer().f_trace_lines))  # => (True, True, True)
show(lambda: (r.f_trace_opcodes, sys._getframe().f_trace_opcodes, outer().f_trace_opcodes))  # => (False, False, False)
show(lambda: (type(r.f_lasti), type(sys._getframe().f_lasti), type(outer().f_lasti)))  # => (<class 'int'>, <class 'int'>, <class 'int'>)
show(lambda: (r.f_globals is globals(), sys._getframe().f_globals is globals(), outer().f_globals is globals()))  # => (True, True, True)
show(lambda: (r.f_builtins['len'], 'abs' in sys._getframe().f_builtins, type(outer().f_builtins)))  # => (<built-in function len>, True, <class 'dict'>)
show(lambda: r.clear())  # => None
show(lambda: sys._getframe().clear())  # => RuntimeError: cannot clear an executing frame
show(lambda: r.clear(1))  # => TypeError: frame.clear() takes no arguments (1 given)
def fail(): 1 // 0
def caught():
    try: fail()
    except ZeroDivisionError as e: return e.__traceback__
b = caught()

# covers: traceback.tb_frame traceback.tb_lasti traceback.tb_next traceback.tb_lineno
show(lambda: (b.tb_frame.f_code.co_name, b.tb_next.tb_frame.f_code.co_name, type(b.tb_frame)))  # => ('caught', 'fail', <class 'frame'>)
show(lambda: (type(b.tb_lasti), type(b.tb_next.tb_lasti), types.TracebackType(None, r, 3, 4).tb_lasti))  # => (<class 'int'>, <class 'int'>, 3)
show(lambda: (type(b.tb_next), b.tb_next.tb_next, types.TracebackType(b, r, 3, 4).tb_next is b))  # => (<class 'traceback'>, None, True)
show(lambda: (b.tb_lineno > b.tb_next.tb_lineno, types.TracebackType(None, r, 3, 4).tb_lineno))  # => (True, 4)
show(lambda: setattr(b, 'tb_next', b))  # => ValueError: traceback loop detected
show(lambda: types.TracebackType(1, r, 1, 1))  # => TypeError: expected traceback object or None, got 'int'
show(lambda: (f.__name__, f.__defaults__, f.__kwdefaults__, f.__qualname__, f(1).__closure__ is not None))  # => ('f', (1,), {'d': 2}, 'f', True)
show(lambda: setattr(f, '__defaults__', 1))  # => TypeError: __defaults__ must be set to a tuple object
show(lambda: setattr(f, '__name__', 1))  # => TypeError: __name__ must be set to a string object
show(lambda: setattr(f, '__code__', i))  # => ValueError: f() requires a code object with 0 free vars, not 1
show(lambda: types.FunctionType(1, {}))  # => TypeError: function() argument 'code' must be code, not int
show(lambda: (types.MethodType(len, 'abc')(), types.MethodType(len, 'abc').__self__, types.MethodType(f, 1).__func__ is f))  # => (3, 'abc', True)
show(lambda: types.MethodType(1, 2))  # => TypeError: first argument must be callable
show(lambda: types.MethodType(len, None))  # => TypeError: instance must not be None
show(lambda: (types.ModuleType('m'), types.ModuleType('m', 'doc').__doc__, sorted(vars(types.ModuleType('m')))))  # => (<module 'm'>, 'doc', ['__doc__', '__loader__', '__name__', '__package__', '__spec__'])
show(lambda: types.ModuleType())  # => TypeError: module() missing required argument 'name' (pos 1)
show(lambda: types.ModuleType('m').zz)  # => AttributeError: module 'm' has no attribute 'zz'
show(lambda: (types.SimpleNamespace(a=1, b='x'), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), types.SimpleNamespace()))  # => (namespace(a=1, b='x'), True, namespace())
show(lambda: types.SimpleNamespace(1))  # => TypeError: no positional arguments expected
show(lambda: types.SimpleNamespace(a=1).b)  # => AttributeError: 'types.SimpleNamespace' object has no attribute 'b'
show(lambda: setattr(b, 'tb_next', 1))  # => TypeError: expected traceback object, got 'int'
