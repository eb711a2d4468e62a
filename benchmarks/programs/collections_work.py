"""collections: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap; heapq and bisect."""
import bisect
import heapq
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Edge = namedtuple("Edge", "source target weight")


def dijkstra(n):
    graph = defaultdict(list)
    for i in range(n):
        for j in (i + 1, i * 2, i * 3 + 1):
            graph[i].append(Edge(i, j % n, (i * j) % 13 + 1))
    distance = {0: 0}
    queue = [(0, 0)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for e in graph[node]:
            new = d + e.weight
            if new < distance.get(e.target, 1 << 60):
                distance[e.target] = new
                heapq.heappush(queue, (new, e.target))
    return sum(distance.values())


def lru(n):
    cache = OrderedDict()
    hits = 0
    for i in range(n):
        key = (i * i) % 101
        if key in cache:
            hits += 1
            cache.move_to_end(key)
        else:
            cache[key] = i
            if len(cache) > 40:
                cache.popitem(last=False)
    return hits


def work():
    window = deque(maxlen=50)
    moving = 0
    for i in range(12000):
        window.append(i % 91)
        if i % 3 == 0:
            window.rotate(1)
        moving += window[0]
    c = Counter("the quick brown fox jumps over the lazy dog" * 60)
    c.update(i % 10 for i in range(4000))
    order = []
    for i in range(3000):
        bisect.insort(order, (i * 7919) % 3001)
    chain = ChainMap({"a": 1}, {"b": 2}, dict.fromkeys(range(100), 5))
    return moving, c.most_common(3), dijkstra(1200), lru(8000), order[:3], sum(chain[i] for i in range(100)), Edge(1, 2, 3)._replace(weight=4)
