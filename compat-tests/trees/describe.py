"""Describes files to a parent process: what the interpreter that runs this makes of them.

Each line of standard input is a JSON list, a path and whether texts are wanted; the answer is one line of JSON with the tree's text and that of the code objects,
as digests when texts aren't wanted. A refusal stands where the text would stand, always in full.
"""
import ast
import hashlib
import json
import sys
import types
import warnings


def refusal(e):
    if isinstance(e, SyntaxError):
        return f"{type(e).__name__} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} {e.msg}"
    return f"{type(e).__name__} {e}"


def code_objects(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from code_objects(constant)


def describe_code(code):
    return (f"{code.co_firstlineno} {code.co_qualname} flags {code.co_flags:#x} varnames {code.co_varnames} freevars {code.co_freevars} "
            f"cellvars {code.co_cellvars} names {sorted(set(code.co_names))}")


def answer(text, wanted):
    return ["ok", text if wanted else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()]


def describe(path, wanted):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = answer(ast.dump(ast.parse(source, path), include_attributes=True), wanted)
    except Exception as e:
        tree = ["refused", refusal(e)]
    try:
        codes = list(code_objects(compile(source, path, "exec", dont_inherit=True)))
        # By line and name: CPython orders nested code by where its constant was first used
        lines = sorted((code.co_firstlineno, describe_code(code)) for code in codes)
        return tree, answer("\n".join(line for _, line in lines), wanted), len(codes)
    except Exception as e:
        return tree, ["refused", refusal(e)], 0


def main():
    warnings.simplefilter("ignore")
    answers = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        answers.write(json.dumps(describe(*json.loads(line))) + "\n")
        answers.flush()


main()
