"""What programs do, of all kinds, in small pieces: the training run repeats them until their profiles are worth something."""

import bisect
import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import heapq
import io
import itertools
import json
import math
import operator
import pickle
import re
import string
import struct
import textwrap


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2


@dataclasses.dataclass(order=True)
class Item:
    price: float
    name: str
    tags: list = dataclasses.field(default_factory=list, compare=False)

    def cost(self, count=1, *, discount=0.0):
        return self.price * count * (1 - discount)


@dataclasses.dataclass(frozen=True)
class Place:
    row: int
    column: int


class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    @property
    def area(self):
        return 0

    @classmethod
    def of(cls, size):
        return cls(size)

    @staticmethod
    def unit():
        return 1

    def __repr__(self):
        return f'{type(self).__name__}({self.size})'


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__(size)
        self.half = size / 2

    @property
    def area(self):
        return self.size * self.size


class Pair:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __add__(self, other):
        return Pair(self.a + other.a, self.b + other.b)

    def __sub__(self, other):
        return Pair(self.a - other.a, self.b - other.b)

    def __mul__(self, n):
        return Pair(self.a * n, self.b * n)

    def __neg__(self):
        return Pair(-self.a, -self.b)

    def __eq__(self, other):
        return isinstance(other, Pair) and (self.a, self.b) == (other.a, other.b)

    def __lt__(self, other):
        return self.a < other.a

    def __hash__(self):
        return hash((self.a, self.b))

    def __bool__(self):
        return self.a != 0

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return self.b if i else self.a

    def __contains__(self, value):
        return value in (self.a, self.b)

    def __call__(self, x):
        return self.a * x + self.b

    def __iter__(self):
        yield self.a
        yield self.b


class Problem(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


def numbers():
    total = 0
    real = 0.5
    for i in range(400):
        total += i * i % 7 - (i >> 2 & 3 | i ^ 5)
        real = real * 1.01 + i / 3.0 - math.sqrt(i)
        if total > 1000 and real != 0.0:
            total //= 2
    n = 0
    while n < 200:
        n += 1
        total -= n if n & 1 else -n
    return total, round(real, 3), divmod(total, 7), abs(-total), max(3, n), min(real, 2.5), int(real), float(n), pow(3, 40)


def grids():
    grid = [[(r * c) % 9 for c in range(14)] for r in range(14)]
    turned = [list(row) for row in zip(*grid)]
    for r in range(1, 13):
        for c in range(1, 13):
            turned[r][c] = grid[r - 1][c] + grid[r + 1][c - 1] - grid[r][c]
    return sum(sum(row) for row in turned), any(0 in row for row in grid), all(turned)


def texts():
    words = 'the quick brown fox jumps over the lazy dog and runs away'.split()
    counts = {}
    groups = collections.defaultdict(list)
    for w in words * 4:
        counts[w] = counts.get(w, 0) + 1
        groups[len(w)].append(w)
    lines = []
    for w, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f'{w:<8}|{n:>4d}|{n / 3:.2f}|{w!r}')
        lines.append('%-6s %03d %5.1f %x' % (w, n, n * 1.5, n))
        lines.append('{} {:>5} {name}'.format(w.upper(), n, name=w.title()))
    text = '\n'.join(lines)
    out = []
    for ch in text:
        if ch.isalpha():
            out.append(ch.lower())
        elif ch.isdigit() or ch == '.':
            out.append('#')
    joined = ''.join(out)
    return (len(joined), text.count('a'), text.find('fox'), text.replace('o', '0').startswith('and'), joined[5:40:2], joined[::-1][:5],
            text.encode().decode('utf-8').splitlines()[0].strip().partition('|'), ord(joined[0]), chr(97), 'x' in joined,
            textwrap.shorten(' '.join(words), 30), string.Template('$a b').substitute(a=1))


def records():
    items = [Item(n * 7 % 13 / 2, f'item {n}', [str(n)]) for n in range(40)]
    items.sort()
    best = sorted(items, key=operator.attrgetter('name'), reverse=True)[:5]
    places = {Place(i, i + 1): i for i in range(20)}
    shapes = [Square(n) if n % 2 else Shape.of(n) for n in range(30)]
    total = sum(s.area + s.sides + s.unit() for s in shapes) + sum(i.cost(2, discount=0.1) for i in items)
    pairs = [Pair(n, n + 1) for n in range(30)]
    moved = Pair(0, 0)
    for p in pairs:
        moved = moved + p * 2 - -p
        if p and p != moved and 3 not in p:
            total += p(2) + p[0] + len(p) + sum(p)
    total += len({*pairs}) + (min(pairs) < max(pairs))
    for s in shapes:
        s.size += 1
        if hasattr(s, 'half') and isinstance(s, Square):
            setattr(s, 'half', getattr(s, 'size') / 2)
    return total, repr(best[0]), places[Place(3, 4)], dataclasses.replace(items[0], name='x'), repr(shapes[1]), dataclasses.asdict(items[1])


def functions():
    def adder(n):
        calls = 0

        def add(x, *more, **named):
            nonlocal calls
            calls += 1
            return x + n + sum(more) + len(named) + calls

        return add

    @functools.wraps(adder)
    def wrapped(*args, **kwargs):
        return add(*args, **kwargs)

    @functools.lru_cache(maxsize=64)
    def ways(n):
        return 1 if n < 2 else ways(n - 1) + ways(n - 2)

    add = adder(3)
    total = 0
    for i in range(60):
        total += add(i) + add(i, 1, 2) + wrapped(i, key=1) + (lambda a, b=2: a * b)(i) + functools.partial(pow, 2)(i % 5)
    squares = list(map(lambda n: n * n, filter(None, range(30))))
    return total, ways(40), functools.reduce(operator.add, squares), depth(11)


