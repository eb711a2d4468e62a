"""Functions of builtins about objects, names and code."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


class A:
    x = 1
    __slots__ = ('s',)
class D: pass

# covers: delattr dir getattr hasattr setattr vars isinstance issubclass iter next
show(lambda: (d := D(), setattr(d, 'a', 1), delattr(d, 'a'), d.__dict__)[1:])  # => (None, None, {})
show(lambda: delattr(D(), 'q'))  # => AttributeError: 'D' object has no attribute 'q'
show(lambda: delattr(1, 2))  # => TypeError: attribute name must be string, not 'int'
show(lambda: delattr(1))  # => TypeError: delattr expected 2 arguments, got 1
show(lambda: (dir(A())[-2:], dir(D) == sorted(dir(D)), 'append' in dir([])))  # => (['s', 'x'], True, True)
show(lambda: dir(1, 2))  # => TypeError: dir expected at most 1 argument, got 2
show(lambda: (getattr(A, 'x'), getattr(A(), 'zz', None), getattr(1, 'real')))  # => (1, None, 1)
show(lambda: getattr(A, 'zz'))  # => AttributeError: type object 'A' has no attribute 'zz'
show(lambda: getattr(A(), 's'))  # => AttributeError: 'A' object has no attribute 's'
show(lambda: getattr(1, 2))  # => TypeError: attribute name must be string, not 'int'
show(lambda: getattr(1))  # => TypeError: getattr expected at least 2 arguments, got 1
show(lambda: (hasattr(A, 'x'), hasattr(A, 'zz'), hasattr(A(), 's')))  # => (True, False, False)
show(lambda: hasattr(1, 2))  # => TypeError: attribute name must be string, not 'int'
show(lambda: hasattr(1))  # => TypeError: hasattr expected 2 arguments, got 1
show(lambda: setattr(A(), 's', 1))  # => None
show(lambda: setattr(A(), 'zz', 1))  # => AttributeError: 'A' object has no attribute 'zz'
show(lambda: setattr(1, 'a', 1))  # => AttributeError: 'int' object has no attribute 'a'
show(lambda: setattr(D(), 1, 2))  # => TypeError: attribute name must be string, not 'int'
show(lambda: setattr(D(), 'a'))  # => TypeError: setattr expected 3 arguments, got 2
show(lambda: (d := D(), setattr(d, 'a', 1), vars(d))[1:])  # => (None, {'a': 1})
show(lambda: vars(1))  # => TypeError: vars() argument must have __dict__ attribute
show(lambda: vars(A()))  # => TypeError: vars() argument must have __dict__ attribute
show(lambda: vars(1, 2))  # => TypeError: vars expected at most 1 argument, got 2
show(lambda: (isinstance(1, int), isinstance(1, (str, int)), isinstance(True, int), isinstance(1, int | str)))  # => (True, True, True, True)
show(lambda: isinstance(1, 1))  # => TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
show(lambda: isinstance(1, (str, 1)))  # => TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
show(lambda: isinstance(1, list[int]))  # => TypeError: isinstance() argument 2 cannot be a parameterized generic
show(lambda: isinstance(1))  # => TypeError: isinstance expected 2 arguments, got 1
show(lambda: (issubclass(bool, int), issubclass(int, (str, object)), issubclass(A, D)))  # => (True, True, False)
show(lambda: issubclass(1, int))  # => TypeError: issubclass() arg 1 must be a class
show(lambda: issubclass(int, 1))  # => TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
show(lambda: issubclass(int))  # => TypeError: issubclass expected 2 arguments, got 1
show(lambda: (list(iter('ab')), list(iter([1, 2].pop, 1)), iter(i := iter([])) is i))  # => (['a', 'b'], [2], True)
show(lambda: iter(1))  # => TypeError: 'int' object is not iterable
show(lambda: iter())  # => TypeError: iter expected at least 1 argument, got 0
show(lambda: (next(iter('a')), next(iter(''), 'd'), next(iter([0]))))  # => ('a', 'd', 0)
show(lambda: next(iter('')))  # => StopIteration: 
show(lambda: next(1))  # => TypeError: 'int' object is not an iterator
show(lambda: next())  # => TypeError: next expected at least 1 argument, got 0

# covers: compile eval exec globals locals __import__ __build_class__
show(lambda: (eval(compile('1 + 2', 'f', 'eval')), type(compile('x', 'f', 'exec')), compile('pass', 'name', 'single').co_filename))  # => (3, <class 'code'>, 'name')
show(lambda: compile('1 +', 'f', 'eval'))  # => SyntaxError: invalid syntax (f, line 1)
show(lambda: compile('1', 'f', 'bad'))  # => ValueError: compile() mode must be 'exec', 'eval' or 'single'
show(lambda: compile(1, 'f', 'exec'))  # => TypeError: compile() arg 1 must be a string, bytes or AST object
show(lambda: compile('a\0', 'f', 'exec'))  # => SyntaxError: source code string cannot contain null bytes
show(lambda: compile('1'))  # => TypeError: compile() missing required argument 'filename' (pos 2)
show(lambda: compile('1', 'f', 'eval', flags=1 << 30))  # => ValueError: compile(): unrecognised flags
show(lambda: (eval('1 + 2'), eval(' x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), eval(b'7')))  # => (3, 5, 3, 7)
show(lambda: eval('x', {}))  # => NameError: name 'x' is not defined
show(lambda: eval('1;'))  # => SyntaxError: invalid syntax (<string>, line 1)
show(lambda: eval(1))  # => TypeError: eval() arg 1 must be a string, bytes or code object
show(lambda: eval(''))  # => SyntaxError: invalid syntax (<string>, line 0)
show(lambda: (n := {}, exec('a = 1', n), n['a'])[1:])  # => (None, 1)
show(lambda: (n := {}, m := {}, exec('a = 1', n, m), m)[2:])  # => (None, {'a': 1})
show(lambda: exec('1 1'))  # => SyntaxError: invalid syntax (<string>, line 1)
show(lambda: exec('x', {}))  # => NameError: name 'x' is not defined
show(lambda: exec(1))  # => TypeError: exec() arg 1 must be a string, bytes or code object
show(lambda: exec('1', {}, 1))  # => TypeError: locals must be a mapping or None, not int
show(lambda: (globals() is globals(), '__name__' in globals(), type(globals())))  # => (True, True, <class 'dict'>)
show(lambda: globals(1))  # => TypeError: globals() takes no arguments (1 given)
show(lambda: (locals(), sorted((lambda a, b: locals())(1, 2)), type(locals())))  # => ({}, ['a', 'b'], <class 'dict'>)
show(lambda: locals(1))  # => TypeError: locals() takes no arguments (1 given)
show(lambda: (__import__('sys').__name__, __import__('os.path').__name__, __import__('os.path', fromlist=['join']) is __import__('os').path))  # => ('sys', 'os', True)
show(lambda: __import__('nope_zz'))  # => ModuleNotFoundError: No module named 'nope_zz'
show(lambda: __import__(''))  # => ValueError: Empty module name
show(lambda: __import__(1))  # => TypeError: module name must be a string
show(lambda: __import__('x', level=1))  # => KeyError: "'__name__' not in globals"
show(lambda: (__build_class__(lambda: None, 'X').__name__, __build_class__(lambda: None, 'Y', A).__mro__[1] is A, type(__build_class__(lambda: 1, 'Z'))))  # => ('X', True, <class 'type'>)
show(lambda: __build_class__(1, 'a'))  # => TypeError: __build_class__: func must be a function
show(lambda: __build_class__(lambda: 0, 1))  # => TypeError: __build_class__: name is not a string

# covers: print input open breakpoint
import io, sys
def out(*a, **k):
    f = io.StringIO()
    return print(*a, file=f, **k), f.getvalue()
show(lambda: (out(1, 'a', None), out(1, 2, sep='-', end='!'), out(), out(flush=True)))  # => ((None, '1 a None\n'), (None, '1-2!'), (None, '\n'), (None, '\n'))
show(lambda: out(1, sep=1))  # => TypeError: sep must be None or a string, not int
show(lambda: out(1, end=2))  # => TypeError: end must be None or a string, not int
show(lambda: out(foo=1))  # => TypeError: 'foo' is an invalid keyword argument for print()
show(lambda: (print(1, file=1)))  # => AttributeError: 'int' object has no attribute 'write'
def ask(text, *a):
    saved, sys.stdin = sys.stdin, io.StringIO(text)
    try: return input(*a), input()
    finally: sys.stdin = saved
show(lambda: (ask('one\ntwo'), ask('\n\n')))  # => (('one', 'two'), ('', ''))
show(lambda: ask('one'))  # => EOFError: EOF when reading a line
show(lambda: ask(''))  # => EOFError: EOF when reading a line
show(lambda: input(1, 2))  # => TypeError: input expected at most 1 argument, got 2
show(lambda: input(x=1))  # => TypeError: input() takes no keyword arguments
import os, tempfile
path = os.path.join(tempfile.mkdtemp(), 'f')
def use(*a, data=None, **k):
    with open(*a, **k) as f:
        return f.write(data) if data is not None else f.read()
show(lambda: (use(path, 'w', data='a\nb'), use(path), use(path, 'rb'), use(path, 'a', data='c'), use(path, newline=''), use(path, encoding='ascii')))  # => (3, 'a\nb', b'a\nb', 1, 'a\nbc', 'a\nbc')
show(lambda: open('nope_zz'))  # => FileNotFoundError: [Errno 2] No such file or directory: 'nope_zz'
show(lambda: open(path, 'q'))  # => ValueError: invalid mode: 'q'
show(lambda: open(path, 'rw'))  # => ValueError: must have exactly one of create/read/write/append mode
show(lambda: open(path, 'rb', encoding='ascii'))  # => ValueError: binary mode doesn't take an encoding argument
show(lambda: open(path, buffering=0))  # => ValueError: can't have unbuffered text I/O
show(lambda: open(1.5))  # => TypeError: expected str, bytes or os.PathLike object, not float
show(lambda: open())  # => TypeError: open() missing required argument 'file' (pos 1)
show(lambda: open(-1))  # => ValueError: negative file descriptor
sys.breakpointhook = lambda *a, **k: ('hook', a, k)
show(lambda: (breakpoint(), breakpoint(1), breakpoint(a=2)))  # => (('hook', (), {}), ('hook', (1,), {}), ('hook', (), {'a': 2}))
del sys.breakpointhook
show(lambda: breakpoint(1))  # => RuntimeError: lost sys.breakpointhook
import shutil
shutil.rmtree(os.path.dirname(path))
show(lambda: delattr(A(), 's'))  # => AttributeError: s
show(lambda: iter(1, 2))  # => TypeError: iter(object, sentinel): object must be callable
show(lambda: eval('1', 1))  # => TypeError: globals must be a dict
show(lambda: eval('1', []))  # => TypeError: globals must be a real dict; try eval(expr, {}, mapping)
show(lambda: __build_class__())  # => TypeError: __build_class__: not enough arguments
