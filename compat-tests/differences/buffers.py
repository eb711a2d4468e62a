# A view that is dropped is not released
#
# `with` and `release()` end a `memoryview` at once. A dropped one is found by the collector, which is asked before a resize is refused, so `bytearray` behaves as in CPython;
# only the `__release_buffer__` of a class is not called for it.
import gc

from outcome import outcome


class Exporter:
    def __buffer__(self, flags):
        return memoryview(b"abc")

    def __release_buffer__(self, view):
        events.append("released")


events = []
view = memoryview(Exporter())
del view
gc.collect()
print(events)  # clutch: []  # cpython: ['released']
with memoryview(Exporter()) as view:
    pass
print(events[-1:])  # clutch: ['released']  # cpython: ['released']

data = bytearray(b"abc")
view = memoryview(data)
print(outcome(data.append, 1))  # clutch: BufferError: Existing exports of data: object cannot be re-sized  # cpython: BufferError: Existing exports of data: object cannot be re-sized
del view
print(outcome(data.append, 1))  # clutch: None  # cpython: None
