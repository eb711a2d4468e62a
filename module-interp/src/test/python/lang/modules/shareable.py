# the list of what crosses without being pickled, item by item: whether it is said to, and what arrives
import _interpchannels
import _interpreters
from concurrent import interpreters

there = interpreters.create()
queue = interpreters.create_queue()
back = interpreters.create_queue()
there.prepare_main(queue=queue, back=back)


def sent(value):
    """What the other interpreter gets, and what comes back from there."""
    queue.put(value)
    there.exec("value = queue.get(); back.put(repr(value)); back.put(value)")
    text = back.get()
    return text, back.get()


for value in (
    None, True, False, 0, -(2**63), 2**200, 1.5, float("inf"), 1j, "", "text", "\ud800", b"", b"\0x",
    (), (1, ("a", None)), frozenset(), frozenset([(1, b"x")]), (frozenset([2.5, 1j]), 2**64),
):
    text, returned = sent(value)
    print(_interpreters.is_shareable(value), text == repr(value), type(returned) is type(value) and returned == value)
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True
# => True True True

code = compile("answer = 6 * 7", "x.py", "exec")
print(_interpreters.is_shareable(code), sent(code)[1] == code)  # => True True
data = bytearray(b"abc")
with memoryview(data) as view:
    print(_interpreters.is_shareable(view), end=" ")
    queue.put(view)
    there.exec("with queue.get() as seen: seen[0] = ord('A')")
print(data)  # => True bytearray(b'Abc')
print(_interpreters.is_shareable(queue), sent(queue)[1] == queue)  # => True True
channel = _interpchannels.create(3)
for end in channel, channel.send, channel.recv:
    print(_interpreters.is_shareable(end), sent(end)[1] == end, sent((end, [1]))[1][0] == end)
# => True True True
# => True True True
# => True True True
items = [1]
proxy = interpreters.share(items)
queue.put(proxy)
there.exec("queue.get().append(2)")
print(_interpreters.is_shareable(proxy), items)  # => True [1, 2]

# none of these: lists, instances of subclasses, classes, and tuples or frozensets of them
class Int(int):
    pass


others = [[], {}, set(), bytearray(), object, Int(1), len, lambda: 0, object(), ([],), ValueError(), frozenset([Int(1)]), range(3), ...]
print(*map(_interpreters.is_shareable, others))  # => False False False False False False False False False False False False False False
there.close()
