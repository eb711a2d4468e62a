# Modules of the library are imported without importlib's Python code. Nobody can tell: whatever a program has changed of the import system is asked.
import os
import tempfile

import _interpreters

folder = tempfile.mkdtemp()


def module(name, text):
    with open(os.path.join(folder, name + ".py"), "w") as f:
        f.write(text)


def interpreter(program):
    one = _interpreters.create()
    _interpreters.set___main___attrs(one, {"folder": folder})
    failure = _interpreters.exec(one, program)
    if failure is not None:
        print(failure.errdisplay, flush=True)
    _interpreters.destroy(one)


# A folder that holds nothing of the name is asked in Java as long as it is as it was read.
interpreter('''
import sys
sys.path.insert(0, folder)
import colorsys
with open(folder + "/quopri.py", "w") as f:
    f.write("here = 1")
import quopri
print(quopri.here, flush=True)  # => 1
seen = []
sys.path_importer_cache[folder].find_spec = lambda name, target=None: seen.append(name)
import nturl2path
print(seen, flush=True)  # => ['nturl2path']
''')
interpreter('''
import sys, importlib
sys.path.insert(0, folder)
import colorsys
seen = []
stat = importlib._bootstrap_external._path_stat
importlib._bootstrap_external._path_stat = lambda path: (seen.append(path), stat(path))[1]
import nturl2path
print(seen[0] == folder, flush=True)  # => True
''')
interpreter('''
import sys
seen = []
class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        seen.append(name)
sys.meta_path.insert(0, Finder)
import colorsys, xml.dom
print(seen, flush=True)  # => ['colorsys', 'xml', 'xml.dom', 'xml.dom.domreg']
''')
interpreter('''
import importlib
seen = []
def record(name):
    original = getattr(importlib._bootstrap, name)
    def called(*args, **kwargs):
        seen.append(name)
        return original(*args, **kwargs)
    setattr(importlib._bootstrap, name, called)
    return original
original = record("_load_unlocked")
import colorsys
importlib._bootstrap._load_unlocked = original
original = record("_find_spec")
import stringprep
importlib._bootstrap._find_spec = original
import json
original = record("_handle_fromlist")
from json import loads
importlib._bootstrap._handle_fromlist = original
import nturl2path
from json import dumps
print(seen, flush=True)  # => ['_load_unlocked', '_find_spec', '_find_spec', '_handle_fromlist']
''')
interpreter('''
import sys
from importlib.machinery import PathFinder
import json
seen = []
def record(owner, name):
    original = owner.__dict__[name]
    def called(*args, **kwargs):
        seen.append(name)
        return original.__get__(None, owner)(*args, **kwargs)
    setattr(owner, name, staticmethod(called))
    return original
original = record(PathFinder, "find_spec")
import colorsys
PathFinder.find_spec = original
loader = type(json.__loader__)
owner = next(c for c in loader.__mro__ if "exec_module" in vars(c))
function = owner.exec_module
def exec_module(self, module):
    seen.append(module.__name__)
    function(self, module)
owner.exec_module = exec_module
import stringprep
print(seen, flush=True)  # => ['find_spec', 'stringprep']
''')
interpreter('''
import builtins, sys
seen = []
original = builtins.__import__
def patched(name, *args, **kwargs):
    seen.append(name)
    return original(name, *args, **kwargs)
builtins.__import__ = patched
import xml.dom
builtins.__import__ = original
print([name for name in seen if "xml" in name or "dom" in name], flush=True)  # => ['xml.dom', 'domreg']
seen.clear()
def hook(path):
    seen.append(path in sys.path)
    raise ImportError
sys.path_hooks.insert(0, hook)
sys.path_importer_cache.clear()
import colorsys
print(any(seen), flush=True)  # => True
sys.modules["stringprep"] = None
try:
    import stringprep
except ModuleNotFoundError as e:
    print(e, flush=True)  # => import of stringprep halted; None in sys.modules
''')
interpreter('''
import sys
names = set()
sys.settrace(lambda frame, event, arg: names.add(frame.f_code.co_name))
import colorsys
sys.settrace(None)
events = []
listening = True
def hook(event, args):
    if listening and event in ("import", "exec"):
        events.append((event, args[0] if event == "import" else args[0].co_name))
sys.addaudithook(hook)
import stringprep
listening = False
print("_find_and_load" in names, events[0], ("exec", "<module>") in events, flush=True)  # => True ('import', 'stringprep') True
''')

module("colorsys", "mine = 1")
module("codeop", "import time; time.sleep(0.3); CommandCompiler = compile_command = 1 / DIVISOR")
interpreter('''
import sys
sys.path.insert(0, folder)
import colorsys
print(colorsys.mine, flush=True)  # => 1
import builtins, traceback
builtins.DIVISOR = 0
try:
    import code
except ZeroDivisionError as e:
    names = [frame.filename.replace(chr(92), "/").rsplit("/", 1)[-1] for frame in traceback.extract_tb(e.__traceback__)]
    print(names, "code" in sys.modules, flush=True)  # => ['<string>', 'code.py', 'codeop.py'] False
builtins.DIVISOR = 1
import threading
seen = []
def use():
    import code
    seen.append(code.InteractiveConsole.__name__)
def load():
    import importlib
    seen.append(importlib.import_module("code").InteractiveConsole.__name__)
threads = [threading.Thread(target=f) for f in (use, use, load)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen, flush=True)  # => ['InteractiveConsole', 'InteractiveConsole', 'InteractiveConsole']
''')
interpreter('''
import sys
before = set(sys.modules)
import xml.dom
new = [name for name in sys.modules if name not in before and name.startswith("xml")]
spec = xml.dom.domreg.__spec__
print(new, spec.name, spec.parent, spec.has_location, spec._initializing, xml.__spec__._uninitialized_submodules, flush=True)  # => ['xml', 'xml.dom.domreg', 'xml.dom'] xml.dom.domreg xml.dom True False []
import importlib.util
again = importlib.reload(xml.dom.domreg)
print(again is xml.dom.domreg, xml.dom.__path__ == xml.dom.__spec__.submodule_search_locations, "registered" in again.__loader__.get_source("xml.dom.domreg"), flush=True)  # => True True True
print(again.__cached__ == importlib.util.cache_from_source(again.__file__) == spec.cached, [name for name in list(vars(again))[:8]], flush=True)  # => True ['__name__', '__doc__', '__package__', '__loader__', '__spec__', '__file__', '__cached__', '__builtins__']
''')
