# SimpleQueue between threads, and the parser of format strings.
import _queue
import _string
import threading

q = _queue.SimpleQueue()
done = _queue.SimpleQueue()
total = []


def work():
    for item in iter(q.get, None):
        total.append(item)
    done.put(threading.current_thread().name)


threads = [threading.Thread(target=work, name=f"w{i}") for i in range(3)]
for t in threads:
    t.start()
for i in range(200):
    q.put(i)
for t in threads:
    q.put(None)
for t in threads:
    t.join()
print(sum(total), sorted(done.get() for t in threads), q.empty(), q.qsize())  # => 19900 ['w0', 'w1', 'w2'] True 0
try:
    q.get(timeout=0.01)
except _queue.Empty as e:
    print(type(e).__qualname__, repr(e))  # => Empty Empty()
print(list(_string.formatter_parser("a{{b}}{x.y[0]!r:>{w}}c")))  # => [('a{', None, None, None), ('b}', None, None, None), ('', 'x.y[0]', '>{w}', 'r'), ('c', None, None, None)]
first, rest = _string.formatter_field_name_split("0.name[key][7]")
print(first, list(rest))  # => 0 [(True, 'name'), (False, 'key'), (False, 7)]
