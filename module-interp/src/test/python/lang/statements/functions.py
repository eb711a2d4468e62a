# Parameters of all kinds, closures, decorators, recursion.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))  # => (1, 2, 3, (), 4, 5, {})
print(f(1, 2, 3, 4, 5, d=6, z=7))  # => (1, 2, 3, (4, 5), 6, 5, {'z': 7})
try:
    f()
except TypeError as e:
    print(e)  # => f() missing 1 required positional argument: 'a'
try:
    f(1, 0, 0, c=2, d=1)
except TypeError as e:
    print(e)  # => f() got multiple values for argument 'c'
try:
    (lambda x: x)(1, 2)
except TypeError as e:
    print(e)  # => <lambda>() takes 1 positional argument but 2 were given
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter()
print(c(), c(), c())  # => 1 2 3
def twice(g):
    def inner(*a, **k):
        return g(*a, **k) * 2
    return inner
@twice
def add(x, y=1):
    return x + y
print(add(3), add(3, y=4))  # => 8 14
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(20))  # => 6765
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(e)  # => maximum recursion depth exceeded
def unbound():
    try:
        y
    except UnboundLocalError as e:
        return str(e)
    y = 1
print(unbound.__name__)  # => unbound
print(f.__code__.co_varnames, f.__defaults__, f.__kwdefaults__)  # => ('a', 'b', 'c', 'd', 'e', 'args', 'kw') (2, 3) {'e': 5}
