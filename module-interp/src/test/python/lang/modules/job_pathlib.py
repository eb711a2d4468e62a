# pathlib: pure paths, and a tree of files that is made, walked, changed and removed.
import os
import pathlib
import pickle
import tempfile

P = pathlib.PurePosixPath
print(P("/a") / "b" / "../c.tar.gz", P("a//b/./c"), P("/"), P(""), repr(P("x")))  # => /a/b/../c.tar.gz a/b/c / . PurePosixPath('x')
p = P("/usr/lib/python3.12/os.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor)  # => os.tar.gz os.tar .gz ['.tar', '.gz'] /usr/lib/python3.12 ('/', 'usr', 'lib', 'python3.12', 'os.tar.gz') / /
print(p.with_suffix(".py"), p.with_name("x"), p.with_stem("y"), list(map(str, p.parents)))  # => /usr/lib/python3.12/os.tar.py /usr/lib/python3.12/x /usr/lib/python3.12/y.gz ['/usr/lib/python3.12', '/usr/lib', '/usr', '/']
print(p.relative_to("/usr"), p.relative_to("/usr/bin", walk_up=True), p.is_relative_to("/etc"), p.match("*/os.*"))  # => lib/python3.12/os.tar.gz ../lib/python3.12/os.tar.gz False True
try:
    p.relative_to("/etc")
except ValueError as e:
    print(e)  # => '/usr/lib/python3.12/os.tar.gz' is not in the subpath of '/etc'
W = pathlib.PureWindowsPath
print(W("C:\\a", "d:b"), W("c:/A/b") == W("C:\\a\\B"), W("//host/share/x").drive, W("a/b").as_posix(), W("c:/x y").as_uri())  # => d:b True \\host\share a/b file:///c:/x%20y
print(sorted([P("b"), P("a/c"), P("a")]), P("a") < P("b"), hash(P("a")) == hash(P("a")), P("a") == W("a"))  # => [PurePosixPath('a'), PurePosixPath('a/c'), PurePosixPath('b')] True True False
print(pickle.loads(pickle.dumps(p)) == p, os.fspath(p), bytes(P("é")), P("/a b/ü").as_uri())  # => True /usr/lib/python3.12/os.tar.gz b'\xc3\xa9' file:///a%20b/%C3%BC
with tempfile.TemporaryDirectory() as name:
    root = pathlib.Path(name).resolve()
    (root / "src" / "deep").mkdir(parents=True)
    print((root / "src" / "a.py").write_text("one\ntwo\n"), (root / "src" / "deep" / "b.py").write_bytes(b"\xff"))  # => 8 1
    (root / "src" / "link").symlink_to("a.py")
    (root / "src" / "hard").hardlink_to(root / "src" / "a.py")
    (root / "src" / "c.txt").touch()
    print(sorted(str(f.relative_to(root)) for f in root.rglob("*.py")))  # => ['src/a.py', 'src/deep/b.py']
    print(sorted(f.name for f in (root / "src").glob("[!d]*")), sorted(str(f.relative_to(root)) for f in root.glob("**/")))  # => ['a.py', 'c.txt', 'hard', 'link'] ['.', 'src', 'src/deep']
    print(sorted(f.name for f in (root / "src").iterdir() if f.is_file()))  # => ['a.py', 'c.txt', 'hard', 'link']
    print([(str(d.relative_to(root)), sorted(ds), sorted(fs)) for d, ds, fs in root.walk()])  # => [('.', ['src'], []), ('src', ['deep'], ['a.py', 'c.txt', 'hard', 'link']), ('src/deep', [], ['b.py'])]
    a = root / "src" / "a.py"
    print(a.read_text().splitlines(), a.stat().st_size, a.samefile(root / "src" / "hard"), (root / "src" / "link").readlink())  # => ['one', 'two'] 8 True a.py
    print((root / "src" / "link").resolve() == a, (root / "src" / "link").is_symlink(), (root / "no").exists(), root.is_dir())  # => True True False True
    a.chmod(0o640)
    print(oct(a.stat().st_mode), a.owner() == (root).owner(), a.lstat().st_nlink)  # => 0o100640 True 2
    b = a.rename(root / "moved.py")
    print(b.name, a.exists(), b.replace(root / "again.py").name)  # => moved.py False again.py
    with (root / "again.py").open("a") as f:
        f.write("three")
    print((root / "again.py").read_bytes())  # => b'one\ntwo\nthree'
    for call in (lambda: (root / "src").rmdir(), lambda: (root / "none").unlink(), lambda: (root / "src").mkdir(), lambda: (root / "none").read_text()):
        try:
            call()
            print("no error")
        except OSError as e: failure = type(e).__name__, e.strerror, pathlib.Path(e.filename).name
        print(failure) if failure[0] == "OSError" else None  # => ('OSError', 'Directory not empty', 'src')
    (root / "none").unlink(missing_ok=True)
    (root / "src").mkdir(exist_ok=True)
    print(failure)  # => ('FileNotFoundError', 'No such file or directory', 'none')
print(root.exists(), pathlib.Path.cwd() == pathlib.Path(os.getcwd()), pathlib.Path("~").expanduser() == pathlib.Path.home())  # => False True True
print(pathlib.Path("a/../b").absolute() == pathlib.Path.cwd() / "a/../b", type(pathlib.Path("x")).__name__)  # => True PosixPath
