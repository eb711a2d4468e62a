"""Compares trees and code objects with CPython's, over every file of its library.

    python3 compare.py [options] [FILE...]      executed by the CPython whose library is taken

For each file: the text of its tree with all positions; where CPython refuses it, type, message and position of the refusal; for each of its code objects the
variables, names, flags, first line and qualified name. Both sides run describe.py. The exit status is 1 when there are differences.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import queue
import select
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
SHOWN = 160


class Describer:
    """A child process that describes files; it's started again after a file that it didn't survive."""

    def __init__(self, command, patience):
        self.command = [*command, str(HERE / "describe.py")]
        self.patience = patience
        self.process = None

    def ask(self, path, wanted=False):
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ, PYTHONHASHSEED="0"),
                                            start_new_session=True)
        self.process.stdin.write(json.dumps([path, wanted]).encode() + b"\n")
        self.process.stdin.flush()
        ready, _, _ = select.select([self.process.stdout], [], [], self.patience)
        line = self.process.stdout.readline() if ready else b""
        if line:
            return json.loads(line)
        if not ready:
            os.killpg(self.process.pid, 9)
        self.close()
        lost = ["lost", "process ended" if ready else f"no answer in {self.patience:.0f} s"]
        return lost, lost, 0

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.stdout.close()
            self.process.wait()
            self.process = None


def files_of(library):
    for folder, folders, files in os.walk(library):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "__pycache__"))
        for name in sorted(files):
            if name.endswith((".py", ".pyw")):
                yield os.path.join(folder, name)


def difference(expected, got):
    """The first line that differs, cut to where it does."""
    if expected[0] != "ok" or got[0] != "ok":
        return [f"expected {expected[0]} {expected[1][:SHOWN]}", f"got      {got[0]} {got[1][:SHOWN]}"]
    a, b = expected[1].split("\n"), got[1].split("\n")
    a.append("(end)")
    b.append("(end)")
    line, other = next((x, y) for x, y in zip(a, b) if x != y)
    at = max(0, next((i for i, (x, y) in enumerate(zip(line, other)) if x != y), min(len(line), len(other))) - SHOWN // 2)
    head = line[:60] + " ... " if at > 60 else line[:at]
    return [f"expected {head}{line[at:at + SHOWN]}", f"got      {head}{other[at:at + SHOWN]}"]


def main():
    parser = argparse.ArgumentParser(usage="compare.py [options] [FILE...]")
    parser.add_argument("--interpreter", default=str(HERE.parent.parent / "bin" / "clutch"), help="command that runs Python")
    parser.add_argument("--patience", type=float, default=120, help="seconds for one file")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    library = os.path.dirname(os.__file__)
    files = options.files or list(files_of(library))
    pairs = queue.SimpleQueue()
    for _ in range(options.jobs):
        pairs.put((Describer([sys.executable], options.patience), Describer(shlex.split(options.interpreter), options.patience)))

    def both(path):
        pair = pairs.get()
        oracle, ours = pair
        try:
            expected, got = oracle.ask(path), ours.ask(path)
            different = [kind for kind in (0, 1) if expected[kind] != got[kind]]
            if any(expected[kind][0] == got[kind][0] == "ok" for kind in different):
                expected, got = oracle.ask(path, True), ours.ask(path, True)
            return expected, [("tree", "code")[kind] + "\n    " + "\n    ".join(difference(expected[kind], got[kind])) for kind in different]
        finally:
            pairs.put(pair)

    refused = codes = unequal = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for path, (expected, differences) in zip(files, pool.map(both, files)):
            refused += expected[1][0] == "refused"
            codes += expected[2]
            unequal += bool(differences)
            for text in differences:
                print(f"{os.path.relpath(path, library)}: {text}", flush=True)
    while not pairs.empty():
        for describer in pairs.get():
            describer.close()
    print(f"{len(files)} files, {refused} refused by CPython, {codes} code objects: {unequal} files differ")
    return 1 if unequal or not files else 0


if __name__ == "__main__":
    sys.exit(main())
