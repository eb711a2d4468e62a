"""What the scripts of this folder share: the memory of a process that grows step by step, and how results are stored."""
import json
import pathlib
import re
import subprocess

PROBES = pathlib.Path(__file__).parent / "probes"


def jcmd(java, pid, *arguments):
    return subprocess.run([str(java.parent / "jcmd"), str(pid), *arguments], capture_output=True, text=True, check=True).stdout


def live_heap(java, pid):
    """Live bytes of the heap; asked twice, since the first collection may only have begun to clear references."""
    for _ in range(2):
        heap = jcmd(java, pid, "GC.class_histogram")
    return next(int(line.split()[2]) for line in heap.splitlines() if line.startswith("Total"))


def metaspace(java, pid):
    """Bytes of metaspace in use."""
    return int(re.search(r"Both:\s+(\d+) bytes used", jcmd(java, pid, "VM.metaspace", "basic", "scale=1"))[1])


def steps(command, arguments, counts, look):
    """Yields what a probe says of each step ("count", "seconds"), with what `look` finds in its process before the next."""
    p = subprocess.Popen([*command, *map(str, arguments), *map(str, counts)],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        for count in counts:
            line = p.stdout.readline()
            if not line:
                raise SystemExit(f"{command} {arguments}: ended before step {count}")
            yield {**json.loads(line), **look(p.pid)}
            p.stdin.write("\n")
            p.stdin.flush()
    finally:
        p.stdin.close()
        p.wait(120)


def store(stem, found, text, svg):
    """Writes STEM.json, STEM.md and STEM.svg."""
    stem = pathlib.Path(stem)
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n")
    stem.with_suffix(".md").write_text(text)
    stem.with_suffix(".svg").write_text(svg)
