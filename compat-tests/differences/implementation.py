# What tells Clutch from CPython
#
# `sys.implementation.name` is the way to ask. C-coded modules of CPython are Java classes, found as built-in modules, and the standard library is one entry of `sys.path`.
import platform
import sys
import sysconfig
from importlib.util import find_spec

print(sys.implementation.name, sys.implementation.cache_tag)  # clutch: clutch clutch-312  # cpython: cpython cpython-312
print("clutch" in sys.version, sys.version_info[:2])  # clutch: True (3, 12)  # cpython: False (3, 12)
print(platform.python_implementation(), platform.python_compiler().startswith("Java"))  # clutch: CPython True  # cpython: CPython False
print(find_spec("math").origin == "built-in", find_spec("json").origin.endswith("__init__.py"))  # clutch: True True  # cpython: False True
print(bool(sysconfig.get_config_var("EXT_SUFFIX")))  # clutch: False  # cpython: True
print(hasattr(sys, "_debugmallocstats"), sys.thread_info.lock)  # clutch: False None  # cpython: True semaphore