def depth(n):
    return n if n < 2 else depth(n - 1) + depth(n - 2)


def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


def walk(tree):
    if isinstance(tree, tuple):
        for part in tree:
            yield from walk(part)
    else:
        yield tree


def running():
    total = 0
    while True:
        value = yield total
        if value is None:
            return total
        total += value


def generators():
    sums = running()
    next(sums)
    for n in range(20):
        sums.send(n)
    pipeline = (x * x for x in (y + 1 for y in range(60) if y % 3) if x % 2)
    return (list(pipeline), [c[-1] for c in chunks(list(range(40)), 7)], sum(walk((1, (2, (3, 4)), 5) * 5)),
            list(itertools.islice(itertools.chain([1], itertools.count(3)), 9)), list(itertools.accumulate(range(9))),
            [(k, len(list(g))) for k, g in itertools.groupby('aabbbc')], list(itertools.product('ab', range(2))),
            list(itertools.combinations(range(5), 2))[:4], list(zip('abc', range(3))), list(enumerate('xy', 1)))


def failures():
    seen = []

    @contextlib.contextmanager
    def noted(name):
        try:
            yield name
        finally:
            seen.append(name)

    for i in range(40):
        try:
            with noted(i):
                if i % 4 == 0:
                    raise Problem(i, 'no')
                if i % 4 == 1:
                    int('x')
                if i % 4 == 2:
                    {}[i]
        except Problem as e:
            seen.append(e.code)
        except (ValueError, KeyError) as e:
            try:
                raise RuntimeError(str(e)) from e
            except RuntimeError as outer:
                seen.append(len(str(outer.__cause__)))
        else:
            seen.append(0)
    with contextlib.suppress(ZeroDivisionError):
        1 // 0
    return len(seen)


def containers():
    queue = collections.deque(range(30), maxlen=20)
    queue.rotate(3)
    queue.appendleft(queue.pop())
    heap = []
    for n in range(40):
        heapq.heappush(heap, (n * 17 % 23, str(n)))
    order = [heapq.heappop(heap)[0] for _ in range(20)]
    ordered = collections.OrderedDict((k, 1) for k in 'hello')
    ordered.move_to_end('h')
    common = collections.Counter('mississippi') + collections.Counter('miss')
    a, b, *rest = sorted({n % 9 for n in range(30)} | {40} - {3} & {1, 2})
    d = {**{k: v for k, v in zip('abc', range(3))}, 'd': 4}
    d.update(e=5)
    d.pop('a')
    del d['b']
    data = [n for n in range(50)]
    data[3:6] = [9]
    data.extend(rest)
    data.insert(0, 7)
    data.reverse()
    data.remove(7)
    point = collections.namedtuple('P', 'x y')(1, 2)
    return (order, list(ordered), common.most_common(2), d, data.index(9), bisect.bisect(order, 5), point._replace(x=3), copy.deepcopy(d), Colour(1).name,
            Colour.RED is Colour['RED'], Access.READ | Access.WRITE, frozenset(rest) >= {a}, list(reversed(data))[b], tuple(data) < (1,), bytes(5) + bytearray(b'ab'))


def formats():
    rows = [{'id': n, 'name': f'row {n:04d}', 'value': n / 7, 'tags': ['a', None, True, str(n)]} for n in range(12)]
    text = json.dumps(rows, indent=2, sort_keys=True)
    assert json.loads(text) == json.loads(json.dumps(rows))
    assert pickle.loads(pickle.dumps((rows, Item(1.0, 'x'), Place(1, 2)))) is not None
    found = re.findall(r'"(\w+)": ("[^"]*"|[\d.]+)', text)
    swapped = re.sub(r'(?P<k>[a-z]+) (\d+)', lambda m: m['k'].upper() + m.group(2), text)
    kinds = [m.lastgroup for m in re.finditer(r'(?P<num>\d+)|(?P<name>[a-z]\w*)|(?P<op>[-+*/])|(?P<gap>\s+)', 'x1 + 22*yy - 3 /z' * 8)]
    out = io.StringIO()
    print(*rows[:2], sep=';', file=out)
    for line in io.StringIO(swapped):
        out.write(line.rstrip())
    return len(found), len(kinds), re.split(r'[,;]\s*', 'a, b;c'), len(out.getvalue()), struct.pack('<IhB', 1, 2, 3), struct.unpack('<IhB', b'\1\0\0\0\2\0\3')


def interpreter():
    program = [('push', 10), ('push', 0), ('swap', None), ('add', None), ('jump', 2)]
    stack, at, steps = [], 0, 0
    while steps < 150:
        name, argument = program[at]
        steps += 1
        at += 1
        match name:
            case 'push':
                stack.append(argument)
            case 'swap':
                stack.append(1)
            case 'add':
                stack.append(stack.pop() + stack.pop())
            case 'jump':
                at = argument
    return stack


def large():
    product = 1
    for n in range(2, 60):
        product *= n
    return product % (10 ** 9 + 7), str(product)[:9], product >> 40, product // 3 ** 20, math.gcd(product, 2 ** 70), pow(3, product, 10 ** 20 + 39), hash(product), int(str(product))


KINDS = (numbers, grids, texts, records, functions, generators, failures, containers, formats, interpreter, large)
