import posix

assert posix.fspath('a') == 'a'
assert posix.stat('.').st_nlink > 0
reader, writer = posix.pipe()
posix.write(writer, b'x')
assert posix.read(reader, 5) == b'x'
posix.close(reader)
posix.close(writer)


def endless():
    one, two = posix.pipe()
    posix.read(one, 1)
