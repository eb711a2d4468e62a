"""Compares the parser with CPython's on random small changes of statements from the library.

Usage: fuzz_parser.py JAVA_COMMAND SEED COUNT, with the CPython that is the oracle; JAVA_COMMAND starts ParserBatch.
"""

import ast
import glob
import os
import random
import sys
import textwrap

import compare_parser

WORDS = r"""if else elif for in while def class return ( ) [ ] { } : , ; = == := + - * ** / // @ . ... -> ! 1 x 'a' f'{x}' f'{'
b'' lambda not and or is None True async await yield from import as with try except finally del global pass match case type
_ print $ ? \ ' " ''' 0x 1_ # é""".split() + ["\n", "\t", "\n  "]


def is_word(c):
    return c.isalnum() or c == "_"


def statements(pick):
    library = os.path.dirname(os.__file__)
    files = sorted(glob.glob(library + "/*.py") + glob.glob(library + "/test/test_[a-z]*.py"))
    for path in pick.sample(files, 60):
        with open(path, encoding="utf-8") as file:
            try:
                source = file.read()
                tree = ast.parse(source)
            except (SyntaxError, UnicodeDecodeError):
                continue
        lines = source.splitlines(True)
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt) and node.end_lineno - node.lineno < 12:
                yield textwrap.dedent("".join(lines[node.lineno - 1: node.end_lineno]))


def changed(program, pick):
    at = pick.randrange(len(program) + 1)
    while 0 < at < len(program) and is_word(program[at]) and is_word(program[at - 1]):
        at += 1
    what = pick.random()
    if what < 0.45:
        return program[:at] + pick.choice(("", " ")) + pick.choice(WORDS) + pick.choice(("", " ")) + program[at:]
    end = at + 1
    if what < 0.85:
        while at < len(program) and is_word(program[at]) and end < len(program) and is_word(program[end]):
            end += 1
        return program[:at] + program[end:]
    end = at + pick.randrange(1, 6)
    return program[:end] + program[at:]


def main():
    command, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    pick = random.Random(seed)
    originals = list(statements(pick))
    requests = []
    while len(requests) < count:
        program = pick.choice(originals)
        for _ in range(pick.choice((1, 1, 1, 2, 3))):
            program = changed(program, pick)
        mode, flags = pick.choice((("EXEC", 0), ("EXEC", 0), ("EVAL", 0), ("SINGLE", 0), ("SINGLE", 0x4200)))
        requests.append((mode, flags, "text", program))
    refused = different = 0
    for request, answer in zip(requests, compare_parser.ask(command, requests, False), strict=True):
        mode, flags, _, program = request
        expected = compare_parser.oracle(program, mode, flags, False)
        refused += not expected.startswith("ok")
        if compare_parser.without_text(expected) != compare_parser.without_text(answer):
            different += 1
            print("DIFFERENT", mode, flags, repr(program), "\n  expected", expected, "\n  got     ", answer)
    print(f"{count} programs, {refused} refused by CPython: {different} different")
    return bool(different)


if __name__ == "__main__":
    sys.exit(main())
