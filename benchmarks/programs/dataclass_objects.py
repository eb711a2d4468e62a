"""Dataclasses: construction, comparison, replace, ordering, hashing, fields with factories."""
from dataclasses import dataclass, field, replace


@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0

    def shifted(self, dx):
        return replace(self, x=self.x + dx)


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=list)
    paid: bool = False

    def add(self, name, price):
        self.lines.append(Line(name, price))

    def total(self):
        return sum(line.price for line in self.lines)


@dataclass(slots=True)
class Line:
    name: str
    price: float


def work():
    points = [Point(i % 50, i % 7) for i in range(3000)]
    unique = len(set(points))
    first = sorted(points)[:3]
    moved = sum(p.shifted(1).x for p in points[:600])
    equal = sum(a == b for a, b in zip(points, points[1:]))
    money = 0.0
    for i in range(800):
        order = Order(i)
        for j in range(6):
            order.add("item", i * 0.5 + j)
        money += order.total()
    return unique, first, moved, equal, money, repr(Order(1, [Line("a", 2.0)]))
