"""Runs the cases of command_line/*.txt.

    record_command_line.py record PYTHON [NAME...]    writes what PYTHON does into the files
    record_command_line.py compare PROGRAM [NAME...]  shows where PROGRAM does something else

CommandLineTest reads the same files.
"""
import concurrent.futures
import difflib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

FOLDER = pathlib.Path(__file__).parent / "command_line"


class Case:
    def __init__(self, name):
        self.name = name
        self.command = ""
        self.parts = {}


def read(path):
    cases = []
    part = None
    for line in path.read_text().splitlines(keepends=True):
        if line.startswith("=== "):
            cases.append(Case(line[4:].strip()))
            part = None
        elif line.startswith("--- "):
            part = line[4:].strip()
            cases[-1].parts[part] = ""
        elif line.startswith("$ ") and part is None:
            cases[-1].command += line[2:]
        elif part is not None:
            cases[-1].parts[part] += line
    return cases


def write(path, cases):
    out = []
    for case in cases:
        out.append(f"=== {case.name}\n")
        out += ["$ " + line for line in case.command.splitlines(keepends=True)]
        for part, text in case.parts.items():
            out.append(f"--- {part}\n{text}")
    path.write_text("".join(out))


def normal(data, program, folder):
    text = data.decode("utf-8", "replace").replace(folder, "{dir}")
    text = text.replace(program, "{program}")
    text = re.sub(r'  File "(?:[^"\n]*/(?:python3\.\d+|Lib)/[^"\n]*|<frozen [^"\n]*)", line .*\n(?:    .*\n)*', "", text)
    text = re.sub(r"^clutch: ", "{program}: ", text, flags=re.M)
    text = re.sub(r"^(usage: |Try `)\S+", r"\1{program}", text, flags=re.M)
    text = re.sub(r" at 0x[0-9a-fA-F]+", " at 0x...", text)
    text = re.sub(r"hash_randomization=.", "hash_randomization=?", text)
    text = re.sub(r"Thread-\d+", "Thread-N", text)
    text = re.sub(r"Python 3\.12\.\S*.*", "Python 3.12", text)
    if text and not text.endswith("\n"):
        text += "{no newline}\n"
    return text


def ends(text):
    """The place in a traceback at which a signal hits is chance."""
    lines = text.splitlines(keepends=True)
    return lines[0] + lines[-1] if lines else ""


def run(case, program):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for part, text in case.parts.items():
            kind, _, name = part.partition(" ")
            if kind == "file":
                target = pathlib.Path(folder, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text)
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": folder, "PY": program}
        given = case.parts.get("stdin", "").encode()
        with open(pathlib.Path(folder, ".err"), "w+b") as err, open(pathlib.Path(folder, ".out"), "w+b") as out:
            process = subprocess.Popen(["sh", "-c", case.command], cwd=folder, env=environment,
                                       stdin=subprocess.PIPE, stdout=out, stderr=err, start_new_session=True)
            if given or "interrupt" not in case.parts:
                try:
                    process.stdin.write(given)
                    process.stdin.close()
                except BrokenPipeError:
                    pass
            ended = time.monotonic() + 110
            if "interrupt" in case.parts:
                while process.poll() is None and time.monotonic() < ended:
                    if b"ready\n" in pathlib.Path(folder, ".out").read_bytes():
                        time.sleep(0.3)
                        process.send_signal(signal.SIGINT)
                        break
                    time.sleep(0.02)
            try:
                status = str(process.wait(max(1, ended - time.monotonic())))
            except subprocess.TimeoutExpired:
                status = "hangs"
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            if not process.stdin.closed:
                process.stdin.close()
        if status.startswith("-"):
            status = str(128 + int(status[1:]))
        if "interrupt" in case.parts:
            return {
                "status": status + "\n",
                "stdout": normal(pathlib.Path(folder, ".out").read_bytes(), program, folder),
                "stderr": ends(normal(pathlib.Path(folder, ".err").read_bytes(), program, folder)),
            }
        return {
            "status": status + "\n",
            "stdout": normal(pathlib.Path(folder, ".out").read_bytes(), program, folder),
            "stderr": normal(pathlib.Path(folder, ".err").read_bytes(), program, folder),
        }


def main(mode, program, *names):
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path in sorted(FOLDER.glob("*.txt")):
            cases = read(path)
            chosen = [c for c in cases if not names or any(n in path.stem or n in c.name for n in names)]
            for case, result in zip(chosen, pool.map(lambda c: run(c, program), chosen)):
                if mode == "record":
                    if result["status"] == "hangs\n":
                        print(case.name, "hangs: write down by hand what is right")
                        continue
                    for part in result:
                        case.parts.pop(part, None)
                    case.parts.update(result)
                    continue
                for part, text in result.items():
                    expected = case.parts.get(part, "")
                    if text != expected:
                        wrong += 1
                        print(f"##### {case.name}: {part}", flush=True)
                        diff = difflib.unified_diff(expected.splitlines(), text.splitlines(), "expected", "is", lineterm="")
                        print("\n".join(list(diff)[:40]), flush=True)
            if mode == "record":
                write(path, cases)
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
