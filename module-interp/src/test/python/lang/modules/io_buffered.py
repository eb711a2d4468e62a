# Buffered streams over raw streams of Python code and over files.
import io
import os
import tempfile


class Raw(io.RawIOBase):
    def __init__(self, *chunks):
        self.chunks = list(chunks)
        self.written = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, b):
        if not self.chunks:
            return 0
        chunk = self.chunks.pop(0)
        if chunk is None:
            return None
        b[:len(chunk)] = chunk
        return len(chunk)

    def write(self, b):
        if self.chunks == ['full']:
            return None
        self.written.append(bytes(b))
        return len(b)


r = io.BufferedReader(Raw(b'abc', b'de\nf', b'', b'late'))
print(r.peek(), r.read(2), r.readline(), r.read1(9), r.read())  # => b'abc' b'ab' b'cde\n' b'f' b''
r = io.BufferedReader(Raw(b'ab', None, b'cd'))
print(r.read(), r.read(), r.read(1), r.read())  # => b'ab' b'cd' b'' b''
b = bytearray(5)
r = io.BufferedReader(Raw(b'ab', b'cd', b'efgh'))
print(r.readinto(b), b, r.readinto1(b), b)  # => 5 bytearray(b'fghde') 3 bytearray(b'fghde')

w = io.BufferedWriter(Raw(), 4)
w.write(b'ab')
w.write(b'cde')
w.write(b'0123456789')
w.flush()
print(w.raw.written)  # => [b'ab', b'cde', b'0123456789']
w = io.BufferedWriter(Raw('full'), 4)
w.write(b'abc')
try:
    w.write(b'defgh')
except BlockingIOError as e:
    print(e, e.characters_written)  # => [Errno 0] write could not complete without blocking 1
w.raw.chunks = []
w.close()
print(w.raw.written, w.closed)  # => [b'abcd'] True

p = io.BufferedRWPair(Raw(b'in'), Raw())
p.write(b'out')
print(p.read(), p.readable(), p.writable(), p.closed)  # => b'in' True True False

path = os.path.join(tempfile.gettempdir(), 'clutch-io-buffered-%d' % os.getpid())
with open(path, 'w+b') as f:
    f.write(b'0123456789')
    f.seek(2)
    print(f.read(2), f.write(b'XY'), f.tell(), f.read(1), f.seek(-1, 2), f.read())  # => b'23' 2 6 b'6' 9 b'9'
    f.seek(0)
    print(f.read(), f.truncate(3), f.raw.tell())  # => b'0123XY6789' 3 10
print(repr(f).replace(path, ''), f.raw)  # => <_io.BufferedRandom name=''> <_io.FileIO [closed]>
with open(path, 'rb', buffering=0) as f:
    print(repr(f).replace(path, ''), f.read(2), f.readall(), f.seekable())  # => <_io.FileIO name='' mode='rb' closefd=True> b'01' b'2' True
for mode in ('rw', 'rbt', 'x', 'q'):
    try:
        open(path, mode)
    except (ValueError, FileExistsError) as e:
        assert str(e).startswith(('must have', "can't have", '[Errno 17]', 'invalid mode')), e
try:
    io.BufferedReader.__new__(io.BufferedReader).read()
except ValueError as e:
    print(e)  # => I/O operation on uninitialized object
try:
    io.BufferedReader(io.RawIOBase())
except io.UnsupportedOperation as e:
    print(e, isinstance(e, OSError), isinstance(e, ValueError))  # => File or stream is not readable. True True
os.remove(path)
