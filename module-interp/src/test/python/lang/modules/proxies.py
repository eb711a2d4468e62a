# Objects that stay in their interpreter and are used from others (ours; CPython has nothing like it).
import threading
import time
from concurrent import interpreters


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}".splitlines()[0]


class Account:
    def __init__(self):
        self.balance = 0
        self.log = []

    def add(self, amount, *, note=None):
        self.balance += amount
        self.log.append(note)
        return self.balance

    def each(self, call):
        return [call(x) for x in self.log]

    def fail(self):
        raise RuntimeError("no", 3)


account = Account()
other = interpreters.create()
shared = interpreters.share(account)
other.prepare_main(account=shared)
answers = interpreters.create_queue()
other.prepare_main(answers=answers)
other.exec("""
answers.put((account.add(5), account.add(2, note="two"), account.balance, len(account.log), account.log[1]))
account.balance += 1
account.log[0] = "one"
answers.put((list(account.log), "two" in account.log, bool(account.log), str(account.log)))
log = account.log
answers.put((log == account.log, type(log).__name__, isinstance(log, list), hash(log) == hash(account.log)))
def double(x):
    return x * 2
doubled = account.each(double)
answers.put((list(doubled), repr(doubled)))
for f in (account.fail, lambda: account.missing, lambda: account.log[9], lambda: len(account)):
    try:
        f()
    except Exception as e:
        answers.put((type(e).__name__, e.args, type(e.__cause__).__name__))
account.log.append(double)
""")
for _ in range(4):
    print(*answers.get())
# => 5 7 7 2 two
# => ['one', 'two'] True True ['one', 'two']
# => True Proxy False True
# => ['oneone', 'twotwo'] <proxy of ['oneone', 'twotwo'] in interpreter 0>
for _ in range(4):
    print(*answers.get())
# => RuntimeError ('no', 3) ExecutionFailed
# => AttributeError ("'Account' object has no attribute 'missing'",) ExecutionFailed
# => IndexError ('list index out of range',) ExecutionFailed
# => TypeError ("object of type 'Account' has no len()",) ExecutionFailed
print(account.balance, account.log[:2], type(account.log[2]).__name__, account.log[2](4))  # => 8 ['one', 'two'] Proxy 8

# what comes home is the object itself
print(other.call(lambda o: o, shared) is account, interpreters.share(account) == shared)  # => True True

# two interpreters that call each other, and a ring of three, each from a thread of its own, all at once
ring = [interpreters.create() for _ in range(3)]
gate = interpreters.create_queue()
for n, interpreter in enumerate(ring):
    interpreter.prepare_main(gate=gate, n=n)
    interpreter.exec("""
from concurrent import interpreters
class Node:
    def __init__(self):
        self.calls = 0
        self.next = None
    def set_next(self, node):
        self.next = node
    def go(self, hops):
        self.calls += 1
        return hops if hops == 0 else self.next.go(hops - 1)
node = Node()
gate.put(interpreters.share(node))
""")
nodes = [gate.get() for _ in ring]
for n, node in enumerate(nodes):
    node.set_next(nodes[(n + 1) % 3])


def run(start):
    threads = [threading.Thread(target=lambda: [node.go(7) for _ in range(100)]) for node in start]
    for t in threads:
        t.start()
    for t in threads:
        t.join(60)
    return not any(t.is_alive() for t in threads)


print(run(nodes), sum(node.calls for node in nodes))  # => True 2400
nodes[1].set_next(nodes[0])
print(run(nodes[:2] * 2), sum(node.calls for node in nodes))  # => True 5600

# the end: revoked by the owner, or closed with it while others use it
interpreters.revoke(shared)
print(error(other.call, lambda a: a.balance, shared))  # => ExecutionFailed: concurrent.interpreters.InterpreterError: the object is not shared any more
stopped = []


def use(node):
    try:
        while True:
            node.go(3)
    except interpreters.InterpreterError as e:
        stopped.append(str(e))


threads = [threading.Thread(target=use, args=(nodes[0],)) for _ in range(2)]
for t in threads:
    t.start()
time.sleep(0.1)
ring[0].close()
for t in threads:
    t.join(60)
id = ring[0].id
print(len(stopped), all(f"gone with interpreter {id}" in text for text in stopped), any(t.is_alive() for t in threads))  # => 2 True False
print(error(lambda: nodes[0].calls) == f"InterpreterError: the object is gone with interpreter {id}", nodes[1].calls > 0)  # => True True
