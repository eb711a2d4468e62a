# Text streams: encodings, line ends, positions, reconfiguration.
import io
import os
import tempfile

path = os.path.join(tempfile.gettempdir(), 'clutch-io-text-%d' % os.getpid())
with open(path, 'w', encoding='utf-8', newline='') as f:
    print(f.write('één\r\ntwo\rthree\n'), f.mode, f.encoding, f.line_buffering)  # => 15 w utf-8 False

with open(path, encoding='utf-8') as f:
    print(list(f), f.newlines)  # => ['één\n', 'two\n', 'three\n'] ('\r', '\n', '\r\n')
with open(path, encoding='utf-8', newline='') as f:
    print(list(f))  # => ['één\r\n', 'two\r', 'three\n']
with open(path, encoding='utf-8', newline='\r') as f:
    print(list(f))  # => ['één\r', '\ntwo\r', 'three\n']
with open(path, encoding='utf-8', newline='\r\n') as f:
    print(list(f))  # => ['één\r\n', 'two\rthree\n']

f = open(path, encoding='utf-8')
f.read(2)
cookie = f.tell()
rest = f.read()
f.seek(cookie)
print(cookie, f.read() == rest)  # => 4 True
f.seek(0)
next(f)
try:
    f.tell()
except OSError as e:
    print(e)  # => telling position disabled by next() call
f.close()
try:
    f.read()
except ValueError as e:
    print(e)  # => I/O operation on closed file.

# a decoder with state: the position is more than an offset
for encoding in ('utf-16', 'utf-8-sig', 'utf-7'):
    with open(path, 'w', encoding=encoding) as f:
        f.write('aé€\n' * 3)
    with open(path, encoding=encoding) as f:
        f.read(6)
        cookie = f.tell()
        rest = f.read()
        f.seek(cookie)
        assert f.read() == rest == '€\naé€\n', encoding
    with open(path, 'a', encoding=encoding) as f:
        f.write('z')
    with open(path, encoding=encoding) as f:
        assert f.read() == 'aé€\n' * 3 + 'z', encoding

raw = io.BytesIO(b'caf\xe9\n\xff')
t = io.TextIOWrapper(raw, encoding='ascii', errors='surrogateescape')
print(ascii(t.readline()), t.errors)  # => 'caf\udce9\n' surrogateescape
try:
    t.reconfigure(encoding='latin-1')
except io.UnsupportedOperation as e:
    print(e)  # => It is not possible to set the encoding or newline of stream after the first read
t = io.TextIOWrapper(io.BytesIO(), encoding='ascii', errors='backslashreplace', newline='\r\n', write_through=True)
t.write('é\n')
print(t.buffer.getvalue())  # => b'\\xe9\r\n'
t.reconfigure(encoding='utf-8', newline='\n')
t.write('é\n')
print(t.detach().getvalue())  # => b'\\xe9\r\n\xc3\xa9\n'
try:
    t.write('x')
except ValueError as e:
    print(e)  # => underlying buffer has been detached

d = io.IncrementalNewlineDecoder(None, translate=True)
print([d.decode('a\r'), d.getstate(), d.decode('\nb\r\n'), d.decode('\r', final=True)], d.newlines)  # => ['a', (b'', 1), '\nb\n', '\n'] ('\r', '\r\n')


class Shouting(io.TextIOWrapper):
    def write(self, s):
        return super().write(s.upper())


s = Shouting(io.BytesIO(), encoding='utf-8')
print('loud', file=s, flush=True)
print(s.buffer.getvalue(), repr(s))  # => b'LOUD\n' <_io.TextIOWrapper encoding='utf-8'>
os.remove(path)
