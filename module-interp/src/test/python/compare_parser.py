"""Compares the parser with CPython's: usage compare_parser.py JAVA_COMMAND FILE_OR_FOLDER... | -snippets MODULE.py...

JAVA_COMMAND starts ParserBatch, as one argument. Run it with the CPython that is the oracle. Files must have the
same tree; programs that CPython refuses must be refused with the same exception type, message and position. With
-snippets, every string in the given files that CPython's parser refuses is a program to compare.
"""

import ast
import base64
import hashlib
import os
import re
import shlex
import subprocess
import sys
import textwrap
import warnings

TYPE_COMMENTS, ALLOW_INCOMPLETE, DONT_IMPLY_DEDENT = 0x1000, 0x4000, 0x200
MODES = {"EXEC": "exec", "EVAL": "eval", "SINGLE": "single", "FUNC_TYPE": "func_type"}


def oracle(source, mode, flags, dump):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            tree = compile(source, "<t>", MODES[mode], flags | ast.PyCF_ONLY_AST, dont_inherit=True)
        except SyntaxError as e:
            return (f"error {type(e).__name__} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} "
                    f"{e.msg!r} {e.text!r}")
        except (ValueError, MemoryError, RecursionError) as e:
            return f"error {type(e).__name__} None None None None {str(e)!r} 'None'"
    text = ast.dump(tree, include_attributes=True)
    shown = repr(text) if dump else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return "ok " + shown + "".join(f" {w.lineno}:{str(w.message)!r}" for w in caught)


def ask(command, requests, dump):
    lines = []
    for mode, flags, kind, data in requests:
        if kind == "text":
            data = base64.b64encode(data.encode()).decode()
        lines.append(f"{mode} {flags} {kind} {data}\n")
    result = subprocess.run(shlex.split(command) + (["-dump"] if dump else []), input="".join(lines).encode(),
                            stdout=subprocess.PIPE, check=True)
    return result.stdout.decode().split("\n")[:-1]


def files_under(arguments):
    for argument in arguments:
        if os.path.isfile(argument):
            yield argument
        for folder, folders, files in sorted(os.walk(argument)):
            for name in sorted(files):
                if name.endswith((".py", ".pyi")):
                    yield os.path.join(folder, name)


def strings_in(path):
    """Programs in the strings of a file, and those of its doctests."""
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    import doctest
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 20000:
            text = node.value
            yield text
            yield textwrap.dedent(text)
            if ">>>" in text:
                try:
                    for example in doctest.DocTestParser().get_examples(text):
                        yield example.source
                except ValueError:
                    pass


def snippets(paths):
    seen = set()
    for path in paths:
        for text in strings_in(path):
            try:
                text.encode()
            except UnicodeEncodeError:
                continue
            for mode, flags in (("EXEC", 0), ("EVAL", 0), ("SINGLE", 0), ("SINGLE", ALLOW_INCOMPLETE | DONT_IMPLY_DEDENT)):
                if (text, mode, flags) not in seen:
                    seen.add((text, mode, flags))
                    yield mode, flags, "text", text


def without_text(answer):
    return re.sub(r" ('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|None)$", "", answer) if answer.startswith("error") else answer


def main():
    command, *arguments = sys.argv[1:]
    verbose = "-v" in arguments
    arguments = [a for a in arguments if a != "-v"]
    if arguments[0] == "-snippets":
        requests = list(snippets(arguments[1:]))
    else:
        requests = [("EXEC", 0, "file", path) for path in files_under(arguments)]
    answers = ask(command, requests, False)
    equal = refused = text_differs = 0
    different = []
    for request, answer in zip(requests, answers, strict=True):
        mode, flags, kind, data = request
        if kind == "file":
            with open(data, "rb") as file:
                source = file.read()
        else:
            source = data
        expected = oracle(source, mode, flags, False)
        refused += not expected.startswith("ok")
        if answer == expected:
            equal += 1
        elif without_text(answer) == without_text(expected) and answer.startswith("error"):
            equal += 1
            text_differs += 1
        else:
            different.append((request, expected, answer))
    for (mode, flags, kind, data), expected, answer in different[: None if verbose else 40]:
        print("DIFFERENT", mode, flags, repr(data)[:300], "\n  expected", expected[:400], "\n  got     ", answer[:400])
        if kind == "file" and expected.startswith("ok") and answer.startswith("ok"):
            with open(data, "rb") as file:
                a = oracle(file.read(), mode, flags, True)
            b = ask(command, [(mode, flags, kind, data)], True)[0]
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            print("   first difference:\n  ", a[max(0, at - 150): at + 100], "\n  ", b[max(0, at - 150): at + 100])
    print(f"{len(requests)} programs, {refused} refused by CPython: {equal} equal"
          f" ({text_differs} of them with another text line), {len(different)} different")
    return bool(different)


if __name__ == "__main__":
    sys.exit(main())
