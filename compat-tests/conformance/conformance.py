"""Compares an interpreter with CPython over CPython's own tests, id by id.

    python3 conformance.py [options] [TEST...]      executed by the CPython whose Lib/test is taken

A ledger holds, for each test module, the ids that pass and what becomes of the others. `--write` makes it anew, otherwise a passing id of the ledger that doesn't pass
is an error. An exclusion is a line `exclude ID<tab>reason` that `--write` keeps.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
# CPython 3.12's tests, and of later releases those of what is taken from there
RELEASE = "" if sys.version_info[:2] == (3, 12) else "-%d.%d" % sys.version_info[:2]
LEDGER = HERE / ("ledger" + RELEASE)
LIST = HERE / f"tests{RELEASE}.txt"
FOLDERS = re.compile(r"(?<![\w.])/(?:[^\s'\"/|]+/)+")
TABLE = "| tests | pass | of | share | excluded |"


def run(command, folder, module, silence):
    """Returns {id: (outcome, detail)}; a process that reports nothing for `silence` seconds is killed and its test counted as a hang."""
    outcomes = {}
    with tempfile.TemporaryDirectory() as work:
        report = pathlib.Path(work, "report")
        skip = pathlib.Path(work, "skip")
        for attempt in range(12):
            skip.write_text("\n".join(outcomes), encoding="utf-8")
            report.write_text("")
            log = open(pathlib.Path(work, "log"), "wb")
            env = dict(os.environ, PYTHONHASHSEED="0", TMPDIR=work)
            env.setdefault("CLUTCH_MODULE_PATH", str(HERE.parent / "support" / "target" / "classes"))
            if RELEASE:
                # interpreters that the tests make shall find the package `test` as well
                env["PYTHONPATH"] = str(folder)
            p = subprocess.Popen(
                [*command, str(HERE / "run_file.py"), str(folder), module, str(report), str(skip)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=work, env=env, start_new_session=True)
            size, since = -1, time.monotonic()
            while p.poll() is None:
                time.sleep(0.05)
                now = report.stat().st_size
                if now != size:
                    size, since = now, time.monotonic()
                elif time.monotonic() - since > silence:
                    os.killpg(p.pid, 9)
                    p.wait()
                    break
            running, ended, broken = None, False, False
            for line in report.read_text(encoding="utf-8", errors="replace").splitlines():
                outcome, _, rest = line.partition(" ")
                name, _, detail = rest.partition("\t")
                if outcome == "start":
                    running = name
                elif outcome == "end":
                    ended = True
                elif outcome:
                    broken |= outcome == "broken"
                    if outcome != "pass" or outcomes.get(name, ("pass",))[0] == "pass":
                        outcomes[name] = (outcome, detail)
                    if running == name:
                        running = None
            if ended or broken:
                return outcomes
            if running is None:
                tail = pathlib.Path(work, "log").read_bytes()[-300:].decode("utf-8", "replace")
                outcomes[module] = ("broken", tail.strip().replace("\n", " | "))
                return outcomes
            outcomes[running] = ("hang" if p.returncode == -9 else "crash", f"status {p.returncode}")
    return outcomes


def installed(command, folder):
    """Returns a command for an installation of its own that has the folder among its packages: as in CPython, isolated children find `test` too."""
    home = pathlib.Path(folder, "installed")
    executable = home / "bin" / "clutch"
    executable.parent.mkdir(parents=True)
    executable.write_text(
        "#!/bin/sh\n"
        f'CLUTCH_JAVA_OPTS="-Dclutch.executable={executable}"\n'
        "export CLUTCH_JAVA_OPTS\n"
        f'exec {shlex.join(command)} "$@"\n')
    executable.chmod(0o755)
    packages = home / "lib" / "python3.12" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "tests.pth").write_text(str(folder) + "\n")
    return [str(executable)]


def read(module):
    path = LEDGER / (module + ".txt")
    if not path.exists():
        return {}
    entries = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        outcome, _, rest = line.partition(" ")
        name, _, detail = rest.partition("\t")
        if outcome != "#":
            entries[name] = (outcome, detail)
    return entries


def table(path):
    """Writes what the ledger holds as a Markdown table, one row for each test module of the list."""
    rows, total = [], [0, 0, 0]
    for module in LIST.read_text(encoding="utf-8").split():
        outcomes = [outcome for outcome, _ in read(module).values()]
        excluded = outcomes.count("exclude")
        counts = (outcomes.count("pass"), len(outcomes) - excluded, excluded)
        total = [a + b for a, b in zip(total, counts)]
        rows.append((module, *counts))
    rows.append(("all", *total))
    text = path.read_text(encoding="utf-8")
    head = text[: text.index(TABLE)]
    with open(path, "w", encoding="utf-8") as f:
        f.write(head + TABLE + "\n|---|---:|---:|---:|---:|\n")
        for module, passed, of, excluded in rows:
            share = f"{100 * passed / of:.1f} %" if of else "none counted"
            f.write(f"| {module} | {passed} | {of} | {share} | {excluded} |\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--interpreter", default=str(HERE.parent.parent / "bin" / "clutch"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--silence", type=float, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--failures", action="store_true", help="list what CPython passes and the interpreter doesn't")
    parser.add_argument("--table", type=pathlib.Path, help="make the table at the end of this file anew from the ledger, and run nothing")
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    if options.table:
        table(options.table)
        return 0
    tests = options.tests or LIST.read_text().split()
    ours = shlex.split(options.interpreter)
    lib = pathlib.Path(os.__file__).parent
    total_expected = total_passed = total_excluded = 0
    worse = []

    def both(module):
        oracle = run([sys.executable], lib, module, options.silence)
        return oracle, run(ours, lib, module, options.silence)

    with tempfile.TemporaryDirectory() as folder:
        os.symlink(lib / "test", os.path.join(folder, "test"))
        lib = folder
        ours = installed(ours, folder)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            results = pool.map(both, tests)
            for module, (oracle, mine) in zip(tests, results):
                old = read(module)
                excluded = {n: d for n, (o, d) in old.items() if o == "exclude"}
                expected = [n for n, (o, _) in sorted(oracle.items()) if o == "pass" and n not in excluded]
                broken = next((d for o, d in mine.values() if o == "broken"), None)
                passed = [n for n in expected if mine.get(n, ("", ""))[0] == "pass"]
                total_expected += len(expected)
                total_passed += len(passed)
                total_excluded += len(excluded)
                share = 100 * len(passed) / len(expected) if expected else 100
                note = f"  {broken}" if broken else ""
                print(f"{module:28} {len(passed):5} of {len(expected):5}  {share:5.1f} %  excluded {len(excluded)}{note}", flush=True)
                for n in expected:
                    outcome, detail = mine.get(n, ("missing", ""))
                    if outcome != "pass":
                        if options.failures and not broken:
                            print(f"    {outcome} {n}\t{detail}")
                        if old.get(n, ("",))[0] == "pass":
                            worse.append(f"{n}: {outcome} {detail}")
                if options.write:
                    LEDGER.mkdir(exist_ok=True)
                    with open(LEDGER / (module + ".txt"), "w", encoding="utf-8") as f:
                        for n in sorted(set(expected) | set(excluded)):
                            outcome, detail = ("exclude", excluded[n]) if n in excluded else mine.get(n, ("missing", ""))
                            detail = FOLDERS.sub("", detail)  # they differ from run to run
                            f.write(f"{outcome} {n}" + (f"\t{detail}" if outcome != "pass" and detail else "") + "\n")
    share = 100 * total_passed / total_expected if total_expected else 100
    print(f"{'all':28} {total_passed:5} of {total_expected:5}  {share:5.1f} %  excluded {total_excluded}")
    for line in worse if not options.write else ():
        print("passed before: " + line)
    return 1 if worse and not options.write else 0


if __name__ == "__main__":
    sys.exit(main())
