# Finalization is not immediate
#
# There are no reference counts: what nobody holds any more is found by the JVM's collector, some time later, in a thread of its interpreter.
# `with` and `close()` work as ever, and `gc.collect()` waits for what it found.
import gc
import weakref


class Resource:
    def __del__(self):
        events.append("__del__")


def generator():
    try:
        yield 1
    finally:
        events.append("closed")


events = []
resource = Resource()
del resource
print(events)  # clutch: []  # cpython: ['__del__']
gc.collect()
print(events)  # clutch: ['__del__']  # cpython: ['__del__']

events = []
started = generator()
next(started)
del started
print(events)  # clutch: []  # cpython: ['closed']


class Node:
    pass


node = Node()
reference = weakref.ref(node)
del node
print(reference() is None)  # clutch: False  # cpython: True
gc.collect()
print(reference() is None)  # clutch: True  # cpython: True

cache = weakref.WeakValueDictionary()
cache["node"] = Node()
print(len(cache))  # clutch: 1  # cpython: 0

# An object is watched from the moment it is made: a class that gets __del__ later has none for the objects that are there.
events = []
node = Node()
Node.__del__ = lambda self: events.append("late")
del node
gc.collect()
print(events)  # clutch: []  # cpython: ['late']

# What the collector finds isn't counted by kind of garbage.
gc.collect()
ring = Node()
ring.itself = ring
del ring
print(gc.get_threshold(), gc.get_count() == (0, 0, 0))  # clutch: (700, 10, 10) True  # cpython: (700, 10, 10) False
