# try, except, finally, chaining, context managers, exception groups left out.
def f():
    try:
        return "try"
    finally:
        order.append("finally")
order = []
print(f(), order)  # => try ['finally']
def g():
    for i in range(5):
        try:
            if i == 3:
                break
        finally:
            order.append(i)
    return i
print(g(), order)  # => 3 ['finally', 0, 1, 2, 3]
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)  # => KeyError('k') ZeroDivisionError('division by zero') True
try:
    try:
        [][1]
    except IndexError:
        {}["x"]
except KeyError as e:
    print(repr(e.__context__))  # => IndexError('list index out of range')
class CM:
    def __enter__(self):
        return "entered"
    def __exit__(self, t, v, tb):
        self.seen = t
        return True
cm = CM()
with cm as w:
    raise OSError(2, "gone", "file")
print(w, cm.seen)  # => entered <class 'FileNotFoundError'>
class E(Exception):
    def __str__(self):
        return "E!"
try:
    raise E(1, 2)
except (ValueError, E) as e:
    print(e, e.args, type(e).__mro__[1])  # => E! (1, 2) <class 'Exception'>
try:
    undefined
except NameError as e:
    print(e)  # => name 'undefined' is not defined
try:
    None.x
except AttributeError as e:
    print(e, e.name)  # => 'NoneType' object has no attribute 'x' x
try:
    int("z")
except ValueError as e:
    print(e)  # => invalid literal for int() with base 10: 'z'
e = ValueError("n")
e.add_note("note")
print(e.__notes__)  # => ['note']
try:
    raise
except RuntimeError as e:
    print(e)  # => No active exception to reraise
assert True
try:
    assert 1 == 2, "why"
except AssertionError as e:
    print(e)  # => why
