# Sorting: few comparisons, stable both ways, every class of keys, and lists that change or fail meanwhile.
import functools


class Counted:
    calls = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.calls += 1
        return self.value < other.value


def comparisons(values):
    Counted.calls = 0
    result = [c.value for c in sorted(map(Counted, values))]
    return Counted.calls, result == sorted(values)


mixed = [i * 7919 % 1009 for i in range(1000)]
print(comparisons(range(1000)), comparisons(range(1000, 0, -1)), comparisons([i % 37 for i in range(1000)]))  # => (999, True) (999, True) (7475, True)
print(comparisons(mixed), comparisons(list(range(500)) + [3]), comparisons([3, 1, 2] * 100))  # => (8609, True) (507, True) (1529, True)
print(comparisons(list(range(400)) + list(range(300))), comparisons(list(range(300, 700)) + list(range(350))))  # => (1319, True) (873, True)

rows = [(k, i) for i, k in enumerate([2, 1, 2, 0, 1, 2] * 30)]
for name, key in (("int", lambda r: r[0]), ("float", lambda r: r[0] / 3), ("str", lambda r: "abc"[r[0]]), ("tuple", lambda r: (r[0],)), ("object", lambda r: Counted(r[0]))):
    up = sorted(rows, key=key)
    down = sorted(rows, key=key, reverse=True)
    assert up == sorted(rows), name
    assert down == sorted(rows, key=lambda r: (-r[0], r[1])), name
print(up[0], up[-1], down[0], down[-1])  # => (0, 3) (2, 179) (2, 0) (0, 177)

print(sorted([0.0, -0.0, 1.5, -2.5, float("inf"), -0.0, 0.0, float("-inf")]), sorted([3, True, 2.5, False, 10 ** 30, -(10 ** 30), 2 ** 63, -(2 ** 63)]))  # => [-inf, -2.5, 0.0, -0.0, -0.0, 0.0, 1.5, inf] [-1000000000000000000000000000000, -9223372036854775808, False, True, 2.5, 3, 9223372036854775808, 1000000000000000000000000000000]
nan = float("nan")
print(sorted([3.0, nan, 1.0]), sorted([2 ** 63 - 1, -(2 ** 63), 0], reverse=True), sorted([], key=len), sorted([[2], [1, 5], [1]]), sorted(["b", "\U0001F600", "\ud800", "\uffff"]) == ["b", "\ud800", "\uffff", "\U0001F600"])  # => [3.0, nan, 1.0] [9223372036854775807, 0, -9223372036854775808] [] [[1], [1, 5], [2]] True
print(sorted([(1, "b"), (1, "a", 0), (0, 5), (1, "a")]), sorted([(1.0, 2), (1, 1), (True, 0)]), sorted([("a", None), ("b", None), ("a0", None)]))  # => [(0, 5), (1, 'a'), (1, 'a', 0), (1, 'b')] [(True, 0), (1, 1), (1.0, 2)] [('a', None), ('a0', None), ('b', None)]


def failing(items, at):
    left = [at]

    def compare(a, b):
        left[0] -= 1
        if left[0] == 0:
            raise KeyError("enough")
        return a - b

    copy = list(items)
    try:
        copy.sort(key=functools.cmp_to_key(compare))
    except KeyError as e:
        return sorted(copy) == sorted(items)
    return None


print(sorted({str(failing(mixed, at)) for at in range(1, 9000, 97)}))  # => ['None', 'True']


def message(action):
    try:
        return action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


values = [3, 1, 2]
seen = []


def spy(x):
    seen.append(len(values))
    return x


values.sort(key=spy)
print(values, seen)  # => [1, 2, 3] [0, 0, 0]


def meddling(x):
    values.append(9)
    return x


def broken(x):
    if x == 2:
        raise LookupError(x)
    return -x


print(message(lambda: values.sort(key=meddling)), values)  # => ValueError: list modified during sort [1, 2, 3]
print(message(lambda: values.sort(key=broken)), values, message(lambda: [1, "a"].sort()), message(lambda: sorted([1j, 2j])), message(lambda: [(1, 2), (1, "a")].sort()))  # => LookupError: 2 [1, 2, 3] TypeError: '<' not supported between instances of 'str' and 'int' TypeError: '<' not supported between instances of 'complex' and 'complex' TypeError: '<' not supported between instances of 'str' and 'int'


class Odd(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Loud(str):
    def __lt__(self, other):
        return str(other) < str(self)


print(sorted(map(Odd, [1, 3, 2])), sorted(map(Loud, ["a", "c", "b"])), sorted([Odd(1), 5, Odd(3)]))  # => [3, 2, 1] ['c', 'b', 'a'] [1, 5, 3]
