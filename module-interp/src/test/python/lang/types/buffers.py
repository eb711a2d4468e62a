"""The buffer protocol, bytearray and memoryview."""


def error(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


# a bytearray can't be resized while it is looked at
data = bytearray(b'hello')
view = memoryview(data)
view[0] = 72
print(data, error(data.append, 33))  # => bytearray(b'Hello') BufferError: Existing exports of data: object cannot be re-sized
data[1:3] = b'EL'
print(view.tobytes(), view[1:4].tolist(), error(data.__setitem__, slice(0, 1), b''))  # => b'HELlo' [69, 76, 108] BufferError: Existing exports of data: object cannot be re-sized
part = view[1:]
view.release()
print(error(data.clear), error(view.tobytes))  # => BufferError: Existing exports of data: object cannot be re-sized ValueError: operation forbidden on released memoryview object
part.release()
del data[:2]
data += memoryview(b'!!')
data *= 2
print(data, data.find(b'o!'), data.pop(), len(data))  # => bytearray(b'Llo!!Llo!') 2 33 9


def abandoned():
    return bytes(memoryview(data)[2:4])


print(abandoned(), error(data.append, 46), data)  # => b'o!' None bytearray(b'Llo!!Llo!.')
data[::2] = bytes(len(data[::2]))
print(data, error(data.__setitem__, slice(None, None, 2), b'abc'))  # => bytearray(b'\x00l\x00!\x00L\x00o\x00.') ValueError: attempt to assign bytes of size 3 to extended slice of size 5
print(error(data.insert, 0, 256), error(data.remove, 1), error(data.extend, 'x'))  # => ValueError: byte must be in range(0, 256) ValueError: value not found in bytearray TypeError: 'str' object cannot be interpreted as an integer

# layouts
grid = memoryview(bytes(range(12))).cast('B', (3, 4))
print(grid.tolist(), grid.strides, grid[2, 3], grid[::-1].tolist()[0])  # => [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]] (4, 1) 11 [8, 9, 10, 11]
print(grid.tobytes('F'), error(grid.__getitem__, 0), error(grid.__getitem__, (3, 0)))  # => b'\x00\x04\x08\x01\x05\t\x02\x06\n\x03\x07\x0b' NotImplementedError: multi-dimensional sub-views are not implemented IndexError: index out of bounds on dimension 1
numbers = memoryview(bytearray(8)).cast('h')
numbers[1] = -2
print(numbers.tolist(), numbers.obj, numbers.nbytes, error(numbers.__setitem__, 0, 40000))  # => [0, -2, 0, 0] bytearray(b'\x00\x00\xfe\xff\x00\x00\x00\x00') 8 ValueError: memoryview: invalid value for format 'h'
print(numbers[::-1].tolist(), numbers[::2].contiguous, error(numbers[::2].cast, 'B'))  # => [0, 0, -2, 0] False TypeError: memoryview: casts are restricted to C-contiguous views
numbers[::2] = memoryview(b'\1\0\2\0').cast('h')
print(numbers.tolist(), error(numbers.__setitem__, slice(0, 2), b'abcd'))  # => [1, -2, 2, 0] ValueError: memoryview assignment: lvalue and rvalue have different structures
halves = memoryview(bytearray(4)).cast('e')
halves[0] = 1.1
halves[1] = 2 ** -25 * 1.0000001
print(halves.tolist(), error(halves.__setitem__, 0, 65520))  # => [1.099609375, 5.960464477539063e-08] ValueError: memoryview: invalid value for format 'e'

# equality is by value, the hash that of the bytes
print(memoryview(b'\1\0\2\0').cast('h') == memoryview(b'\1\2'), hash(memoryview(b'xyz')) == hash(b'xyz'))  # => True True
print(memoryview(b'ab') == b'ab', memoryview(b'ab') == bytearray(b'ab'), memoryview(b'ab') == 'ab')  # => True True False
print(error(hash, memoryview(data)), error(hash, memoryview(b'abcd').cast('i')))  # => ValueError: cannot hash writable memoryview object ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'


# PEP 688
class Exporter:
    def __init__(self):
        self.memory = bytearray(b'shared')
        self.log = []

    def __buffer__(self, flags):
        self.log.append('get')
        return memoryview(self.memory)

    def __release_buffer__(self, view):
        self.log.append('release')
        view.release()


exporter = Exporter()
with memoryview(exporter) as shown:
    shown[0] = 83
    print(shown.obj is exporter, bytes(shown), exporter.log)  # => False b'Shared' ['get']
print(exporter.log, b'<' + exporter + b'>', exporter.log)  # => ['get', 'release', 'get', 'release'] b'<Shared>' ['get', 'release', 'get', 'release']


class Counting(bytearray):
    opened = 0

    def __buffer__(self, flags):
        self.opened += 1
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        self.opened -= 1
        super().__release_buffer__(view)


counting = Counting(b'abc')
with memoryview(counting) as shown:
    print(counting.opened, shown.tolist())  # => 1 [97, 98, 99]
print(counting.opened, error(counting.append, 100), counting)  # => 0 None Counting(b'abcd')
print(error(b'a'.join, [b'b', 1]), error(memoryview, 'a'), error(int, memoryview(b'0x1')))  # => TypeError: sequence item 1: expected a bytes-like object, int found TypeError: memoryview: a bytes-like object is required, not 'str' ValueError: invalid literal for int() with base 10: b'0x1'
print(b'abc'.startswith(memoryview(b'ab')), b'a,b'.split(bytearray(b',')), float(bytearray(b'1.5')))  # => True [b'a', b'b'] 1.5
