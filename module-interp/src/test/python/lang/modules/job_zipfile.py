# zipfile: archives written and read, deflated and stored, in memory and on disk; damage is found; a program in a zip.
import io
import os
import subprocess
import sys
import tempfile
import zipfile
import zipimport

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    z.comment = b"made here"
    z.writestr("a.txt", "hello " * 1000)
    info = zipfile.ZipInfo("dir/b.bin", (2001, 2, 3, 4, 5, 6))
    info.external_attr = 0o644 << 16
    z.writestr(info, bytes(range(256)), zipfile.ZIP_STORED)
    with z.open("stream.txt", "w") as f:
        for i in range(1000):
            f.write(b"line %d\n" % i)
    z.mkdir("empty")
    z.writestr("naïve.txt", "é")
data = buffer.getvalue()
with zipfile.ZipFile(io.BytesIO(data)) as z:
    print(z.testzip(), z.namelist(), z.comment)  # => None ['a.txt', 'dir/b.bin', 'stream.txt', 'empty/', 'naïve.txt'] b'made here'
    print([(i.filename, i.file_size, i.compress_type, i.is_dir()) for i in z.infolist()])  # => [('a.txt', 6000, 8, False), ('dir/b.bin', 256, 0, False), ('stream.txt', 8890, 8, False), ('empty/', 0, 0, True), ('naïve.txt', 2, 8, False)]
    print(z.getinfo("a.txt").compress_size < 100, hex(z.getinfo("a.txt").CRC), z.getinfo("dir/b.bin").date_time)  # => True 0x400c37c1 (2001, 2, 3, 4, 5, 6)
    print(z.read("a.txt")[:12], z.read("dir/b.bin") == bytes(range(256)), z.read("naïve.txt").decode())  # => b'hello hello ' True é
    with z.open("stream.txt") as f:
        print(f.readline(), f.read(5), f.seek(-9, os.SEEK_END), f.read(), f.tell(), f.seekable())  # => b'line 0\n' b'line ' 8881 b'line 999\n' 8890 True
    with z.open("stream.txt") as f, io.TextIOWrapper(f, "ascii") as text:
        print(sum(int(line.split()[1]) for line in text))  # => 499500
    print(z.getinfo("dir/b.bin"))  # => <ZipInfo filename='dir/b.bin' filemode='?rw-r--r--' file_size=256>
    try:
        z.read("none")
    except KeyError as e:
        print(e)  # => "There is no item named 'none' in the archive"
    path = zipfile.Path(z)
    print(sorted(p.name for p in path.iterdir()), (path / "dir" / "b.bin").exists(), (path / "a.txt").read_text()[:5])  # => ['a.txt', 'dir', 'empty', 'naïve.txt', 'stream.txt'] True hello
print(zipfile.is_zipfile(io.BytesIO(data)), zipfile.is_zipfile(io.BytesIO(b"PK no")))  # => True False
try:
    zipfile.ZipFile(io.BytesIO(b"not a zip"))
except zipfile.BadZipFile as e:
    print(e)  # => File is not a zip file
at = data.index(bytes(range(256))) + 100
damaged = data[:at] + b"\0" + data[at + 1 :]
with zipfile.ZipFile(io.BytesIO(damaged)) as z:
    print(z.testzip())  # => dir/b.bin
    try:
        z.read("dir/b.bin")
    except zipfile.BadZipFile as e:
        print(e)  # => Bad CRC-32 for file 'dir/b.bin'
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "x.zip")
    with zipfile.ZipFile(name, "w") as z:
        z.writestr("one", "1")
    with zipfile.ZipFile(name, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr("pkg/__init__.py", "value = __file__[-19:]\n")
        z.writestr("__main__.py", "import pkg, sys; print('ran', pkg.value, sys.argv[1:])\n")
        z.writestr("../escape", "no")
    with zipfile.ZipFile(name) as z:
        z.extractall(os.path.join(folder, "out"))
        print(sorted(os.listdir(os.path.join(folder, "out"))), os.path.exists(os.path.join(folder, "escape")))  # => ['__main__.py', 'escape', 'one', 'pkg'] False
    print(repr(zipimport.zipimporter(name).get_source("pkg")))  # => 'value = __file__[-19:]\n'
    sys.path.insert(0, name)
    import pkg

    print(pkg.value, pkg.__loader__.is_package("pkg"))  # => zip/pkg/__init__.py True
    print(subprocess.run([sys.executable, name, "arg"], capture_output=True, text=True).stdout.strip())  # => ran zip/pkg/__init__.py ['arg']
