"""Compares symbol tables with CPython's: usage compare_symtable.py JAVA_COMMAND FILE_OR_FOLDER... | -snippets MODULE.py...

JAVA_COMMAND starts SymtableBatch, as one argument. Run it with the CPython that is the oracle. With -snippets the strings
of the given files are programs to compare, where CPython parses them.
"""

import _symtable
import ast
import base64
import shlex
import subprocess
import sys
import warnings

from compare_parser import files_under, strings_in


def describe(table):
    symbols = "".join(f"{name}:{flags} " for name, flags in sorted(table.symbols.items()))
    children = "".join(" " + describe(child) for child in table.children)
    nested = " nested" if table.nested else ""
    return f"({table.type} {table.name} {table.lineno}{nested} {{{symbols}}} {','.join(table.varnames)}{children})"


def oracle(source):
    try:
        return describe(_symtable.symtable(source, "<t>", "exec"))
    except SyntaxError as e:
        return f"error {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} {e.msg}"
    except RecursionError as e:
        return f"error {e}"


def main():
    warnings.simplefilter("ignore")
    command, *arguments = sys.argv[1:]
    programs = []
    if arguments[0] == "-snippets":
        for text in dict.fromkeys(text for path in arguments[1:] for text in strings_in(path)):
            try:
                ast.parse(text)
            except (SyntaxError, ValueError, MemoryError, RecursionError):
                continue
            programs.append((repr(text), text.encode()))
    else:
        for path in files_under(arguments):
            with open(path, "rb") as file:
                source = file.read()
            try:
                ast.parse(source)
            except (SyntaxError, ValueError):
                continue
            programs.append((path, source))
    lines = "".join("text " + base64.b64encode(source).decode() + "\n" for _, source in programs)
    answers = subprocess.run(shlex.split(command), input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    different = refused = 0
    for (name, source), answer in zip(programs, answers.decode().split("\n")[:-1], strict=True):
        expected = oracle(source)
        refused += expected.startswith("error")
        if expected != answer:
            different += 1
            at = next((i for i, (x, y) in enumerate(zip(expected, answer)) if x != y), min(len(expected), len(answer)))
            print("DIFFERENT", name[:400], "\n  expected", expected[max(0, at - 150): at + 150],
                  "\n  got     ", answer[max(0, at - 150): at + 150])
    print(f"{len(programs)} programs, {refused} refused: {different} different")
    return bool(different)


if __name__ == "__main__":
    sys.exit(main())
