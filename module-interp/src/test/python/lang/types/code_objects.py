# Code objects, functions made of them, frames.
def f(a, b=2, *c, d, **e):
    "doc"
    x = 1.5

    def g():
        return x

    return [i for i in range(3)], lambda: 5


c = f.__code__
CodeType, FunctionType = type(c), type(f)
print(c.co_argcount, c.co_kwonlyargcount, c.co_varnames, c.co_cellvars, c.co_names, c.co_flags)  # => 2 1 ('a', 'b', 'd', 'c', 'e', 'g', 'i') ('x',) ('range',) 15
print([k if not isinstance(k, CodeType) else k.co_qualname for k in c.co_consts])  # => ['doc', 1.5, 'f.<locals>.g', 3, 'f.<locals>.<lambda>']
s = "def f(x):\n  return x + 1\n"
one = compile(s, "x", "exec")
print(one == compile(s, "x", "exec"), hash(one) == hash(compile(s, "x", "exec")), one == compile(s.replace("+", "-"), "x", "exec"))  # => True True False
print(one == compile(s.replace("1", "1."), "x", "exec"), one.co_consts[0].co_name)  # => False f
d = c.replace(co_name="other", co_flags=c.co_flags | 0x100)
print(d.co_name, d.co_flags & 0x100, d == c, d.replace(co_name="f", co_flags=c.co_flags) == c)  # => other 256 False True
h = FunctionType(c, globals(), "named", (1, 2))
print(h.__name__, h.__qualname__, h.__doc__, h.__defaults__, h(d=3)[0])  # => named f doc (1, 2) [0, 1, 2]


def outer():
    v = 5

    def inner():
        return v

    return inner


k = outer().__code__
fields = "argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name qualname"
fields += " firstlineno linetable exceptiontable freevars cellvars"
made = CodeType(*[getattr(k, "co_" + n) for n in fields.split()])
print(made == k, FunctionType(made, {}, None, None, outer().__closure__)())  # => True 5
print(len(list(c.co_positions())) * 2 == len(c.co_code), type(c.co_linetable).__name__)  # => True bytes


def fails(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(fails(lambda: FunctionType(1, {})))  # => TypeError: function() argument 'code' must be code, not int
print(fails(lambda: FunctionType(k, {})))  # => TypeError: arg 5 (closure) must be tuple
print(fails(lambda: FunctionType(k, {}, closure=())))  # => ValueError: inner requires closure of length 1, not 0
print(fails(lambda: c.replace(co_nlocals=1)))  # => ValueError: code: co_nlocals != len(co_varnames)
print(fails(lambda: c.replace(co_name=1)))  # => TypeError: replace() argument 'co_name' must be str, not int
print(fails(lambda: setattr(f, "__code__", k)))  # => ValueError: f() requires a code object with 0 free vars, not 1
print(fails(lambda: setattr(f, "__globals__", {})))  # => AttributeError: readonly attribute


def gen():
    yield 1


g = gen()
next(g)
print(g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_suspended, g.gi_frame.f_code is gen.__code__)  # => 1 True True
g.gi_frame.clear()
print(g.gi_frame, g.gi_suspended)  # => None False


# Names of a finally body come where the first exit runs through it
def leaves(fut):
    try:
        if fut:
            return
        result = 1
    finally:
        for k in [z for z in range(2)]:
            try:
                continue
            finally:
                deep = (lambda q: q)(1)
        last = 0


def breaks(rows):
    for row in rows:
        try:
            try:
                break
            finally:
                inner = 1
        finally:
            outer = 1
        after = 1


print(leaves.__code__.co_varnames, breaks.__code__.co_varnames)  # => ('fut', 'z', 'k', 'deep', 'last', 'result') ('rows', 'row', 'inner', 'outer', 'after')
print([k.co_name for k in leaves.__code__.co_consts if isinstance(k, CodeType)])  # => ['<lambda>']


# Lambdas that only return equal constants are one code object, if they stand on one line
def equal():
    pair = lambda: "v", lambda: "v"
    others = lambda x: "v", lambda x=1: "v", lambda *x: "v", lambda: ("v",), lambda: len("v"), lambda: len("v")
    return [*pair, *others]


lambdas = equal()
print([lambdas.index(next(o for o in lambdas if o.__code__ is f.__code__)) for f in lambdas])  # => [0, 0, 2, 2, 4, 5, 6, 7]
print(lambdas[3](), lambdas[2].__defaults__, lambdas[3].__defaults__)  # => v None (1,)
