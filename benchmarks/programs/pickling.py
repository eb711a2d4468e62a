"""pickle: nested structures, instances, shared references, several protocols; copy.deepcopy."""
import copy
import pickle


class Item:
    def __init__(self, name, parent):
        self.name = name
        self.parent = parent
        self.children = []
        self.data = {"n": len(name), "t": (1, 2.5, None, True, b"xyz")}


def tree(depth, parent=None):
    item = Item("item%d" % depth, parent)
    if depth:
        item.children = [tree(depth - 1, item) for _ in range(3)]
    return item


def size(item):
    return 1 + sum(map(size, item.children))


def work():
    root = tree(4)
    total = 0
    for protocol in (2, 4, 5):
        data = pickle.dumps(root, protocol)
        total += size(pickle.loads(data))
    plain = {i: [str(i), i * 1.5, (i, i + 1)] for i in range(1200)}
    total += pickle.loads(pickle.dumps(plain)) == plain
    total += size(copy.deepcopy(root))
    return total
