# Open files are closed by the collector
#
# A file that is dropped without `close()` is written and closed when the collector finds it, or at the end of the program: nothing is lost, but it is not there at once.
# The same for the warnings that say so.
import gc
import os
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, "text")

open(path, "w").write("hello")
print(os.path.getsize(path))  # clutch: 0  # cpython: 5
gc.collect()
print(os.path.getsize(path))  # clutch: 5  # cpython: 5

with open(path, "w") as file:
    file.write("hello")
print(os.path.getsize(path))  # clutch: 5  # cpython: 5

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    open(path)
    print(len(caught))  # clutch: 0  # cpython: 1
    gc.collect()
    print(len(caught))  # clutch: 1  # cpython: 1

os.remove(path)
os.rmdir(folder)
