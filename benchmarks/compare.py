"""Times the programs of this folder in any number of interpreters, and prints and stores ratios.

    python3 compare.py [options] NAME=COMMAND NAME=COMMAND ...

The first interpreter is the base of all ratios. Runs alternate: each round starts every interpreter once for each program, so that noise of the machine hits all alike.
A process runs for some seconds for each program, and for some iterations at least: short iterations need more of them until compilers are done.
`steady` is the median of the last third of a process's iterations, `first` is its first iteration; a cell is the median over the rounds, the spread (max - min) / median.
"""
import argparse
import math
import os
import pathlib
import shlex
import statistics
import subprocess
import sys

import measuring

HERE = pathlib.Path(__file__).parent
PROGRAMS = HERE / "programs"


def measure(command, names, iterations, seconds, env, timeout):
    """Returns {name: (first, steady, check)} of one process, or the text of the failure."""
    try:
        p = subprocess.run([*command, str(PROGRAMS / "run.py"), str(iterations), str(seconds), *names],
                           capture_output=True, text=True, timeout=timeout, env=env)
    except subprocess.TimeoutExpired:
        return f"no end after {timeout} s"
    if p.returncode:
        return (p.stderr.strip().splitlines() or [f"status {p.returncode}"])[-1]
    checks, times = {}, {name: [] for name in names}
    for line in p.stdout.splitlines():
        name, kind, rest = line.split(" ", 2)
        if kind == "check":
            checks[name] = rest
        else:
            times[name].append(float(rest))
    return {n: (t[0], statistics.median(t[-max(1, len(t) // 3):]), checks[n]) for n, t in times.items()}


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


def groups(names, mixed):
    if not mixed:
        return [[n] for n in names]
    # a program shares its process with three that are far from it in the alphabet
    step = max(1, len(names) // 4)
    order = [names[i] for k in range(step) for i in range(k, len(names), step)]
    return [order[i:i + 4] for i in range(0, len(order), 4)]


def svg(rows, others, title):
    """A bar for each program and interpreter: the ratio to the base on a logarithmic scale."""
    left, width, bar = 170, 620, 12
    height = 60 + len(rows) * (bar * len(others) + 8)
    low, high = 0.05, 8.0

    def x(ratio):
        ratio = min(max(ratio, low), high)
        return left + width * (math.log(ratio) - math.log(low)) / (math.log(high) - math.log(low))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 90}" height="{height}" font-family="sans-serif" font-size="11">',
           f'<text x="10" y="18" font-size="14">{title}</text>']
    for mark in (0.1, 0.2, 0.5, 1, 2, 5):
        out.append(f'<line x1="{x(mark):.1f}" x2="{x(mark):.1f}" y1="30" y2="{height - 8}" stroke="{"#888" if mark == 1 else "#ddd"}"/>')
        out.append(f'<text x="{x(mark) - 8:.1f}" y="28" fill="#666">{mark:g}</text>')
    y = 36
    colours = ("#4472a8", "#b5651d", "#6a994e", "#7b5ea7")
    for name, ratios in rows:
        out.append(f'<text x="10" y="{y + bar - 2}">{name}</text>')
        for i, ratio in enumerate(ratios):
            if ratio is not None:
                a, b = sorted((x(1), x(ratio)))
                out.append(f'<rect x="{a:.1f}" y="{y}" width="{max(b - a, 1):.1f}" height="{bar - 2}" fill="{colours[i % 4]}"><title>{others[i]}: {ratio:.2f}</title></rect>')
                out.append(f'<text x="{x(max(ratio, 1)) + 4:.1f}" y="{y + bar - 3}" fill="#444">{ratio:.2f}</text>')
            y += bar
        y += 8
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--programs", help="names separated by commas")
    parser.add_argument("--mixed", action="store_true", help="four programs interleaved in each process")
    parser.add_argument("--one-cpu", action="store_true", help="-XX:ActiveProcessorCount=1 for JVMs, one core for all")
    parser.add_argument("--timeout", type=float, default=300)
    parser.add_argument("--store", help="stem of the files for the result: STEM.json, STEM.md, STEM.svg")
    parser.add_argument("interpreters", nargs="+", metavar="NAME=COMMAND")
    options = parser.parse_args()
    names = sorted(p.stem for p in PROGRAMS.glob("*.py") if p.stem != "run")
    if options.programs:
        names = options.programs.split(",")
    interpreters = [(n, shlex.split(c)) for n, _, c in (i.partition("=") for i in options.interpreters)]
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    if options.one_cpu:
        env["JAVA_TOOL_OPTIONS"] = "-XX:ActiveProcessorCount=1"
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = {n: {i: [] for i, _ in interpreters} for n in names}
    failures = {}
    for _ in range(options.rounds):
        for group in groups(names, options.mixed):
            for interpreter, command in interpreters:
                result = measure(command, group, options.iterations, options.seconds, env, options.timeout)
                for n in group:
                    if isinstance(result, str):
                        failures[n, interpreter] = result
                    else:
                        found[n][interpreter].append(result[n])
    base, others = interpreters[0][0], [n for n, _ in interpreters[1:]]
    lines = [f"| program | {base} ms | " + " | ".join(f"{o} steady | {o} first | spread" for o in others) + " |",
             "|---|---|" + "---|" * (3 * len(others))]
    rows, steady, first = [], {o: {} for o in others}, {o: {} for o in others}
    for n in names:
        runs = found[n][base]
        if not runs:
            print(f"{n}: {base} failed: {failures.get((n, base))}", file=sys.stderr)
            continue
        base_first, base_steady = (statistics.median(r[k] for r in runs) for k in (0, 1))
        cells, ratios = [f"{base_steady * 1000:.2f}"], []
        for o in others:
            mine = found[n][o]
            if not mine or (n, o) in failures:
                cells += [f"fails: {failures.get((n, o), '')[:60]}", "", ""]
                ratios.append(None)
                continue
            if mine[0][2] != runs[0][2]:
                cells += ["wrong result", "", ""]
                failures[n, o] = f"check {mine[0][2][:200]} instead of {runs[0][2][:200]}"
                ratios.append(None)
                continue
            values = [r[1] for r in mine]
            steady[o][n] = statistics.median(values) / base_steady
            first[o][n] = statistics.median(r[0] for r in mine) / base_first
            ratios.append(steady[o][n])
            spread = (max(values) - min(values)) / statistics.median(values)
            cells += [f"{steady[o][n]:.2f}", f"{first[o][n]:.1f}", f"{spread:.0%}"]
        rows.append((n, ratios))
        lines.append(f"| {n} | " + " | ".join(cells) + " |")
    means = []
    for o in others:
        worst = max(steady[o], key=steady[o].get, default=None)
        means += [f"{geometric_mean(list(steady[o].values())):.3f}", f"{geometric_mean(list(first[o].values())):.2f}",
                  f"worst {worst} {steady[o][worst]:.2f}" if worst else ""]
    lines.append("| **geometric mean** | | " + " | ".join(means) + " |")
    table = "\n".join(lines)
    print(table)
    for (n, o), text in failures.items():
        print(f"{n} in {o}: {text}", file=sys.stderr)
    if options.store:
        mode = " (mixed)" if options.mixed else " (one processor)" if options.one_cpu else ""
        note = f"\n\nTime ratios to {base}{mode}, {options.rounds} rounds of at least {options.seconds:g} s and {options.iterations} iterations for each program; lower is better.\n"
        measuring.store(options.store, found, table + note, svg(rows, others, f"Time against {base}{mode}, logarithmic"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
