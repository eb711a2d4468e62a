# pyclbr reads the outline of a module from its source, without running it.
import os
import pyclbr
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "outline_p"))
    for name, text in {
        "outline_p/__init__": "raise SystemError\nimport outline_b\nclass P(outline_b.B, q.r.Unread, **k): pass",
        "outline_b": "from outline_p import *\nclass B: pass\nclass _Hidden: pass",
        "outline_m": """
from outline_b import B as Base, _Hidden, nosuch
import os.nosuch, outline_p
class M(Base, int, f('x'), outline_p.P):
    if a:
        async def go(self):
            def inner(): pass
    else:
        class In(M): pass
    def go2(self): pass
try: pass
except E:
    @decorator
    def top(
        a): pass
x = [lambda: 0]
    """,
    }.items():
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    tree = pyclbr.readmodule_ex("outline_m", [folder])
    print(*tree)  # => Base _Hidden M top
    m = tree["M"]
    print([getattr(b, "name", b) for b in m.super], m.super[0] is tree["Base"], tree["Base"].module)  # => ['B', 'int', "f('x')", 'P'] True outline_b
    print(m.methods, list(m.children), m.lineno, m.end_lineno, m.parent, os.path.relpath(m.file, folder))  # => {'go': 6, 'go2': 10} ['go', 'In', 'go2'] 4 10 None outline_m.py
    go = m.children["go"]
    print(go.is_async, m.children["go2"].is_async, list(go.children), go.children["inner"].parent is go)  # => True False ['inner'] True
    print(m.children["In"].super == [m], m.children["In"].methods, tree["top"].lineno, tree["top"].end_lineno)  # => True {} 14 15
    package = pyclbr.readmodule_ex("outline_p", [folder])
    print(package["__path__"] == [os.path.join(folder, "outline_p")], [getattr(b, "name", b) for b in package["P"].super])  # => True ['outline_b.B']
    print(list(pyclbr.readmodule("outline_m", [folder])), "outline_m" in sys.modules)  # => ['Base', '_Hidden', 'M'] False
    sys.argv = ["pyclbr", os.path.join(folder, "outline_b.py")]
    pyclbr._main()
    # => class B [] 2
    # => class _Hidden [] 3
    # => class P ['outline_b.B'] 3
for wrong in "outline_nosuch", "outline_m.x", "outline_p.x":
    try:
        pyclbr.readmodule(wrong)
    except ImportError as e:
        print(type(e).__name__, e, e.name)
        # => ModuleNotFoundError no module named 'outline_nosuch' outline_nosuch
        # => ImportError No package named outline_m None
        # => ModuleNotFoundError no module named 'outline_p.x' outline_p.x
print(pyclbr.readmodule_ex("sys"), pyclbr.Class("m", "C", None, "f", 1).super)  # => {} []
