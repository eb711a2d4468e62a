"""Exceptions raised, caught, chained, through finally and with."""


class Refused(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


class Guard:
    def __init__(self):
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.left += 1
        return kind is KeyError


def check(i):
    if i % 3 == 0:
        raise Refused(i)
    if i % 5 == 0:
        raise ValueError("five")
    return i


def deep(n):
    try:
        if n == 0:
            raise LookupError("bottom")
        return deep(n - 1)
    finally:
        deep.passed += 1


def work():
    deep.passed = 0
    total = 0
    guard = Guard()
    table = {}
    for i in range(12000):
        try:
            total += check(i)
        except Refused as e:
            total -= e.code % 7
        except ValueError:
            total += 1
        with guard:
            total += table[i]
    for _ in range(150):
        try:
            deep(20)
        except LookupError as e:
            total += len(e.args[0])
    chained = 0
    for i in range(2000):
        try:
            try:
                int("x")
            except ValueError as e:
                raise RuntimeError("outer") from e
        except RuntimeError as e:
            chained += e.__cause__ is not None
    return total, guard.left, deep.passed, chained
