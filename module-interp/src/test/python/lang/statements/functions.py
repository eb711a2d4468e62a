# Parameters of all kinds, closures, decorators, recursion.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, z=7))
try:
    f()
except TypeError as e:
    print(e)
try:
    f(1, d=1, a=2, b=3)
except TypeError as e:
    print(e)
try:
    (lambda x: x)(1, 2)
except TypeError as e:
    print(e)
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter()
print(c(), c(), c())
def twice(g):
    def inner(*a, **k):
        return g(*a, **k) * 2
    return inner
@twice
def add(x, y=1):
    return x + y
print(add(3), add(3, y=4))
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(20))
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(e)
def unbound():
    try:
        y
    except UnboundLocalError as e:
        return str(e)
    y = 1
print(unbound.__name__)
print(f.__code__.co_varnames, f.__defaults__, f.__kwdefaults__)
