# Streams in memory.
import copy
import io
import pickle

b = io.BytesIO(b'one\ntwo\nthree')
print(b.readline(), b.readlines(), b.read(), b.tell())  # => b'one\n' [b'two\n', b'three'] b'' 13
b.seek(20)
b.write(b'!')
print(b.getvalue(), b.truncate(3), b.getvalue())  # => b'one\ntwo\nthree\x00\x00\x00\x00\x00\x00\x00!' 3 b'one'
v = b.getbuffer()
v[:1] = b'O'
try:
    b.write(b'more')
except BufferError as e:
    print(e, b.getvalue())  # => Existing exports of data: object cannot be re-sized b'One'
v.release()
b.attribute = 1
c = pickle.loads(pickle.dumps(io.BytesIO(b'xy')))
print(c.getvalue(), copy.copy(c).read(1), b.__dict__)  # => b'xy' b'x' {'attribute': 1}
b.close()
try:
    b.getvalue()
except ValueError as e:
    print(e)  # => I/O operation on closed file.

s = io.StringIO('a\r\nb\rc\n', newline=None)
print(repr(s.getvalue()), list(s), s.newlines)  # => 'a\nb\nc\n' ['a\n', 'b\n', 'c\n'] ('\r', '\n', '\r\n')
s = io.StringIO(newline='\r\n')
print(s.write('a\nb\U0001F600'), ascii(s.getvalue()), s.seek(1), ascii(s.read(3)))  # => 4 'a\r\nb\U0001f600' 1 '\r\nb'
s.seek(0, 2)
s.seek(8)
s.write('end')
print(ascii(s.getvalue()), s.tell())  # => 'a\r\nb\U0001f600\x00\x00\x00end' 11
try:
    s.seek(1, 1)
except OSError as e:
    print(e)  # => Can't do nonzero cur-relative seeks
s = io.StringIO('wide \U0001F600 text')
s.seek(5)
s.write('x')
print(s.getvalue(), pickle.loads(pickle.dumps(s)).read())  # => wide x text  text
