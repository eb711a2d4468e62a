# sys.modules, what an import makes, and the modules of the house themselves
import sys
import json

del sys.modules["builtins"]
import builtins

SHARED = [json.dumps.__code__, json.JSONEncoder.encode.__code__]
SEPARATE = [sys.modules, sys, json, json.dumps, json.JSONEncoder, sys.implementation, builtins]


def change():
    import colorsys

    sys.modules["made_up"] = colorsys
    json.marked = sys.marked = True
    json.JSONEncoder.item_separator = "!"


def state():
    return "made_up" in sys.modules, "colorsys" in sys.modules, hasattr(json, "marked"), hasattr(sys, "marked"), json.dumps([1, 2])
