import posix

base = f"/tmp/clutch-posix-{posix.getpid()}"
posix.mkdir(base)
posix.chdir(base)
print(posix.getcwd() == base)  # => True
fd = posix.open("a", posix.O_RDWR | posix.O_CREAT, 0o640)
print(posix.write(fd, b"hello world"))  # => 11
print(posix.lseek(fd, 6, 0), posix.read(fd, 100))  # => 6 b'world'
print(posix.pread(fd, 5, 0), posix.get_inheritable(fd))  # => b'hello' False
status = posix.fstat(fd)
print(oct(status.st_mode), status.st_size, status[6], len(status), status.st_blocks > 0)  # => 0o100640 11 11 10 True
print(posix.stat("a") == status, type(status).__match_args__)  # => True ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')
posix.close(fd)
try:
    posix.read(fd, 1)
except OSError as e:
    print(e)  # => [Errno 9] Bad file descriptor
posix.symlink("a", b"link\xff")
print(sorted(posix.listdir()), sorted(posix.listdir(b".")))  # => ['a', 'link\udcff'] [b'a', b'link\xff']
print(posix.readlink("link\udcff"), posix.lstat(b"link\xff").st_size)  # => a 1
entries = sorted(posix.scandir("."), key=lambda e: e.name)
print([(e.name, e.path, e.is_file(), e.is_file(follow_symlinks=False), e.is_symlink()) for e in entries])  # => [('a', './a', True, True, False), ('link\udcff', './link\udcff', True, False, True)]
posix.utime("a", ns=(1_500_000_000_123_456_789, -1))
print(posix.stat("a").st_atime_ns, posix.stat("a").st_mtime_ns, posix.stat("a").st_mtime)  # => 1500000000123456789 -1 -9.999999717180685e-10
posix.rename("a", "b")
try:
    posix.stat("a")
except OSError as e:
    print(e)  # => [Errno 2] No such file or directory: 'a'
try:
    posix.rename(b"x", b"y")
except OSError as e:
    print(e)  # => [Errno 2] No such file or directory: b'x' -> b'y'
try:
    posix.open("n\0", 0)
except ValueError as e:
    print(e)  # => embedded null byte
posix.unlink("b")
posix.unlink("link\udcff")
posix.chdir("/")
posix.rmdir(base)
print(posix.access(base, 0), posix.stat_result(range(10)).st_ctime)  # => False 9
