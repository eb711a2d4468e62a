# Nobody counts references or lists objects
#
# The JVM knows what is reachable, not who holds what. Sizes are CPython's kind of figures, near but not equal; do not add them up.
import gc
import sys

from outcome import outcome

print(sys.getrefcount(object()))  # clutch: 4294967295  # cpython: 1
print(outcome(lambda: len(gc.get_objects()) > 0))  # clutch: NotImplementedError: gc.get_objects() is not supported: the JVM keeps no list of objects  # cpython: True
print(outcome(lambda: gc.get_referrers(gc) != []))  # clutch: NotImplementedError: gc.get_referrers() is not supported: the JVM keeps no list of objects  # cpython: True
print(gc.get_referents([1, 2]) != [])  # clutch: True  # cpython: True
print(outcome(lambda: gc.freeze() or gc.get_freeze_count() > 0))  # clutch: False  # cpython: True
print(sys.getallocatedblocks() > 0)  # clutch: False  # cpython: True
print(sys.getsizeof([]) > 0, sys.getsizeof({}) == 64)  # clutch: True False  # cpython: True True
print(dict.__basicsize__, type.__basicsize__)  # clutch: 48 920  # cpython: 48 920
