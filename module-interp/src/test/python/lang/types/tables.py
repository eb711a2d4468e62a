# Dicts and sets that change while they are searched, filled or walked through.


class Key:
    act = None

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Key.act is not None:
            Key.act()
        return isinstance(other, Key) and self.value == other.value


def after(calls, action):
    left = [calls]

    def act():
        left[0] -= 1
        if left[0] == 0:
            action()

    return act


def search(make, action, calls=2):
    table = make(Key(i) for i in range(4))
    Key.act = after(calls, lambda: action(table))
    try:
        return Key(3) in table, len(table)
    finally:
        Key.act = None


print(search(set, lambda s: s.clear()), search(dict.fromkeys, lambda d: d.clear()))  # => (False, 0) (False, 0)
print(search(set, lambda s: s.update(range(100))), search(dict.fromkeys, lambda d: d.update(dict.fromkeys(range(100)))))  # => (True, 104) (True, 104)
print(search(dict.fromkeys, lambda d: d.popitem()), search(set, lambda s: s.add("x")))  # => (False, 3) (True, 5)


def message(action):
    try:
        return action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def walk(table, step):
    for n, x in enumerate(table):
        step(table, x)
        if n > 50:
            return "no end"
    return "end"


print(message(lambda: walk({1, 2, 3}, lambda s, x: s.add(x + 10))), message(lambda: walk({1, 2, 3}, lambda s, x: s.discard(x))))  # => RuntimeError: Set changed size during iteration RuntimeError: Set changed size during iteration
print(message(lambda: walk({1: 1, 2: 2}, lambda d, x: d.pop(x))), message(lambda: walk({1: 1, 2: 2}, lambda d, x: d.update({x: 0}))), message(lambda: walk({1: 1, 2: 2}, lambda d, x: (d.pop(x), d.__setitem__(x + 5, 0)))))  # => RuntimeError: dictionary changed size during iteration end RuntimeError: dictionary keys changed during iteration

d = dict.fromkeys(range(100))
for i in range(0, 100, 2):
    del d[i]
e = d.copy()
e.update({i: 1 for i in range(200)})
print(len(e), list(e)[:3], list(e)[-2:], e[1], e[198], set(d) == set(range(1, 100, 2)), d.keys() == set(d), list(d)[-1])  # => 200 [1, 3, 5] [198, 199] 1 1 True True 99
e |= {5: "five", "new": 0}
print(list(e)[2], e[5], len(e), e.popitem(), len(e), list(reversed(e))[:2])  # => 5 five 201 ('new', 0) 200 [199, 198]

s = set(range(40))
for i in range(0, 40, 3):
    s.remove(i)
for i in range(1000, 1100):
    s.add(i)
    s.discard(i - 1)
print(len(s), s & set(range(5)), sorted(s - set(range(36))), s.isdisjoint(range(0, 40, 3)), s.isdisjoint([7]), s >= {1, 2}, frozenset(s) == s, hash(frozenset(s)) == hash(frozenset(sorted(s, reverse=True))))  # => 27 {1, 2, 4} [37, 38, 1099] True False True True True


class Fails:
    def __iter__(self):
        yield 1
        yield [2]
        yield 3


t = {9}
print(message(lambda: t.update(Fails())), sorted(t), message(lambda: {1} | [2]), {1, True, 1.0}, {"a"} | {"b"} == {"a", "b"}, set("abca") == {"a", "b", "c"})  # => TypeError: unhashable type: 'list' [1, 9] TypeError: unsupported operand type(s) for |: 'set' and 'list' {1} True True


class Text(str):
    def __eq__(self, other):
        return False

    __hash__ = str.__hash__


strange = Text("k")
d = {"k": 1, strange: 2}
print(len(d), d["k"], d[strange], "k" in {strange}, strange in {"k"}, {1: "a"}.get(True), {2 ** 70: "b"}[2 ** 70], {1.5: 0} == {1.5: 0}, {"\U0001F600": 5}["\U0001F600"])  # => 2 1 2 False False a b True 5
