"""Which public methods of the built-in types, and functions of builtins, the programs below lang/builtins exercise.

Run by CPython 3.12, the oracle:

    python3.12 compat-tests/builtins/coverage.py                  the gaps; status 1 if there are any
    python3.12 compat-tests/builtins/coverage.py --list           every entry with its number of calls
    python3.12 compat-tests/builtins/coverage.py --expect FILE    (re)writes the expectations of a program

What has to be covered comes from dir() of the types in `builtins` and `types` that are written in C; an inherited
name counts for the type that defines it. A program says what a block covers (`# covers: list.append list.extend`),
and that is checked: methods and functions by the calls that a profile hook sees while the program runs, attributes
and types by their occurrence in the block. The claim holds from three of them on.
"""

import ast
import builtins
import collections
import io
import pathlib
import sys
import types

PROGRAMS = pathlib.Path(__file__).parents[2] / 'module-interp/src/test/python/lang/builtins'
MARK = '# => '
COVERS = '# covers: '
ENOUGH = 3
HEAP_TYPE = 1 << 9

# needs a terminal or ends the process: site's additions, not functions of builtins in C
SITE = {'quit', 'exit', 'copyright', 'credits', 'license', 'help'}


def all_types():
    found = {}
    for module in (builtins, types):
        for name in dir(module):
            value = getattr(module, name)
            if isinstance(value, type) and not value.__flags__ & HEAP_TYPE:
                found[value] = None
    return list(found)


def definer(cls, name):
    for base in cls.__mro__:
        if name in vars(base):
            return base
    return type(cls)


def wanted():
    """Names of what has to be covered, each with how it is seen: 'call', 'attribute' or 'type'."""
    entries = {}
    for cls in all_types():
        if getattr(builtins, cls.__name__, None) is cls:
            entries[cls.__name__] = 'type'
        for name in dir(cls):
            if not name.startswith('_'):
                base = definer(cls, name)
                called = callable(vars(base)[name]) or isinstance(vars(base)[name], (staticmethod, classmethod))
                entries[f'{base.__name__}.{name}'] = 'call' if called else 'attribute'
    for name in dir(builtins):
        value = getattr(builtins, name)
        if callable(value) and not isinstance(value, type) and name not in SITE:
            entries[name] = 'call'
    return entries


def run(path):
    """Runs a program: its output by line, and how often each method and function was called."""
    lines = collections.defaultdict(list)
    calls = collections.Counter()
    name = str(path)

    class Output(io.TextIOBase):
        def write(self, text):
            frame = sys._getframe()
            while frame.f_back and not (frame.f_code.co_filename == name and frame.f_code.co_name == '<module>'):
                frame = frame.f_back
            lines[frame.f_lineno].append(text)
            return len(text)

    def profile(frame, event, function):
        if event == 'c_call':
            owner = getattr(function, '__self__', None)
            if owner is None or isinstance(owner, types.ModuleType):
                calls[function.__qualname__ if owner is None else function.__name__] += 1
            else:
                cls = owner if isinstance(owner, type) else type(owner)
                calls[f'{definer(cls, function.__name__).__name__}.{function.__name__}'] += 1

    code = compile(path.read_bytes(), name, 'exec', dont_inherit=True)
    module = types.ModuleType('__main__')
    module.__file__ = name
    saved = sys.modules['__main__'], sys.stdout, sys.stderr
    sys.modules['__main__'], sys.stdout = module, Output()
    sys.stderr = sys.stdout
    sys.setprofile(profile)
    try:
        exec(code, module.__dict__)
    finally:
        sys.setprofile(None)
        sys.modules['__main__'], sys.stdout, sys.stderr = saved
    return {number: ''.join(parts) for number, parts in lines.items()}, calls


def claims(path):
    """What the blocks of a program cover by their comments, with the names and attributes that occur in the block."""
    source = path.read_text()
    starts = [(number, line[len(COVERS):].split())
              for number, line in enumerate(source.splitlines(), 1) if line.startswith(COVERS)]
    used = collections.defaultdict(collections.Counter)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            key = '.' + node.attr
        elif isinstance(node, ast.Name):
            key = node.id
        else:
            continue
        block = sum(1 for number, names in starts if number <= node.lineno) - 1
        used[block][key] += 1
    return [(names, used[index]) for index, (number, names) in enumerate(starts)]


def survey():
    entries = wanted()
    seen = collections.Counter()
    wrong = []
    for path in sorted(PROGRAMS.glob('*.py')):
        calls = run(path)[1]
        for names, used in claims(path):
            for name in names:
                kind = entries.get(name)
                if kind is None:
                    wrong.append(f'{path.name}: {name} is not among the built-ins')
                    continue
                count = calls[name] if kind == 'call' else used[name if kind == 'type' else '.' + name.split('.')[1]]
                if count < ENOUGH:
                    wrong.append(f'{path.name}: {name} is said to be covered and has {count} uses')
                else:
                    seen[name] += count
    return entries, seen, wrong


def expect(path):
    source = [line.split(MARK)[0].rstrip() if MARK in line else line for line in path.read_text().splitlines()]
    output = run(path)[0]
    for number, text in output.items():
        if text.count('\n') != 1 or not text.endswith('\n'):
            raise SystemExit(f'{path}:{number}: one line of output expected, got {text!r}')
        source[number - 1] += f'  {MARK}{text[:-1]}'
    path.write_text('\n'.join(source) + '\n')


def main(arguments):
    if arguments[:1] == ['--expect']:
        for name in arguments[1:]:
            expect(pathlib.Path(name))
        return 0
    entries, seen, wrong = survey()
    if arguments == ['--list']:
        for name in sorted(entries):
            print(f'{seen[name]:6} {entries[name]:9} {name}')
    gaps = [name for name in sorted(entries) if not seen[name]]
    for line in wrong:
        print(line)
    for name in gaps:
        print('gap:', name)
    print(f'{len(entries) - len(gaps)} of {len(entries)} covered')
    return 1 if gaps or wrong else 0


if __name__ == '__main__':
    if sys.version_info[:2] != (3, 12):
        raise SystemExit('the oracle is CPython 3.12')
    sys.exit(main(sys.argv[1:]))
