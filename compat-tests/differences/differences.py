"""Run the differences from CPython, and write the page that shows them.

    bin/differences [INTERPRETER] [--cpython PYTHON] [--write | --check]

Each program beside this one is one topic.  It begins with a comment: a title,
an empty line, one or two sentences why.  Each of its prints writes one line and
says in a comment what that line is:

    print(...)  # clutch: X  # cpython: Y

INTERPRETER (bin/clutch if none is named) has to print the first, PYTHON, a
CPython 3.12, the second.  --write makes docs/differences.md from the programs,
--check says whether it is what --write would make, and runs nothing.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import subprocess
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(FOLDER, "..", "..", "docs", "differences.md")
NOT_TOPICS = {os.path.basename(__file__), "outcome.py"}
EXPECTATION = re.compile(r"(?P<indent> *)(?P<print>print\(.*\))  # clutch: (?P<clutch>.*?)  # cpython: (?P<cpython>.*)")
SECONDS = 120

INTRODUCTION = """\
# Differences from CPython

Written by `bin/differences --write` from the programs in `compat-tests/differences`; don't change it by hand. Below each print
stands what Clutch prints, and after it what CPython 3.12 prints where that is something else. `outcome(f, ...)` is the result of
`f(...)`, or its exception in one line. Each line is checked with both.
"""


class Topic:
    """One program: title, reason, code without its heading."""

    def __init__(self, name):
        self.name = name
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            lines = file.read().splitlines()
        heading = 0
        while heading < len(lines) and lines[heading].startswith("#"):
            heading += 1
        comment = [line[1:].strip() for line in lines[:heading]]
        if len(comment) < 3 or not comment[0] or comment[1]:
            raise SystemExit(f"{name} does not begin with a comment of a title, an empty line and the reason")
        self.title = comment[0]
        self.reason = " ".join(comment[2:])
        self.code = lines[heading:]
        self.expected = {"clutch": [], "cpython": []}
        for line in self.code:
            found = EXPECTATION.fullmatch(line)
            if found:
                self.expected["clutch"].append(found["clutch"])
                self.expected["cpython"].append(found["cpython"])
            elif line.strip().startswith("print("):
                raise SystemExit(f"{name}: this print does not say what it writes: {line.strip()}")
        if self.expected["clutch"] == self.expected["cpython"]:
            raise SystemExit(f"{name} shows no difference")

    def run(self, command, side):
        """Return what differs from the expectation of one side, nothing if nothing does."""
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        environment.pop("PYTHONHASHSEED", None)
        path = os.path.join(FOLDER, self.name)
        result = subprocess.run(
            [command, path], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS
        )
        printed = result.stdout.decode("utf-8", "backslashreplace").splitlines()
        expected = self.expected[side]
        if printed == expected and result.returncode == 0:
            return ""
        report = [f"{self.name}: {command} ended with status {result.returncode} and did not print what is expected"]
        report += difflib.unified_diff(expected, printed, "expected", "printed", lineterm="", n=0)
        return "\n    ".join(report)

    def page(self):
        lines = [f"## {self.title}", "", self.reason, "", "```python"]
        code = list(self.code)
        while code and not code[0]:
            del code[0]
        for line in code:
            found = EXPECTATION.fullmatch(line)
            if not found:
                lines.append(line)
                continue
            indent = found["indent"]
            lines.append(indent + found["print"])
            if found["clutch"] == found["cpython"]:
                lines.append(f"{indent}# {found['clutch']}")
            else:
                lines.append(f"{indent}# Clutch:  {found['clutch']}")
                lines.append(f"{indent}# CPython: {found['cpython']}")
        lines.append("```")
        return "\n".join(lines) + "\n"


def page_of(topics):
    return "\n".join([INTRODUCTION] + [topic.page() for topic in topics])


def check(page):
    try:
        with open(PAGE, encoding="utf-8") as file:
            written = file.read()
    except FileNotFoundError:
        written = ""
    if written == page:
        return True
    print("docs/differences.md is not what the programs say: run bin/differences --write")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("interpreter", nargs="?", default=os.path.join(FOLDER, "..", "..", "bin", "clutch"))
    parser.add_argument("--cpython", metavar="PYTHON")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    topics = [Topic(name) for name in sorted(os.listdir(FOLDER)) if name.endswith(".py") and name not in NOT_TOPICS]
    topics.sort(key=lambda topic: topic.title)
    page = page_of(topics)
    if arguments.check:
        return 0 if check(page) else 1
    right = True
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as executor:
        running = [executor.submit(topic.run, arguments.interpreter, "clutch") for topic in topics]
        if arguments.cpython:
            running += [executor.submit(topic.run, arguments.cpython, "cpython") for topic in topics]
        for future in running:
            report = future.result()
            if report:
                print(report)
                right = False
    if right and arguments.write:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(page)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
