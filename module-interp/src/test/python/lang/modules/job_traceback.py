# traceback: reports with carets, chains, groups, notes and locals; extracted stacks; exceptions captured for later.
import io
import sys
import traceback


def inner(x):
    return {"a": [1, 2]}["a"][x] + undefined


def middle(x):
    return inner(x)


def five():
    middle(5)


def zero():
    recursive(0)


def report(call):
    try:
        call()
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next
        return [line.replace(__file__, "F") for line in traceback.format_exception(e)]


def lines(parts):
    return "".join(parts).splitlines()


print(lines(report(five)))  # => ['Traceback (most recent call last):', '  File "F", line 16, in five', '    middle(5)', '  File "F", line 12, in middle', '    return inner(x)', '           ^^^^^^^^', '  File "F", line 8, in inner', '    return {"a": [1, 2]}["a"][x] + undefined', '           ~~~~~~~~~~~~~~~~~~^^^', 'IndexError: list index out of range']
print(lines(report(lambda: middle(0)))[-4:])  # => ['  File "F", line 8, in inner', '    return {"a": [1, 2]}["a"][x] + undefined', '                                   ^^^^^^^^^', "NameError: name 'undefined' is not defined"]


def chained():
    try:
        int("x")
    except ValueError as e:
        raise KeyError("k") from e


def implicit():
    try:
        [][1]
    except IndexError:
        1 / 0


def noted():
    e = RuntimeError("bad\nthing")
    e.add_note("note one")
    e.add_note("two\nlines")
    raise e from None


def grouped():
    errors = []
    for f in (lambda: 1 / 0, lambda: int("q")):
        try:
            f()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("several", errors + [ExceptionGroup("deep", [OSError(2, "gone")])])


def recursive(n):
    return recursive(n + 1) if n < 10 else 1 / 0


def syntax():
    compile("x = (1,\ny = 2\n", "<text>", "exec")


print([line for line in lines(report(chained)) if not line.startswith("  File")])  # => ['Traceback (most recent call last):', '    int("x")', "ValueError: invalid literal for int() with base 10: 'x'", '', 'The above exception was the direct cause of the following exception:', '', 'Traceback (most recent call last):', '    raise KeyError("k") from e', "KeyError: 'k'"]
print([line for line in lines(report(implicit)) if "During" in line or "Error" in line])  # => ['IndexError: list index out of range', 'During handling of the above exception, another exception occurred:', 'ZeroDivisionError: division by zero']
print(lines(report(noted))[-5:])  # => ['RuntimeError: bad', 'thing', 'note one', 'two', 'lines']
print(lines(report(grouped))[3:])  # => ['  | ExceptionGroup: several (3 sub-exceptions)', '  +-+---------------- 1 ----------------', '    | Traceback (most recent call last):', '    |   File "F", line 64, in grouped', '    |     f()', '    |   File "F", line 62, in <lambda>', '    |     for f in (lambda: 1 / 0, lambda: int("q")):', '    |                       ~~^~~', '    | ZeroDivisionError: division by zero', '    +---------------- 2 ----------------', '    | Traceback (most recent call last):', '    |   File "F", line 64, in grouped', '    |     f()', '    |   File "F", line 62, in <lambda>', '    |     for f in (lambda: 1 / 0, lambda: int("q")):', '    |                                      ^^^^^^^^', "    | ValueError: invalid literal for int() with base 10: 'q'", '    +---------------- 3 ----------------', '    | ExceptionGroup: deep (1 sub-exception)', '    +-+---------------- 1 ----------------', '      | FileNotFoundError: [Errno 2] gone', '      +------------------------------------']
print([line for line in lines(report(zero)) if "repeated" in line])  # => ['  [Previous line repeated 8 more times]']
print(lines(report(syntax))[3:])  # => ['  File "<text>", line 1', '    x = (1,', '        ^', "SyntaxError: '(' was never closed"]
print(traceback.format_exception_only(ValueError("v")), traceback.format_exception_only(SystemExit(3)))  # => ['ValueError: v\n'] ['SystemExit: 3\n']


def attribute():
    "x".upcase()


def name():
    imput


print(lines(report(attribute)), lines(report(name))[-1])  # => ['Traceback (most recent call last):', '  File "F", line 88, in attribute', '    "x".upcase()', '    ^^^^^^^^^^', "AttributeError: 'str' object has no attribute 'upcase'"] NameError: name 'imput' is not defined. Did you mean: 'input'?


class Odd(Exception):
    def __str__(self):
        raise TypeError


print(traceback.format_exception_only(Odd()), traceback.format_exception_only(None))  # => ['Odd: <exception str() failed>\n'] ['NoneType: None\n']
try:
    middle(9)
except IndexError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True, limit=-2)
    summary = traceback.extract_tb(e.__traceback__)
    out = io.StringIO()
    traceback.print_exc(file=out, limit=1)
    print(len(out.getvalue().splitlines()), traceback.format_exc(limit=-1).splitlines()[-2])  # => 4            ~~~~~~~~~~~~~~~~~~^^^
print([(f.name, f.line, f.locals) for f in te.stack], te.exc_type.__name__, str(te))  # => [('middle', 'return inner(x)', {'x': '9'}), ('inner', 'return {"a": [1, 2]}["a"][x] + undefined', {'x': '9'})] IndexError list index out of range
print([(f.name, f.lineno > 0, f.line, f.colno, f.end_colno) for f in summary])  # => [('<module>', True, 'middle(9)', 4, 13), ('middle', True, 'return inner(x)', 11, 19), ('inner', True, 'return {"a": [1, 2]}["a"][x] + undefined', 11, 32)]
print([line.replace(__file__, "F") for line in summary.format()][-1].splitlines())  # => ['  File "F", line 8, in inner', '    return {"a": [1, 2]}["a"][x] + undefined', '           ~~~~~~~~~~~~~~~~~~^^^']


def stack():
    return traceback.extract_stack(), traceback.format_stack(limit=1), [f.f_code.co_name for f, _ in traceback.walk_stack(sys._getframe())]


extracted, formatted, walked = stack()
print([(f.name, f.line) for f in extracted][-2:], formatted[0].splitlines()[1], walked[:2])  # => [('<module>', 'extracted, formatted, walked = stack()'), ('stack', 'return traceback.extract_stack(), traceback.format_stack(limit=1), [f.f_code.co_name for f, _ in traceback.walk_stack(sys._getframe())]')]     return traceback.extract_stack(), traceback.format_stack(limit=1), [f.f_code.co_name for f, _ in traceback.walk_stack(sys._getframe())] ['stack', '<module>']
print(list(traceback.walk_tb(None)), traceback.StackSummary.from_list([("f.py", 1, "name", "text")]).format())  # => [] ['  File "f.py", line 1, in name\n    text\n']
sys.stderr = io.StringIO()
sys.excepthook(*(lambda e: (type(e), e, None))(ValueError("hooked")))
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print(repr(text))  # => 'ValueError: hooked\n'
try:
    exec(compile("a = 1\nb = a.\\\n  c.d(1)", "<made>", "exec"))
except AttributeError as e:
    print(traceback.format_tb(e.__traceback__)[-1].splitlines(), e.name, e.obj)  # => ['  File "<made>", line 3, in <module>'] c 1
