# Memory that Java code has, used by Python without a copy, and memory of Python objects used by Java code.
import array
import io
import os
import struct

from _testspi import Memory


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


def check(kind):
    got = []
    m = Memory(kind, 16)
    v = memoryview(m)
    v[0] = 7
    m.poke(1, 8)
    v[2:4] = b"ab"
    v[-1] = 255
    got.append((m.peek(0), v[1], m.peek(2), bytes(v[:4]), v.nbytes, v.readonly, v.obj is m, m.peek(15)))
    w = v.cast("i")
    w[1] = -2
    got.append((m.peek(4), w.tolist()[1], v[4:8] == b"\xfe\xff\xff\xff", w.shape, v[::-1].tobytes()[:2], v[::5].tolist()))
    del w
    got.append((io.BytesIO(b"0123456789").readinto(m), v[:10].tobytes(), io.BytesIO(b"XY").readinto(v[10:]), v[9:13].hex()))
    struct.pack_into("<h", m, 14, -2)
    got.append((struct.unpack_from("<h", m, 14), m.peek(14), m.peek(15), bytearray(m)[:3], m == m, v == bytes(v)))
    read, write = os.pipe()
    os.write(write, v[:3])
    got.append((os.readv(read, [v[13:]]), v[12:].tobytes()))
    os.close(read), os.close(write)
    got.append((Memory.increment(m), v[0], Memory.increment(v[::1]), v[0]))
    try:
        m.resize(4)
    except BufferError as e:
        got.append((str(e), m.released()))
    v.release()
    m.resize(4)
    got.append((len(memoryview(m)), m.released()))
    return got


of_array = check("array")
print(of_array[0])  # => (7, 8, 97, b'\x07\x08ab', 16, False, True, -1)
print(of_array[1])  # => (-2, -2, True, (4,), b'\xff\x00', [7, 255, 0, 255])
print(of_array[2])  # => (10, b'0123456789', 2, '39585900')
print(of_array[3])  # => ((-2,), -2, -1, bytearray(b'012'), True, True)
print(of_array[4])  # => (3, b'\x00012')
print(of_array[5])  # => (16, 49, 16, 50)
print(of_array[6])  # => ('Existing exports of data: object cannot be re-sized', 5)
print(of_array[7])  # => (4, 5)
print(check("direct") == of_array, check("arena") == of_array)  # => True True

m = Memory("direct", 24)
grid = m.matrix(2, 3)
grid[1, 2] = 99
print(grid.shape, grid.strides, grid.tolist(), grid.format, m.peek(20), grid == m.matrix(2, 3))  # => (2, 3) (12, 4) [[0, 0, 0], [0, 0, 99]] i 99 True
with memoryview(m) as v:
    tell(v.release)  # => None
tell(len, v)  # => ValueError operation forbidden on released memoryview object

# read-only
r = Memory("readonly", 4)
v = memoryview(r)
print(v.readonly, bytes(v), hash(v) == hash(bytes(4)))  # => True b'\x00\x00\x00\x00' True
tell(v.__setitem__, 0, 1)  # => TypeError cannot modify read-only memory
tell(io.BytesIO(b"12").readinto, r)  # => TypeError readinto() argument must be read-write bytes-like object, not _testspi.Memory
tell(Memory.increment, r)  # => BufferError the memory is read-only
tell(Memory.increment, b"constant")  # => BufferError Object is not writable.

# a closed arena: an error of Python's, and nothing else
m = Memory("arena", 8)
v = memoryview(m)
part = v[2:]
v[0] = 1
m.close()
tell(lambda: v[0])  # => ValueError operation forbidden on closed memory
tell(lambda: part.tobytes())  # => ValueError operation forbidden on closed memory
tell(v.__setitem__, 0, 1)  # => ValueError operation forbidden on closed memory
tell(lambda: v == b"")  # => ValueError operation forbidden on closed memory
tell(lambda: io.BytesIO(b"12").readinto(v))  # => ValueError operation forbidden on closed memory
tell(lambda: Memory.increment(v))  # => ValueError operation forbidden on closed memory
tell(lambda: bytes(m))  # => ValueError operation forbidden on closed memory
tell(repr(v).startswith, "<memory at")  # => True
part.release()
v.release()
tell(lambda: v[0])  # => ValueError operation forbidden on released memoryview object

# memory of one thread
import threading

m = Memory("confined", 8)
v = memoryview(m)
thread = threading.Thread(target=tell, args=(lambda: v[0],))
thread.start()  # => ValueError operation forbidden on memory of another thread
thread.join()
print(v[0])  # => 0

# any object of Python's as ByteBuffer and MemorySegment
a = array.array("q", [1, 2, 39])
print(Memory.total(a), Memory.increment(a), a.tolist(), Memory.total(memoryview(a)[1:]))  # => 42 24 [72340172838076674, 72340172838076675, 72340172838076712] 144680345676153387
b = bytearray(b"abc")
print(Memory.increment(b), b, Memory.total(b"\1" + bytes(7)))  # => 3 bytearray(b'bcd') 1
tell(Memory.total, memoryview(a)[::2])  # => BufferError memoryview: underlying buffer is not C-contiguous
tell(Memory.total, "text")  # => TypeError a bytes-like object is required, not 'str'
tell(Memory.holding, b, b.clear)  # => BufferError Existing exports of data: object cannot be re-sized
tell(Memory.holding, a, lambda: a.append(1))  # => BufferError cannot resize an array that is exporting buffers
tell(Memory.holding, b, lambda: len(b))  # => 3
b.clear()
print(b)  # => bytearray(b'')


# a class in between, and another interpreter
class Wrapped:
    def __init__(self, memory):
        self.memory = memory

    def __buffer__(self, flags):
        return memoryview(self.memory)

    def __release_buffer__(self, view):
        print("released", view.nbytes)  # => released 8


m = Memory("direct", 8)
Memory.increment(Wrapped(m))
print(m.peek(0))  # => 1

import concurrent.interpreters as interpreters

own = interpreters.create()
own.prepare_main(v=memoryview(m))
own.exec("v[3] = 42; v[4:6] = b'hi'")
print(m.peek(3), bytes(memoryview(m)))  # => 42 b'\x01\x01\x01*hi\x01\x01'
own.close()
