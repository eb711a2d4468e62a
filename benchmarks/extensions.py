"""Times what an extension does against the same in a core module; run by dev.clutch.benchmarks.twins.ExtensionCalls, which gives both modules.

A cell is the least CPU time of a loop in 40 rounds, in which both take turns; the loops are compiled apart, so that neither profits from the profile of the other.
"""
from time import thread_time

N = 100_000
ROUNDS = 40

LOOPS = {
    "function without arguments": ("f = module.nothing", "f()"),
    "function, one argument": ("f = module.one", "f(i)"),
    "function through the module": ("", "module.one(i)"),
    "function, two converted": ("f = module.convert", "f(i, 5)"),
    "function, keyword": ("f = module.keywords", "f(i, c=5)"),
    "constructor": ("f = module.Twin", "f(i)"),
    "attribute": ("o = module.Twin(5)", "o.x"),
    "attribute, set": ("o = module.Twin(5)", "o.x = i"),
    "method": ("o = module.Twin(5)", "o.method(i)"),
    "len()": ("o = module.Twin(5)", "len(o)"),
    "o[i]": ("o = module.Twin(5)", "o[i]"),
    "o + i": ("o = module.Twin(5)", "o + i"),
    "o(i)": ("o = module.Twin(5)", "o(i)"),
    "iteration": ("", None, "for i in module.Twin(N): pass"),
    "adds up a list": ("l = list(range(N))", None, "module.total(l)"),
    "calls a Python function": ("f = lambda x: x", None, "module.apply(f, N)"),
    "reads an attribute by name": ("o = module.Twin(5)", None, "module.attributes(o, N)"),
    "list and dict": ("", None, "module.containers(N)"),
}


def make(name, module):
    setup, each, *whole = LOOPS[name]
    body = whole[0] if whole else f"for i in range(N):\n        {each}"
    scope = {"module": module, "N": N}
    exec(f"def loop():\n    {setup or 'pass'}\n    {body}\n", scope)
    return scope["loop"]


print("| | core ns | extension ns | ratio |\n|---|---|---|---|")
worst = 0
for name in LOOPS:
    loops = [make(name, core), make(name, extension)]
    times = [[], []]
    for r in range(ROUNDS):
        for k in (0, 1) if r % 2 else (1, 0):
            start = thread_time()
            loops[k]()
            times[k].append(thread_time() - start)
    a, b = (min(t[ROUNDS // 4:]) * 1e9 / N for t in times)
    worst = max(worst, b / a)
    print(f"| {name} | {a:.1f} | {b:.1f} | {b / a:.2f} |", flush=True)
print(f"worst: {worst:.2f}")
