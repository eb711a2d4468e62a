"""Measures what is not a program's steady state: start, isolated interpreters, their memory. Prints and stores a table.

    python3 runtime.py [options] cpython=COMMAND clutch=COMMAND

Every figure is the median over the rounds, in which the contestants take turns. Ratios are to the bare JVM (start) or to CPython (interpreters) of the same run.
"""
import argparse
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

import measuring

PROBE = str(measuring.PROBES / "interpreters.py")
HELLO = 'public class Hello { public static void main(String[] a) { System.out.println("hi"); } }'
MANY = "import json, re, argparse, dataclasses, unittest"
FOUR = "import json, re, dataclasses, logging"
# row: (what, required, aim, lower is better)
ROWS = {
    "start": ("`-c \"print('hi')\"` with the AOT cache, against a bare JVM", 6, 3, True),
    "start_no_cache": ("the same without the cache", 14, 8, True),
    "start_imports": ("with `json re argparse dataclasses unittest` imported, with the cache", 14, 6, True),
    "create": ("isolated interpreter: create, run `1`, close, against CPython", 0.10, 0.03, True),
    "create_imports": ("the same with `json re dataclasses logging` imported", 0.25, 0.05, True),
    "heap": ("live heap per isolated interpreter, KB", 250, 60, True),
    "heap_imports": ("the same with those imports, KB", 2048, 400, True),
    "two_cores": ("speed-up of two interpreters on two cores", 1.85, 1.95, False),
    "second": ("second interpreter's first run, against its steady state", 2, 1.2, True),
    "turns": ("32 interpreters in turns, against one", 1.4, 1.1, True),
}


def timed(command, env):
    start = time.perf_counter()
    p = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, check=False)
    seconds = time.perf_counter() - start
    if p.returncode:
        raise SystemExit(f"{command}: {p.stderr.decode()[-400:]}")
    return seconds


def probe(command, *arguments):
    p = subprocess.run([*command, PROBE, *map(str, arguments)], capture_output=True, text=True, check=False)
    if p.returncode:
        raise SystemExit(f"{command} {arguments}: {p.stderr[-400:]}")
    return json.loads(p.stdout.splitlines()[-1])


def starts(java, clutch, rounds, found):
    bare_env = dict(os.environ)
    no_cache = dict(os.environ, CLUTCH_AOT_CACHE="")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "Hello.java")
        source.write_text(HELLO)
        subprocess.run([str(java.parent / "javac"), "-d", folder, str(source)], check=True)
        bare = [str(java), "-Xshare:auto", "-cp", folder, "Hello"]
        jobs = [("bare", bare, bare_env),
                ("start", [*clutch, "-c", "print('hi')"], bare_env),
                ("start_no_cache", [*clutch, "-c", "print('hi')"], no_cache),
                ("start_imports", [*clutch, "-c", MANY], bare_env)]
        times = {name: [] for name, _, _ in jobs}
        for _ in range(rounds * 3):
            for name, command, env in jobs:
                times[name].append(timed(command, env))
    base = statistics.median(times["bare"])
    for name in ("start", "start_no_cache", "start_imports"):
        found[name] = {"value": statistics.median(times[name]) / base, "seconds": times[name], "bare": times["bare"],
                       "least": min(times[name]) / min(times["bare"])}


def creations(cpython, clutch, rounds, found):
    for name, source, counts in (("create", "1", (60, 1500)), ("create_imports", FOUR, (20, 600))):
        runs = [(probe(cpython, "create", source, counts[0]), probe(clutch, "create", source, counts[1]))
                for _ in range(rounds)]
        found[name] = {"value": statistics.median(b["median"] / a["median"] for a, b in runs), "runs": runs}


def memory(java, clutch, found):
    for name, source, counts in (("heap", "1", (5, 55)), ("heap_imports", FOUR, (3, 23))):
        few, many = measuring.steps(clutch, [PROBE, "hold", source], counts,
                                    lambda pid: {"heap": measuring.live_heap(java, pid)})
        found[name] = {"value": (many["heap"] - few["heap"]) / (many["count"] - few["count"]) / 1024}


def programs(cpython, clutch, rounds, found):
    for name, arguments, key in (("two_cores", ("two_cores",), "speed_up"), ("second", ("second",), "first_to_steady"),
                                 ("turns", ("turns", 32), "many_to_one")):
        values = [probe(clutch, *arguments)[key] for _ in range(rounds)]
        found[name] = {"value": statistics.median(values), "values": values}
    # what the machine gives to two threads that share nothing
    found["two_cores"]["cpython"] = statistics.median(probe(cpython, "two_cores")["speed_up"] for _ in range(rounds))


def table(found):
    lines = ["| what | measured | required | aim | |", "|---|---|---|---|---|"]
    for name, (what, required, aim, lower) in ROWS.items():
        if name not in found:
            continue
        value = found[name]["value"]
        met = value <= required if lower else value >= required
        lines.append(f"| {what} | {value:.3g} | {required} | {aim} | {'met' if met else '**missed**'} |")
    if "two_cores" in found:
        lines.append(f"\nTwo interpreters of CPython on the same two cores: {found['two_cores']['cpython']:.3g}.")
    return "\n".join(lines) + "\n"


def svg(found):
    """A bar for each row: how much of what is allowed is used."""
    rows = [(ROWS[n][0].replace("`", ""), found[n]["value"] / ROWS[n][1] if ROWS[n][3] else ROWS[n][1] / found[n]["value"])
            for n in ROWS if n in found]
    height = 40 + 22 * len(rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="{height}" font-family="sans-serif" font-size="11">',
           '<text x="10" y="18" font-size="14">Part of the required figure that is used (1 is the limit)</text>',
           f'<line x1="720" x2="720" y1="26" y2="{height - 6}" stroke="#888"/>']
    for i, (what, part) in enumerate(rows):
        y = 32 + 22 * i
        text = what.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        out.append(f'<text x="10" y="{y + 11}">{text}</text>')
        out.append(f'<rect x="440" y="{y}" width="{280 * min(part, 1.55):.0f}" height="14" fill="{"#4472a8" if part <= 1 else "#b5651d"}"/>')
        out.append(f'<text x="{446 + 280 * min(part, 1.55):.0f}" y="{y + 11}">{part:.2f}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", type=pathlib.Path, required=True, help="the java command of a JDK 25")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", help="parts separated by commas: starts, creations, memory, programs")
    parser.add_argument("--store", help="stem of the files for the result: STEM.json, STEM.md, STEM.svg")
    parser.add_argument("interpreters", nargs=2, metavar="NAME=COMMAND")
    options = parser.parse_args()
    cpython, clutch = (shlex.split(i.partition("=")[2]) for i in options.interpreters)
    parts = options.only.split(",") if options.only else ["starts", "creations", "memory", "programs"]
    found = {}
    if "starts" in parts:
        starts(options.java, clutch, options.rounds, found)
    if "creations" in parts:
        creations(cpython, clutch, options.rounds, found)
    if "memory" in parts:
        memory(options.java, clutch, found)
    if "programs" in parts:
        programs(cpython, clutch, options.rounds, found)
    text = table(found)
    print(text)
    if options.store:
        measuring.store(options.store, found, text, svg(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
