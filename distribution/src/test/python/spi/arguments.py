# How wrong arguments are told: the functions of _testspi have names and parameters of functions of CPython's that are written in C, whose messages these are.
try:
    import _testspi

    isenabled, sqrt, copysign, input = _testspi.isenabled, _testspi.sqrt, _testspi.copysign, _testspi.input
    round, sum, prod, isclose = _testspi.round, _testspi.sum, _testspi.prod, _testspi.isclose
    gcd, print_ = _testspi.gcd, _testspi.print
except ImportError:
    from builtins import input, print as print_, round, sum
    from gc import isenabled
    from math import copysign, gcd, isclose, prod, sqrt


def tell(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as e:
        text = str(e)
        for module in "_testspi.", "gc.", "math.":
            text = text.replace(module, "")
        print(type(e).__name__, text)
    else:
        print("no error")


class Broken:
    def __index__(self):
        raise KeyError("from __index__")

    def __float__(self):
        raise KeyError("from __float__")

    def __bool__(self):
        raise KeyError("from __bool__")


# no parameters
tell(isenabled, 1)  # => TypeError isenabled() takes no arguments (1 given)
tell(isenabled, 1, 2)  # => TypeError isenabled() takes no arguments (2 given)
tell(isenabled, x=1)  # => TypeError isenabled() takes no keyword arguments
# one positional parameter
tell(sqrt)  # => TypeError sqrt() takes exactly one argument (0 given)
tell(sqrt, 1, 2)  # => TypeError sqrt() takes exactly one argument (2 given)
tell(sqrt, x=1)  # => TypeError sqrt() takes no keyword arguments
tell(sqrt, "1")  # => TypeError must be real number, not str
tell(sqrt, Broken())  # => KeyError 'from __float__'
# two
tell(copysign)  # => TypeError copysign expected 2 arguments, got 0
tell(copysign, 1)  # => TypeError copysign expected 2 arguments, got 1
tell(copysign, 1, 2, 3)  # => TypeError copysign expected 2 arguments, got 3
tell(copysign, 1, y=2)  # => TypeError copysign() takes no keyword arguments
tell(copysign, 1, None)  # => TypeError must be real number, not NoneType
# one that is optional
tell(input, 1, 2)  # => TypeError input expected at most 1 argument, got 2
tell(input, prompt=1)  # => TypeError input() takes no keyword arguments
# by name
tell(round)  # => TypeError round() missing required argument 'number' (pos 1)
tell(round, 1.5, 2, 3)  # => TypeError round() takes at most 2 arguments (3 given)
tell(round, 1.5, number=2)  # => TypeError argument for round() given by name ('number') and position (1)
tell(round, 1.5, digits=2)  # => TypeError 'digits' is an invalid keyword argument for round()
tell(round, ndigits=2)  # => TypeError round() missing required argument 'number' (pos 1)
tell(round, 1.5, ndigits=1, digits=2)  # => TypeError round() takes at most 2 arguments (3 given)
tell(round, 1.5, 2, ndigits=2)  # => TypeError round() takes at most 2 arguments (3 given)
# positional, then by name
tell(sum)  # => TypeError sum() takes at least 1 positional argument (0 given)
tell(sum, iterable=[])  # => TypeError sum() takes at least 1 positional argument (0 given)
tell(sum, [], 0, 1)  # => TypeError sum() takes at most 2 arguments (3 given)
tell(sum, [], 0, start=1)  # => TypeError sum() takes at most 2 arguments (3 given)
tell(sum, [], begin=1)  # => TypeError 'begin' is an invalid keyword argument for sum()
# by name only
tell(prod)  # => TypeError prod() takes exactly 1 positional argument (0 given)
tell(prod, [], 1)  # => TypeError prod() takes exactly 1 positional argument (2 given)
tell(prod, [], begin=1)  # => TypeError 'begin' is an invalid keyword argument for prod()
tell(prod, [], start=1, begin=1)  # => TypeError prod() takes at most 2 arguments (3 given)
tell(isclose)  # => TypeError isclose() missing required argument 'a' (pos 1)
tell(isclose, 1)  # => TypeError isclose() missing required argument 'b' (pos 2)
tell(isclose, 1, 2, 3)  # => TypeError isclose() takes exactly 2 positional arguments (3 given)
tell(isclose, 1, 2, 3, rel_tol=1)  # => TypeError isclose() takes exactly 2 positional arguments (3 given)
tell(isclose, 1, a=1)  # => TypeError isclose() missing required argument 'b' (pos 2)
tell(isclose, 1, b=2, a=1)  # => TypeError argument for isclose() given by name ('a') and position (1)
tell(isclose, 1, c=1)  # => TypeError isclose() missing required argument 'b' (pos 2)
tell(isclose, 1, 2, rel_tol="x")  # => TypeError must be real number, not str
tell(isclose, 1, 2, tol=1)  # => TypeError 'tol' is an invalid keyword argument for isclose()
tell(isclose, 1, 2, rel_tol=1, abs_tol=1, tol=1)  # => TypeError isclose() takes at most 4 arguments (5 given)
# any number
tell(gcd, x=1)  # => TypeError gcd() takes no keyword arguments
tell(gcd, 1, x=1)  # => TypeError gcd() takes no keyword arguments
tell(print_, 1, sepa=2)  # => TypeError 'sepa' is an invalid keyword argument for print()
tell(print_, 1, sep="", end="", file=None, flush=True, more=1)  # => TypeError 'more' is an invalid keyword argument for print()
tell(print_, flush=Broken())  # => KeyError 'from __bool__'
# what is not a name
tell(round, **{"": 1})  # => TypeError round() missing required argument 'number' (pos 1)
tell(round, 1, **{"\u00fc": 1})  # => TypeError 'ü' is an invalid keyword argument for round()
