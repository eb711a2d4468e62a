# tempfile: files with and without names, spooled files, folders, and what is removed when.
import os
import stat
import tempfile

base = tempfile.TemporaryDirectory(prefix="job", suffix="x")
print(os.path.basename(base.name)[:3], base.name[-1], oct(stat.S_IMODE(os.stat(base.name).st_mode)))  # => job x 0o700
tempfile.tempdir = base.name
print(tempfile.gettempdir() == base.name, tempfile.gettempdirb() == os.fsencode(base.name), tempfile.gettempprefix())  # => True True tmp
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=True) as f:
    f.write("héllo")
    f.flush()
    print(f.name.endswith(".txt"), os.path.getsize(f.name), f.seek(0), f.read(), f.mode)  # => True 6 0 héllo w+
    name = f.name
print(os.path.exists(name), f.closed)  # => False True
with tempfile.NamedTemporaryFile(delete_on_close=False) as f:
    f.write(b"x")
    f.close()
    print(open(f.name, "rb").read())  # => b'x'
print(os.path.exists(f.name))  # => False
with tempfile.TemporaryFile() as f:
    print(isinstance(f.name, int), f.write(b"abc"), f.seek(1), f.read(), os.listdir(base.name))  # => True 3 1 b'bc' []
spooled = tempfile.SpooledTemporaryFile(max_size=5, mode="w+", encoding="utf-8")
spooled.write("1234")
print(spooled._rolled, spooled.name)  # => False None
spooled.write("567")
print(spooled._rolled, spooled.seek(0), spooled.read(), spooled.readable())  # => True 0 1234567 True
spooled.close()
fd, path = tempfile.mkstemp(dir=base.name, prefix="p-", text=True)
print(oct(stat.S_IMODE(os.fstat(fd).st_mode)), os.path.basename(path)[:2], os.get_inheritable(fd))  # => 0o600 p- False
os.close(fd)
folder = tempfile.mkdtemp(dir=os.fsencode(base.name))
print(type(folder).__name__, os.listdir(folder))  # => bytes []
print(len({tempfile.mktemp() for _ in range(50)}))  # => 50
with tempfile.TemporaryDirectory() as inner:
    os.makedirs(os.path.join(inner, "a", "b"))
    open(os.path.join(inner, "a", "f"), "w").close()
    os.chmod(os.path.join(inner, "a", "f"), 0)
print(os.path.exists(inner))  # => False
with tempfile.TemporaryDirectory(delete=False) as kept:
    pass
print(os.path.isdir(kept))  # => True
try:
    tempfile.mkstemp(dir=os.path.join(base.name, "none"))
except FileNotFoundError as e:
    print(e.errno, e.strerror)  # => 2 No such file or directory
base.cleanup()
print(os.path.exists(base.name), repr(base)[:20])  # => False <TemporaryDirectory 
