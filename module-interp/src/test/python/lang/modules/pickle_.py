# pickle: every protocol, objects that contain themselves, hooks, buffers.
import io
import pickle


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Named(dict):
    pass


def trips(value):
    return [pickle.loads(pickle.dumps(value, p)) == value for p in range(6)]


n = Named(a=1)
n.note = "x"
print(all(trips([None, True, -1, 2**31, -(2**80), 1.5, "\ud800\u20ac", b"\xff", bytearray(b"y"), (1, 2), {1: {2}}, frozenset([3]), Point, 2j])))  # => True
print(pickle.loads(pickle.dumps(Point(1, [2]), 2)) == Point(1, [2]), pickle.loads(pickle.dumps(n)).note, pickle.loads(pickle.dumps(len)))  # => True x <built-in function len>
print(pickle.dumps([1, "a", (2.5, None), {"k": True}], 0))  # => b'(lp0\nI1\naVa\np1\na(F2.5\nNtp2\na(dp3\nVk\np4\nI01\nsa.'
print(pickle.dumps([300, b"b", "a", n.note] * 2, 4))  # => b'\x80\x04\x95\x1d\x00\x00\x00\x00\x00\x00\x00]\x94(M,\x01C\x01b\x94\x8c\x01a\x94\x8c\x01x\x94M,\x01h\x01h\x02h\x03e.'
loop = ([],)
loop[0].append(loop)
copy = pickle.loads(pickle.dumps(loop))
print(copy[0][0] is copy, pickle.dumps(loop, 2))  # => True b'\x80\x02]q\x00h\x00\x85q\x01a0h\x01.'


class P(pickle.Pickler):
    def persistent_id(self, o):
        return o.upper() if isinstance(o, str) and o == "a" else None

    def reducer_override(self, o):
        return (complex, (7,)) if isinstance(o, Point) else NotImplemented


class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"<{pid}>"

    def find_class(self, module, name):
        return super().find_class(module, name)


f = io.BytesIO()
P(f).dump(["a", Point(1, 2)])
f.seek(0)
print(U(f).load(), f.read())  # => ['<A>', (7+0j)] b''
buffers = []
data = pickle.dumps([pickle.PickleBuffer(b"abc"), pickle.PickleBuffer(bytearray(b"d"))], 5, buffer_callback=buffers.append)
print(data, [bytes(b) for b in pickle.loads(data, buffers=buffers)])  # => b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00]\x94(\x97\x98\x97e.' [b'abc', b'd']
for bad in (b"", b"K", b"a", b"(.", b"\xff", b"h\x05.", b"\x80\x09.", b"Pid\n.", b"\x82\x01.", b"cos\nno_such_name\n.", data):
    try:
        pickle.loads(bad)
    except Exception as e:
        messages = globals().setdefault("messages", [])
        messages.append(f"{type(e).__name__}: {str(e).split(' on <')[0]}")
print(messages[:5])  # => ['EOFError: Ran out of input', 'UnpicklingError: pickle data was truncated', 'UnpicklingError: unpickling stack underflow', 'UnpicklingError: unexpected MARK found', "UnpicklingError: invalid load key, '\\xff'."]
print(messages[5:])  # => ['UnpicklingError: Memo value not found at index 5', 'ValueError: unsupported pickle protocol: 9', 'UnpicklingError: A load persistent id instruction was encountered, but no persistent_load function was specified.', 'ValueError: unregistered extension code 1', "AttributeError: Can't get attribute 'no_such_name'", 'UnpicklingError: pickle stream refers to out-of-band data but no *buffers* argument was given']


def local():
    class Inner:
        pass

    return Inner


for bad in (local(), lambda: 0, iter(io.StringIO())):
    try:
        pickle.dumps(bad)
    except Exception as e:
        failures = globals().setdefault("failures", [])
        failures.append(f"{type(e).__name__}: {str(e).split(' at 0x')[0]}")
print(failures)  # => ["AttributeError: Can't pickle local object 'local.<locals>.Inner'", "PicklingError: Can't pickle <function <lambda>"]
