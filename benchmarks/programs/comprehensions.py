"""List, set, dict comprehensions and generator expressions, nested and filtered."""


def work():
    total = 0
    for r in range(12):
        squares = [i * i for i in range(1500)]
        odd = {s % 1009 for s in squares if s & 1}
        table = {i: s for i, s in enumerate(squares) if i % 3 == r % 3}
        pairs = [(a, b) for a in range(45) for b in range(a, 45) if (a + b) % 5 == 0]
        flat = [c for row in [[x, -x] for x in range(500)] for c in row if c > 10]
        total += sum(s for s in squares if s % 2) + len(odd) + sum(table) + len(pairs) + sum(flat)
        total += any(x > 1498 for x in range(1500)) + all(x < 2000 for x in squares[:40])
    return total
