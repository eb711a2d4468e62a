# The variables of an inlined comprehension show in locals() for as long as it runs (PEP 709).
import sys


def function(items):
    y, x = 0, 5
    print([locals()["x"] for x in items], x)  # => [1, 2] 5
    print([sorted(locals()) for q in items][1], "q" in locals())  # => ['items', 'q', 'x', 'y'] False
    print([vars()["x"] for x in items], ["x" in dir() for x in items], [eval("x + y") for x in items])  # => [1, 2] [True, True] [1, 2]
    [exec("y = x") for x in items]
    print([sys._getframe().f_locals["x"] for x in items], x, y)  # => [1, 2] 5 0
    print([[(locals()["x"], locals()["z"]) for z in (3, 4)] for x in items])  # => [[(1, 3), (1, 4)], [(2, 3), (2, 4)]]
    print([(lambda: x)() + eval("x") for x in items])  # => [2, 4]
    try:
        [locals()["x"] / 0 for x in items]
    except ZeroDivisionError:
        print(x, locals()["x"])  # => 5 5


def generator(items):
    x = 5
    yield [locals()["x"] for x in items]
    yield locals()["x"]


function([1, 2])
print(*generator([1, 2]))  # => [1, 2] 5
items, x, y = [1, 2], 5, 0
print([locals()["x"] for x in items], [eval("x") for x in items], x)  # => [1, 2] [1, 2] 5
print([exec("y = x") for x in items], y, [locals() is globals() for q in items], locals() is globals())  # => [None, None] 0 [False, False] True


class C:
    items, x = [1, 2], 5
    print([locals()["x"] for x in items], [eval("x") for x in items], x)  # => [1, 2] [1, 2] 5
    print([sorted(locals()) for q in items][0])  # => ['__module__', '__qualname__', 'items', 'q', 'x']


def outer():
    y = 1

    class D:
        global y
        y = 2
        locals()["y"] = 3
        print([y for _ in range(1)], y)  # => [1] 2

    return D


outer()
