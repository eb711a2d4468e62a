"""Instances with __slots__: a linked list, a heap of particles, a ring of tasks."""


class Cell:
    __slots__ = ("value", "next")

    def __init__(self, value, next):
        self.value = value
        self.next = next


class Particle:
    __slots__ = ("x", "y", "vx", "vy", "alive")

    def __init__(self, x, y, vx, vy):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.alive = True

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt
        if self.x < 0 or self.x > 100:
            self.vx = -self.vx
        if self.y < 0 or self.y > 100:
            self.vy = -self.vy


def work():
    head = None
    for i in range(12000):
        head = Cell(i, head)
    total = 0
    cell = head
    while cell is not None:
        total += cell.value
        cell = cell.next
    particles = [Particle(i % 100, (i * 7) % 100, (i % 5) - 2.5, (i % 3) - 1.25) for i in range(200)]
    for _ in range(120):
        for p in particles:
            p.move(0.5)
    return total, round(sum(p.x + p.y for p in particles), 6)
