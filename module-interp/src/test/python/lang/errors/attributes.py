# What the exceptions of builtins keep of their arguments, how they show, what pickle gets.
def refused(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(repr(OSError(2, "gone", "f")), OSError(2, "gone", "f", None, "g"))  # => FileNotFoundError(2, 'gone') [Errno 2] gone: 'f' -> 'g'
print(OSError(2, "gone", "f", None, "g").__reduce__()[1])  # => (2, 'gone', 'f', None, 'g')
print(type(OSError(11, "")), type(OSError(110, "")), type(OSError(12345, "")))  # => <class 'BlockingIOError'> <class 'TimeoutError'> <class 'OSError'>
written = BlockingIOError(11, "full", 7)
print(written.characters_written, written.args, written.filename)  # => 7 (11, 'full', 7) None
del written.characters_written
print(refused(lambda: written.characters_written))  # => AttributeError: characters_written
class Own(OSError):
    def __init__(self, path):
        super().__init__(2, "own", path)
print(Own("p"), Own("p").args, Own("p").filename)  # => [Errno 2] own: 'p' (2, 'own') p
print(KeyError(""), KeyError("a", "b"), repr(KeyError("a")))  # => '' ('a', 'b') KeyError('a')
e = ImportError("m", name="n", path="p", name_from="f")
print(e.msg, e.name, e.path, e.name_from, e.__reduce__()[2])  # => m n p f {'name': 'n', 'path': 'p', 'name_from': 'f'}
print(refused(ImportError, nme=1))  # => TypeError: 'nme' is an invalid keyword argument for ImportError()
print(refused(ValueError, a=1))  # => TypeError: ValueError() takes no keyword arguments
e = SyntaxError("odd", ("dir/f.py", 3, 5, "text", 3, 8))
print(e, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)  # => odd (f.py, line 3) 3 5 text 3 8
print(refused(SyntaxError, "m", ("f", 1, 2, "t", 1)))  # => TypeError: end_offset must be provided when end_lineno is provided
print(UnicodeDecodeError("utf8", b"a\xff", 1, 2, "bad"))  # => 'utf8' codec can't decode byte 0xff in position 1: bad
print(UnicodeEncodeError("x", "a\u20ac\U0001f600", 1, 3, "bad"))  # => 'x' codec can't encode characters in position 1-2: bad
print(UnicodeTranslateError("a\U0001f600", 1, 2, "bad"))  # => can't translate character '\U0001f600' in position 1: bad
print(refused(UnicodeEncodeError, 1, 2))  # => TypeError: function takes exactly 5 arguments (2 given)
print(SystemExit(3).code, SystemExit(1, 2).code, SystemExit().code, StopIteration(4).value)  # => 3 (1, 2) None 4
try:
    (5).nothing
except AttributeError as e:
    print(e.name, e.obj, e.__getstate__())  # => nothing 5 {'name': 'nothing', 'args': ("'int' object has no attribute 'nothing'",)}
class Lazy:
    def __getattr__(self, name):
        raise AttributeError("own words")
try:
    Lazy().thing
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)  # => own words thing Lazy
try:
    undefined_name
except NameError as e:
    print(e.name)  # => undefined_name
e = ValueError(1)
print(refused(e.add_note, 5), e.add_note("n"), e.__notes__)  # => TypeError: note must be a str, not 'int' None ['n']
print(refused(setattr, e, "__context__", 1))  # => TypeError: exception context must be None or derive from BaseException
print(refused(delattr, e, "__cause__"), refused(delattr, e, "args"))  # => TypeError: __cause__ may not be deleted TypeError: args may not be deleted
e.__cause__ = KeyError()
print(e.__suppress_context__, e.with_traceback(None) is e, e.__traceback__)  # => True True None
try:
    try:
        raise ValueError("old")
    except ValueError as old:
        new = KeyError("new")
        new.__context__ = TypeError()
        raise new
except KeyError as e:
    print(repr(e.__context__), e.__context__.__context__)  # => ValueError('old') None
