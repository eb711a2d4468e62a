"""Sites that have learnt what a global or built-in name stands for: rebound, deleted and replaced names are seen at once."""
import builtins


def learn(site):
    """The result of a site that has run often enough to know its way."""
    for _ in range(400):
        result = site()
    return result


def then(site, change):
    before = learn(site)
    change()
    return before, site(), learn(site)


def length():
    return len([1, 2, 3])


def kind():
    return isinstance(3, int)


def total():
    t = 0
    for i in range(4):
        t += i
    return t


def pairs():
    return [p for p in zip("ab", enumerate("cd"))]


def squares():
    return [i * i for i in range(3)]


def inner():
    return sum(i for i in range(5)), max(1, 2), str(1), sorted("ba"), abs(-1)


def bind(**names):
    return lambda: globals().update(names)


def unbind(*names):
    def act():
        for name in names:
            del globals()[name]

    return act


print(then(length, bind(len=lambda o: "mine")), then(length, unbind("len")))  # => (3, 'mine', 'mine') ('mine', 3, 3)
print(then(kind, bind(isinstance=lambda o, t: "mine")), then(kind, unbind("isinstance")))  # => (True, 'mine', 'mine') ('mine', True, True)
print(then(total, bind(range=lambda n: [n, n])), then(squares, unbind("range")), learn(total))  # => (6, 8, 8) ([9, 9], [0, 1, 4], [0, 1, 4]) 6
print(then(pairs, bind(enumerate=lambda o: [7, 8])), then(pairs, bind(zip=lambda *a: iter(a))), then(pairs, unbind("zip", "enumerate")))  # => ([('a', (0, 'c')), ('b', (1, 'd'))], [('a', 7), ('b', 8)], [('a', 7), ('b', 8)]) ([('a', 7), ('b', 8)], ['ab', [7, 8]], ['ab', [7, 8]]) (['ab', [7, 8]], [('a', (0, 'c')), ('b', (1, 'd'))], [('a', (0, 'c')), ('b', (1, 'd'))])
print(then(inner, bind(sum=list, max=min, str=repr, sorted=tuple, abs=float)), then(inner, unbind("sum", "max", "str", "sorted", "abs")))  # => ((10, 2, '1', ['a', 'b'], 1), ([0, 1, 2, 3, 4], 1, '1', ('b', 'a'), -1.0), ([0, 1, 2, 3, 4], 1, '1', ('b', 'a'), -1.0)) (([0, 1, 2, 3, 4], 1, '1', ('b', 'a'), -1.0), (10, 2, '1', ['a', 'b'], 1), (10, 2, '1', ['a', 'b'], 1))

# the built-in itself is replaced, and put back
real = {n: getattr(builtins, n) for n in ("len", "range", "isinstance", "enumerate", "zip")}


def replace():
    builtins.len = lambda o: "theirs"
    builtins.range = lambda n: "xyz"[:n]
    builtins.isinstance = lambda o, t: "theirs"


def restore():
    for name, value in real.items():
        setattr(builtins, name, value)


def all_three():
    out = []
    for i in range(2):
        out.append(i)
    return len(out), isinstance(1, str), out


def changed():
    before = all_three()
    for _ in [None] * 400:
        all_three()
    replace()
    during = all_three(), [all_three() for _ in [0] * 400][-1]
    restore()
    return before, during, all_three()


print(changed())  # => ((2, False, [0, 1]), (('theirs', 'theirs', ['x', 'y']), ('theirs', 'theirs', ['x', 'y'])), (2, False, [0, 1]))


def gone():
    return len(())


learn(gone)
del builtins.len
try:
    gone()
except NameError as e:
    print(e)
# => name 'len' is not defined
restore()
print(gone())  # => 0

# rebound while the loop runs, also the range that the loop walks through
def loop():
    global len, range
    seen = []
    for i in range(6):
        if i == 3:
            len = lambda o: -1
            range = None
        seen.append(len(seen))
    del len, range
    return seen, [len(seen) for i in range(2)]


print(loop(), loop())  # => ([0, 1, 2, -1, -1, -1], [6, 6]) ([0, 1, 2, -1, -1, -1], [6, 6])

# a function with other built-ins, and with a dict for globals that is changed behind its back
space = {"__builtins__": {"len": lambda o: "own", "range": real["range"]}, "there": 1}
exec("def f():\n    return len('abc'), there\ndef g():\n    return [x for x in range(2)]\n", space)
f, g = space["f"], space["g"]
print(learn(f), learn(g))  # => ('own', 1) [0, 1]
space["__builtins__"]["len"] = lambda o: "later"
space["there"] = 2
print(f(), learn(f))  # => ('later', 2) ('later', 2)
space["len"] = len
print(f())  # => (3, 2)
del space["len"]
print(f())  # => ('later', 2)
del space["__builtins__"]["range"]
try:
    g()
except NameError as e:
    print(e)
# => name 'range' is not defined
# names that move to other places of the dicts
own = space["__builtins__"] = {"pad": 0, "len": lambda o: "moved", "sum": 1}
space = {"__builtins__": own, "first": 0, "second": 1, "there": 2}
exec("def f():\n    return len('abc'), there, second\n", space)
f = space["f"]
print(learn(f))  # => ('moved', 2, 1)
for d in own, space:
    del d["pad" if d is own else "first"]
    for i in range(60):
        d["n%d" % i] = i
    print(f(), learn(f))
# => ('moved', 2, 1) ('moved', 2, 1)
# => ('moved', 2, 1) ('moved', 2, 1)
space.clear()
try:
    print(f())
except NameError as e:
    print(e)
# => name 'there' is not defined

# names of a module, read through the module
import math


def root():
    return math.sqrt(4), math.tau > 6


old = math.sqrt


def patch():
    math.sqrt = lambda x: "patched"
    del math.tau
    math.tau = 1


tau = math.tau
print(then(root, patch))  # => ((2.0, True), ('patched', False), ('patched', False))
math.sqrt, math.tau = old, tau
print(root())  # => (2.0, True)
