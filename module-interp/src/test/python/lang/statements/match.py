# Patterns of every kind.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
def what(v):
    match v:
        case 0 | 1:
            return "small"
        case int(n) if n > 100:
            return f"big {n}"
        case str() as s:
            return "str " + s
        case [a, b]:
            return f"pair {a} {b}"
        case [first, *rest]:
            return f"list {first} {rest}"
        case {"k": value, **others}:
            return f"map {value} {others}"
        case Point(x=0, y=y):
            return f"axis {y}"
        case Point(x, y):
            return f"point {x} {y}"
        case None:
            return "none"
        case _:
            return "other"
print(what(1), what(500), what("a"), what((1, 2)), what([1, 2, 3]))  # => small big 500 str a pair 1 2 list 1 [2, 3]
print(what({"k": 1, "z": 2}), what(Point(0, 5)), what(Point(1, 2)), what(None), what(3.5))  # => map 1 {'z': 2} axis 5 point 1 2 none other
