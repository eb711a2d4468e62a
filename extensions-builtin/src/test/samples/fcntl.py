import fcntl, os

reader, writer = os.pipe()
assert fcntl.fcntl(reader, fcntl.F_GETFD) & fcntl.FD_CLOEXEC
os.close(reader)
os.close(writer)
