# collections.namedtuple: its __new__ is made without compiling, and looks as if it were compiled.
import inspect
from collections import namedtuple


def error(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def evaluated(text, *args):
    return error(lambda: eval("lambda _cls, " + text, {"_tuple_new": lambda c, t: (c, t)})("c", *args))


P = namedtuple("P", "x y", defaults=[5])
print(P(1), P(y=1, x=0), P._make([1, 2]), P(1)._replace(x=9), namedtuple("Five", "a b c d e")(1, 2, 3, 4, e=5), namedtuple("None_", "")())  # => P(x=1, y=5) P(x=0, y=1) P(x=1, y=2) P(x=9, y=5) Five(a=1, b=2, c=3, d=4, e=5) None_()
print(error(P), error(P, 1, 2, 3), error(P, 1, z=3), error(P.__new__))  # => TypeError: P.__new__() missing 1 required positional argument: 'x' TypeError: P.__new__() takes from 2 to 3 positional arguments but 4 were given TypeError: P.__new__() got an unexpected keyword argument 'z' TypeError: P.__new__() missing 2 required positional arguments: '_cls' and 'x'
new = P.__new__
print(inspect.signature(P), new.__code__.co_varnames, new.__code__.co_names, new.__code__.co_consts, new.__qualname__, new.__defaults__, new.__code__.co_filename)  # => (x, y=5) ('_cls', 'x', 'y') ('_tuple_new',) (None,) P.__new__ (5,) <string>


class Doubled(namedtuple("Doubled", "a")):
    def __new__(cls, a):
        return super().__new__(cls, a * 2)


print(Doubled(4), type(new)(new.__code__.replace(co_name="f"), {"_tuple_new": lambda c, t: (c, t)})(1, 2, 3))  # => Doubled(a=8) (1, (2, 3))
print(evaluated('x, y: _tuple_new(_cls, (x, y))', *"ab"))  # => ('c', ('a', 'b'))
print(evaluated('x,: _tuple_new(_cls, (x,))', *"a"))  # => ('c', ('a',))
print(evaluated('x, y: _tuple_new(_cls, (y, x))', *"ab"))  # => ('c', ('b', 'a'))
print(evaluated('x, y: _tuple_new(_cls, (x, y)) ', *"ab"))  # => ('c', ('a', 'b'))
print(evaluated('x, x: _tuple_new(_cls, (x, x))', *"a"))  # => SyntaxError: duplicate argument 'x' in function definition (<string>, line 1)
print(evaluated('x, if: _tuple_new(_cls, (x, if))', *"a"))  # => SyntaxError: invalid syntax (<string>, line 1)
