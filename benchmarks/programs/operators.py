"""Operator overloading: vectors, fractions, polynomials, comparison and containment."""


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __eq__(self, o):
        return (self.x, self.y, self.z) == (o.x, o.y, o.z)

    def __hash__(self):
        return hash((self.x, self.y, self.z))


class Polynomial:
    def __init__(self, coefficients):
        self.c = coefficients

    def __call__(self, x):
        total = 0
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Polynomial(out)

    def __len__(self):
        return len(self.c)

    def __getitem__(self, i):
        return self.c[i]

    def __contains__(self, a):
        return a in self.c

    def __lt__(self, o):
        return self.c < o.c


def work():
    v = Vector(1, 2, 3)
    total = 0
    for i in range(6000):
        w = v * 2 + Vector(i, 1, -i) - -v
        total += w @ v
        if w == v:
            total += 1
        total += hash(w) % 3
        v = 3 * Vector(i % 5, i % 3, 1)
    p = Polynomial([1, 2, 3])
    q = Polynomial([1])
    for _ in range(60):
        q = q * p
    found = sum(i in q for i in range(200))
    return total, q(1) % 1000007, len(q), q[3], found, min(Polynomial([3 - i, i]) for i in range(4)).c
