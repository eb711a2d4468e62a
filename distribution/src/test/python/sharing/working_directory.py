# the working directory, by every way a relative name takes: files, folders, links, sockets, processes, imports, tracebacks
import io
import linecache
import os
import shutil
import socket
import subprocess
import sys
import tempfile

places = []
for word in ("before", "after"):
    place = os.path.realpath(tempfile.mkdtemp())
    places.append(place)
    os.mkdir(place + "/folder")
    with open(place + "/name", "w") as f:
        f.write(word)
    with open(place + "/made_here.py", "w") as f:
        f.write(f"def fail():\n    raise ValueError  # {word}\n")
    os.symlink(word, place + "/link")
os.chdir(places[0])
sys.path.insert(0, "")
sys.dont_write_bytecode = True


def change():
    os.chdir(places[1])


def read(path):
    with open(path) as f:
        return f.read()


def descriptor():
    fd = os.open(".", os.O_RDONLY)
    try:
        return os.fstat(fd).st_ino
    finally:
        os.close(fd)


def process(arguments, **keywords):
    return subprocess.run(arguments, stdout=subprocess.PIPE, text=True, **keywords).stdout.strip()


def imported():
    sys.modules.pop("made_here", None)
    import made_here

    return made_here.__file__


def lines():
    """A line of a program that was compiled under a relative name, as the library and as the printer of uncaught exceptions find it."""
    linecache.clearcache()
    saved, sys.stderr = sys.stderr, io.StringIO()
    try:
        exec(compile("\nraise ValueError", "made_here.py", "exec"), {})
    except ValueError:
        sys.__excepthook__(*sys.exc_info())
    finally:
        shown, sys.stderr = sys.stderr.getvalue(), saved
    return linecache.getline("made_here.py", 2), [line for line in shown.split("\n") if "#" in line]


def bound():
    """Where a socket is that was bound by a relative name, and who is reached by that name."""
    try:
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            server.bind("socket")
            server.listen(1)
            client.connect("socket")
            server.accept()[0].close()
        return [p for p in places if os.path.exists(p + "/socket")]
    finally:
        os.unlink("socket")


def made():
    """The folder in which each way of making something by a relative name makes it."""
    found = []
    for make in (
        lambda: os.mkdir("new"),
        lambda: os.symlink("name", "new"),
        lambda: os.link("name", "new"),
        lambda: os.mkfifo("new"),
        lambda: os.rename("name", "new"),
        lambda: os.close(os.open("new", os.O_CREAT | os.O_WRONLY)),
    ):
        make()
        found.append([p for p in places if os.path.lexists(p + "/new")])
        if not os.path.lexists("name"):
            os.rename("new", "name")
        else:
            os.rmdir("new") if os.path.isdir("new") and not os.path.islink("new") else os.unlink("new")
    return found


def state():
    return (
        os.getcwd(),
        os.getcwdb(),
        os.path.abspath("x"),
        os.path.realpath("link"),
        read("name"),
        os.readlink("link"),
        os.stat("name").st_ino,
        os.lstat("link").st_ino,
        os.stat("folder").st_ino,
        next(os.scandir(".")).inode() and sorted(e.inode() for e in os.scandir(".")),
        [os.path.samefile(p, ".") for p in places],
        [os.path.samefile(p, os.curdir) for p in places],
        descriptor(),
        process(["cat", "name"]),
        process(["pwd"]),
        process(["pwd"], cwd="folder"),
        process(["sh", "-c", "cat name"]),
        os.popen("pwd").read(),
        imported(),
        *lines(),
        bound(),
        made(),
    )


def finish():
    for p in places:
        shutil.rmtree(p)
