# code objects are shared, so the file name that an interpreter gives to one is its own, and so is what it compiles from the file that it finds
import _imp
import json
import marshal
import os
import sys
import tempfile
import warnings

TEXT = "def f():\n    return 1\n"
PLACE = os.path.join(tempfile.gettempdir(), f"code_objects_{os.getpid()}.py")
events = []
asked = []


def read(name):
    """A unit as it is read from a .pyc file."""
    return marshal.loads(marshal.dumps(compile(TEXT, name, "exec")))


unit = read("unit.py")
traceable = read(PLACE)
SHARED = [json.dumps.__code__, unit, traceable]
again = read("unit.py")


def trace():
    def note(frame, event, argument):
        events.append(event)
        return note

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.settrace(note)
        try:
            exec(traceable, {})
        finally:
            sys.settrace(None)
    return events.count("line")


def change():
    _imp._fix_co_filename(json.dumps.__code__, "elsewhere.py")
    _imp._fix_co_filename(unit, "moved.py")
    with open(PLACE, "w") as f:
        f.write(TEXT)
    trace()
    os.remove(PLACE)


def state():
    asked.append(1)
    lines = trace() if len(asked) == 2 and not events else len(events)
    return os.path.basename(json.dumps.__code__.co_filename), unit.co_filename, unit.co_consts[0].co_filename, lines, again.co_filename


SAME = [4]
