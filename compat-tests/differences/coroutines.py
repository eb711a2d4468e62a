# A coroutine that nobody awaits is reported after a collection
#
# The warning is CPython's, but it comes when the collector has found the coroutine. It shows a coroutine made in its place, so its `id` differs.
import gc
import warnings


async def forgotten():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    forgotten()
    print(len(caught))  # clutch: 0  # cpython: 1
    gc.collect()
    print([str(w.message) for w in caught])  # clutch: ["coroutine 'forgotten' was never awaited"]  # cpython: ["coroutine 'forgotten' was never awaited"]
