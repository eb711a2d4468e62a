# argparse: a command with options, groups and subcommands; its help, its values and its errors.
import argparse
import contextlib
import io
import os

os.environ["COLUMNS"] = "80"
parser = argparse.ArgumentParser(prog="tool", description="Works on files.", epilog="See the manual.")
parser.add_argument("--version", action="version", version="%(prog)s 1.2")
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more (default: %(default)s)")
parser.add_argument("--level", choices=["low", "high"], default="low", help="how much")
parser.add_argument("--size", type=int, metavar="N", help="in bytes")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
group = parser.add_mutually_exclusive_group()
group.add_argument("--fast", action="store_const", const=1, dest="speed")
group.add_argument("--slow", action="store_const", const=0, dest="speed")
commands = parser.add_subparsers(dest="command", title="commands", required=True)
add = commands.add_parser("add", help="adds files", aliases=["a"])
add.add_argument("files", nargs="+")
add.add_argument("--tag", action="append")
rm = commands.add_parser("rm", help="removes", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
rm.add_argument("file", nargs="?", default="all")
rm.add_argument("rest", nargs=argparse.REMAINDER)


def ordered(ns):
    return sorted(vars(ns).items())


def fails(*args):
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(err):
        try:
            parser.parse_args(args)
        except SystemExit as e:
            return e.code, err.getvalue().splitlines()[-1]


print(ordered(parser.parse_args(["-vv", "--size=10", "add", "x", "y", "--tag", "1", "--tag", "2"])))  # => [('command', 'add'), ('files', ['x', 'y']), ('flag', True), ('level', 'low'), ('size', 10), ('speed', None), ('tag', ['1', '2']), ('verbose', 2)]
print(ordered(parser.parse_args(["--no-flag", "--lev", "high", "--fast", "rm", "f", "--", "-z"])))  # => [('command', 'rm'), ('file', 'f'), ('flag', False), ('level', 'high'), ('rest', ['-z']), ('size', None), ('speed', 1), ('verbose', 0)]
print(ordered(parser.parse_args(["a", "-"])))  # => [('command', 'a'), ('files', ['-']), ('flag', True), ('level', 'low'), ('size', None), ('speed', None), ('tag', None), ('verbose', 0)]
print(fails("--size", "x", "add", "f"))  # => (2, "tool: error: argument --size: invalid int value: 'x'")
print(fails("--level", "mid", "add", "f")[1].split(" (")[0])  # => tool: error: argument --level: invalid choice: 'mid'
print(fails("--fast", "--slow", "rm"))  # => (2, 'tool: error: argument --slow: not allowed with argument --fast')
print(fails())  # => (2, 'tool: error: the following arguments are required: command')
print(fails("zip")[1].split(" (")[0])  # => tool: error: argument command: invalid choice: 'zip'
print(fails("add"))  # => (2, 'tool add: error: the following arguments are required: files')
print(fails("rm", "--tag"))  # => (2, 'tool: error: unrecognized arguments: --tag')
print(fails("--version"))  # => (0, 'tool 1.2')
print(parser.format_usage().splitlines())  # => ['usage: tool [-h] [--version] [-v] [--level {low,high}] [--size N]', '            [--flag | --no-flag] [--fast | --slow]', '            {add,a,rm} ...']
for line in parser.format_help().splitlines():
    if "verbose" in line: print(repr(line))  # => '  -v, --verbose       say more (default: 0)'
    if "--flag" in line and "usage" not in line and line.startswith("  --"): print(repr(line))  # => '  --flag, --no-flag'
    if line.startswith("    add"): print(repr(line))  # => '    add (a)           adds files'
print(rm.format_help().splitlines()[-5:])  # => ['  file', '  rest', '', 'options:', '  -h, --help  show this help message and exit']
print(parser.parse_known_args(["--other", "rm"])[1])  # => ['--other']


class Pairs(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, dict(v.split("=", 1) for v in values))


p = argparse.ArgumentParser(fromfile_prefix_chars="@", exit_on_error=False)
p.add_argument("-D", nargs="*", action=Pairs, dest="defines")
p.add_argument("--when", type=lambda s: tuple(map(int, s.split("-"))))
p.add_argument("out", type=argparse.FileType("w"), nargs="?")
print(p.parse_args(["--when", "2024-01-02", "-D", "a=1", "b=x=y"]))  # => Namespace(defines={'a': '1', 'b': 'x=y'}, when=(2024, 1, 2), out=None)
try:
    p.parse_args(["--when", "soon"])
except argparse.ArgumentError as e:
    print(e)  # => argument --when: invalid <lambda> value: 'soon'
print(p.parse_intermixed_args(["-D", "k=v", "--when", "1"]).defines)  # => {'k': 'v'}
