"""Measures how cost grows with the number of interpreters, modules, objects, threads and with the depth of recursion. Prints and stores tables and a picture.

    python3 growth.py --java JAVA [options] CLUTCH-COMMAND [CPYTHON-COMMAND]

For each kind one process grows step by step; between two steps its memory is looked at with `jcmd`: live heap after a collection, and the metaspace that is used. CPython, if it is given,
does the same steps, and its resident memory is looked at.
"""
import argparse
import math
import pathlib
import re
import shlex
import sys

import measuring

# kind: (probe and its arguments, steps, unit of the time, what is counted)
KINDS = {
    "interpreters": (["interpreters.py", "hold", "1"], (1, 3, 10, 30, 100, 300, 1000), "ms for each that is added"),
    "modules": (["growth.py", "modules"], (1, 3, 10, 30, 100, 300, 1000), "ms for each import"),
    "objects": (["growth.py", "objects"], (1000, 10000, 100000, 1000000), "ns for each"),
    "recursion": (["growth.py", "recursion"], (10, 100, 1000, 10000), "ns for each call"),
    "threads": (["growth.py", "threads"], (1, 3, 10, 30, 100, 300), "ms for the same work"),
}
SCALE = {"ms": 1e3, "ns": 1e9}


def memory(java, pid):
    return {"heap": measuring.live_heap(java, pid), "metaspace": measuring.metaspace(java, pid)}


def resident(pid):
    return {"resident": int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) * 1024}


def grow(command, kind, look):
    """The steps of one process, each with its time and memory."""
    probe, counts, _ = KINDS[kind]
    found = list(measuring.steps(command, [measuring.PROBES / probe[0], *probe[1:]], counts, look))
    if kind == "interpreters":
        for step, before in zip(found, (0, *counts)):
            step["seconds"] /= step["count"] - before
    return found


def each(steps, key):
    """Bytes for each thing, between the first step and the last."""
    a, b = steps[0], steps[-1]
    return (b[key] - a[key]) / (b["count"] - a["count"])


def table(found):
    lines = []
    for kind, runs in found.items():
        unit = KINDS[kind][2]
        scale = SCALE[unit[:2]]
        counts = [s["count"] for s in next(iter(runs.values()))]
        lines += [f"### {kind}: {unit}", "", "| | " + " | ".join(map(str, counts)) + " | bytes for each |", "|---|" + "---|" * (len(counts) + 1)]
        for name, steps in runs.items():
            sizes = ", ".join(f"{each(steps, key):,.0f} {key}" for key in steps[0] if key not in ("count", "seconds"))
            lines.append(f"| {name} | " + " | ".join(f"{s['seconds'] * scale:.3g}" for s in steps) + f" | {sizes} |")
        lines.append("")
    return "\n".join(lines)


def svg(found):
    """A chart for each kind: time by count, both logarithmic."""
    width, height, margin = 300, 190, 46
    colours = ("#b5651d", "#4472a8")
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{(width + 20) * len(found)}" height="{height + 70}" font-family="sans-serif" font-size="11">']
    for k, (kind, runs) in enumerate(found.items()):
        unit = KINDS[kind][2]
        values = [s["seconds"] * SCALE[unit[:2]] for steps in runs.values() for s in steps]
        counts = [s["count"] for s in next(iter(runs.values()))]
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)) + 1e-9)
        left = (width + 20) * k + margin
        x = {c: left + (width - margin) * math.log(c / counts[0]) / math.log(counts[-1] / counts[0]) for c in counts}

        def y(value):
            return 40 + height * (high - math.log10(value)) / max(1, high - low)

        out.append(f'<text x="{left}" y="18" font-size="13">{kind}: {unit}</text>')
        for power in range(low, high + 1):
            out.append(f'<line x1="{left}" x2="{left + width - margin}" y1="{y(10 ** power):.1f}" y2="{y(10 ** power):.1f}" stroke="#ddd"/>')
            out.append(f'<text x="{left - 40}" y="{y(10 ** power) + 4:.1f}" fill="#666">{10.0 ** power:g}</text>')
        for c in counts:
            out.append(f'<text x="{x[c] - 8:.1f}" y="{height + 56}" fill="#666">{c:g}</text>' if c < 10000 else
                       f'<text x="{x[c] - 12:.1f}" y="{height + 56}" fill="#666">{c // 1000}k</text>')
        for i, (name, steps) in enumerate(runs.items()):
            points = " ".join(f"{x[s['count']]:.1f},{y(s['seconds'] * SCALE[unit[:2]]):.1f}" for s in steps)
            out.append(f'<polyline points="{points}" fill="none" stroke="{colours[i]}" stroke-width="2"><title>{name}</title></polyline>')
            out.append(f'<text x="{left + 70 * i}" y="32" fill="{colours[i]}">{name}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", type=pathlib.Path, required=True, help="the java command of a JDK 25")
    parser.add_argument("--only", default=",".join(KINDS), help="kinds separated by commas: " + ", ".join(KINDS))
    parser.add_argument("--store", help="stem of the files for the result: STEM.json, STEM.md, STEM.svg")
    parser.add_argument("clutch")
    parser.add_argument("cpython", nargs="?")
    options = parser.parse_args()
    contestants = {"clutch": (shlex.split(options.clutch), lambda pid: memory(options.java, pid))}
    if options.cpython:
        contestants["cpython"] = (shlex.split(options.cpython), resident)
    found = {kind: {name: grow(command, kind, look) for name, (command, look) in contestants.items()}
             for kind in options.only.split(",")}
    text = table(found)
    print(text)
    if options.store:
        measuring.store(options.store, found, text, svg(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
