"""Compares what the annotation processor wrote of modules, type stubs and reference pages, with what inspect sees. Usage: pages.py FOLDER-OR-JAR..."""
import ast
import importlib
import inspect
import pathlib
import re
import sys
import zipfile

EMPTY = inspect.Parameter.empty
found = {"modules": 0, "functions": 0, "entries": 0, "without a signature": 0}


def fault(where, text):
    print(f"{where}: {text}")


def parameters(arguments):
    """The parameters of a def in a stub, as (name, kind, default or EMPTY)."""
    result = []
    plain = arguments.posonlyargs + arguments.args
    defaults = [EMPTY] * (len(plain) - len(arguments.defaults)) + arguments.defaults
    for index, (arg, default) in enumerate(zip(plain, defaults)):
        kind = "POSITIONAL_ONLY" if index < len(arguments.posonlyargs) else "POSITIONAL_OR_KEYWORD"
        result.append((arg.arg, kind, default))
    if arguments.vararg:
        result.append((arguments.vararg.arg, "VAR_POSITIONAL", EMPTY))
    for arg, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        result.append((arg.arg, "KEYWORD_ONLY", EMPTY if default is None else default))
    if arguments.kwarg:
        result.append((arguments.kwarg.arg, "VAR_KEYWORD", EMPTY))
    return result


def same_default(node, value):
    if node is EMPTY or value is EMPTY or value is ...:
        return node is value or value is ... and ast.unparse(node) == "..."
    if isinstance(node, ast.Constant) and node.value is ...:
        return True  # the default has no text
    return ast.unparse(node) == ast.unparse(ast.parse(repr(value), mode="eval"))


def signature(function):
    """What inspect sees, or None where that, as in CPython, is nothing. A default that has no text makes inspect give up, and stands as ... here."""
    try:
        return inspect.signature(function)
    except ValueError:
        text = function.__text_signature__
        if text is None:
            found["without a signature"] += 1
            return None
        scope = {}
        text = re.sub(r"\$(\w+)", r"\1", text).replace("<unrepresentable>", "...")
        exec(f"def f{text}: pass", scope)
        seen = inspect.signature(scope["f"])
        bound = text.startswith(("(module", "(type")) and not inspect.isclass(function)
        return seen.replace(parameters=list(seen.parameters.values())[1:]) if bound else seen


def compare(where, node, function, bound, names=True):
    seen = signature(function)
    if seen is None:
        return
    seen = list(seen.parameters.values())
    written = parameters(node.args)[1 if bound else 0 :]
    seen = seen[1:] if bound and not inspect.isclass(function) else seen
    found["functions"] += 1
    if len(seen) != len(written):
        return fault(where, f"stub has {len(written)} parameters, inspect {len(seen)}")
    for (name, kind, default), p in zip(written, seen):
        if names and (name, kind) != (p.name, p.kind.name) or not same_default(default, p.default):
            fault(where, f"stub has {name} {kind}, inspect {p!r}")


def check_stub(text, name, module):
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            function = vars(module).get(node.name)
            if function is None:
                fault(f"{name}.{node.name}", "is not in the module")
            elif inspect.isbuiltin(function):
                compare(f"{name}.{node.name}", node, function, False)
        elif isinstance(node, ast.ClassDef):
            cls = vars(module).get(node.name)
            if inspect.isclass(cls) and cls.__name__ == node.name:
                check_class(node, f"{name}.{node.name}", cls)


def check_class(node, where, cls):
    for member in node.body:
        if not isinstance(member, ast.FunctionDef):
            continue
        name = member.name
        decorators = [d.id for d in member.decorator_list if isinstance(d, ast.Name)]
        raw = vars(cls).get(name)
        if raw is None:
            fault(f"{where}.{name}", "is not in the class")
        elif "property" in decorators or member.decorator_list and not decorators:
            if not inspect.isdatadescriptor(raw) and name != "__doc__":
                fault(f"{where}.{name}", "is no data descriptor")
        elif name in ("__new__", "__init__"):
            if name == "__new__" or "__new__" not in vars(cls):
                compare(f"{where}.{name}", member, cls, True)
        else:
            slot = type(raw).__name__ == "wrapper_descriptor"
            static = "staticmethod" in decorators
            method = getattr(cls, name) if "classmethod" in decorators or static else raw
            if slot and name in ("__call__", "__hash__"):
                continue
            if "classmethod" in decorators:
                member.args.posonlyargs[:1] = [] if member.args.posonlyargs else []
                if not member.args.posonlyargs and member.args.args and member.args.args[0].arg == "cls":
                    del member.args.args[0]
            compare(f"{where}.{name}", member, method, not (static or "classmethod" in decorators), names=not slot)


HEADING = re.compile(r"##(#?) (?:(class|class method|static method) )?`?([\w.]+)((?:\(\))?)(\(.*\))?`?(?: : .*)?$")


def check_page(text, name, module):
    for line in text.split("\n"):
        if not line.startswith("##"):
            continue
        match = HEADING.match(line)
        if match is None:
            fault(f"{name}.md", f"what is {line!r}?")
            continue
        deep, kind, path, call, written = match.groups()
        target, owner = module, None
        for part in path.split("."):
            owner, target = target, getattr(target, "__dict__", {}).get(part)
        if target is None or call or written is None or inspect.isclass(owner) and inspect.isdatadescriptor(target):
            continue
        if kind in ("class method", "static method"):
            target = getattr(owner, path.rpartition(".")[2])
        if not (inspect.isclass(target) or inspect.isroutine(target)) or inspect.isfunction(target):
            continue
        seen = signature(target)
        if seen is None:
            continue
        if deep and not kind:
            seen = seen.replace(parameters=list(seen.parameters.values())[1:])
        found["entries"] += 1
        if str(seen).replace("Ellipsis", "<unrepresentable>") != written:
            fault(f"{name}.md {path}", f"page has {written}, inspect {seen}")


for place in sys.argv[1:]:
    root = pathlib.Path(place) if pathlib.Path(place).is_dir() else zipfile.Path(place)
    pages = root / "META-INF" / "clutch"
    for stub in sorted((pages / "stubs").iterdir(), key=str):
        name = stub.name.removesuffix(".pyi")
        try:
            module = importlib.import_module(name)
        except ImportError as e:
            fault(name, e)
            continue
        found["modules"] += 1
        check_stub(stub.read_text(encoding="utf-8"), name, module)
        check_page((pages / "reference" / (name + ".md")).read_text(encoding="utf-8"), name, module)
print(", ".join(f"{what}: {count}" for what, count in found.items()))
