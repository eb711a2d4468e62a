package dev.clutch.extensions.builtin.heapq;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;

/** {@code _heapq}: heaps in lists. Comparisons run Python code that may change the list, so each is followed by a look at the size. */
@ExtensionModule(
        name = "_heapq",
        doc = "Heaps in lists: the least item is the first.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class HeapqModule {
    @Constant("__about__")
    static final String ABOUT =
            "A heap is a list in which no item is less than its parent: item k has the children 2k+1 and 2k+2.\n";

    private static void check(ThreadState ts, Object heap, String place) {
        if (!ts.isList(heap)) {
            throw ts.typeError(place + " must be list, not " + ts.typeOf(heap).displayName());
        }
    }

    private static boolean before(ThreadState ts, Object heap, int size, Object a, Object b, boolean max) {
        boolean less = ts.isTrue(max ? ts.compare(Slot.LT, b, a) : ts.compare(Slot.LT, a, b));
        if (ts.fastSize(heap) != size) {
            throw ts.error("RuntimeError", "list changed size during iteration");
        }
        return less;
    }

    private static void siftDown(ThreadState ts, Object heap, int start, int at, boolean max) {
        int size = ts.fastSize(heap);
        if (at >= size) {
            throw ts.error("IndexError", "index out of range");
        }
        Object item = ts.fastItem(heap, at);
        int position = at;
        while (position > start) {
            int up = (position - 1) >> 1;
            Object parent = ts.fastItem(heap, up);
            if (!before(ts, heap, size, item, parent, max)) {
                return;
            }
            // the comparison may have changed the items
            Object child = ts.fastItem(heap, position);
            ts.listSet(heap, position, ts.fastItem(heap, up));
            ts.listSet(heap, up, child);
            item = child;
            position = up;
        }
    }

    private static void siftUp(ThreadState ts, Object heap, int at, boolean max) {
        int size = ts.fastSize(heap);
        if (at >= size) {
            throw ts.error("IndexError", "index out of range");
        }
        int position = at;
        int limit = size >> 1;
        while (position < limit) {
            int child = 2 * position + 1;
            if (child + 1 < size
                    && !before(ts, heap, size, ts.fastItem(heap, child), ts.fastItem(heap, child + 1), max)) {
                child++;
            }
            Object moved = ts.fastItem(heap, child);
            ts.listSet(heap, child, ts.fastItem(heap, position));
            ts.listSet(heap, position, moved);
            position = child;
        }
        siftDown(ts, heap, at, position, max);
    }

    private static Object pop(ThreadState ts, Object heap, boolean max) {
        check(ts, heap, max ? "_heappop_max() argument" : "heappop() argument");
        int n = ts.fastSize(heap);
        if (n == 0) {
            throw ts.error("IndexError", "index out of range");
        }
        Object last = ts.fastItem(heap, n - 1);
        ts.delItem(heap, (long) (n - 1));
        if (n == 1) {
            return last;
        }
        Object first = ts.fastItem(heap, 0);
        ts.listSet(heap, 0, last);
        siftUp(ts, heap, 0, max);
        return first;
    }

    private static Object replace(ThreadState ts, Object heap, Object item, boolean max) {
        check(ts, heap, max ? "_heapreplace_max() argument 1" : "heapreplace() argument 1");
        if (ts.fastSize(heap) == 0) {
            throw ts.error("IndexError", "index out of range");
        }
        Object first = ts.fastItem(heap, 0);
        ts.listSet(heap, 0, item);
        siftUp(ts, heap, 0, max);
        return first;
    }

    /** Builds from the end, and where the heap is large in the order of a walk in depth, which stays in the caches. */
    private static void heapify(ThreadState ts, Object heap, boolean max) {
        check(ts, heap, max ? "_heapify_max() argument" : "heapify() argument");
        int n = ts.fastSize(heap);
        if (n > 2500) {
            depthFirst(ts, heap, n, max);
            return;
        }
        for (int i = (n >> 1) - 1; i >= 0; i--) {
            siftUp(ts, heap, i, max);
        }
    }

    private static void depthFirst(ThreadState ts, Object heap, int n, boolean max) {
        int m = n >> 1;
        int leftmost = Integer.highestOneBit(m + 1) - 1;
        int half = m >> 1;
        for (int i = leftmost - 1; i >= half; i--) {
            siftParents(ts, heap, i, max);
        }
        for (int i = m - 1; i >= leftmost; i--) {
            siftParents(ts, heap, i, max);
        }
    }

    private static void siftParents(ThreadState ts, Object heap, int start, boolean max) {
        int j = start;
        while (true) {
            siftUp(ts, heap, j, max);
            if ((j & 1) == 0) {
                break;
            }
            j >>= 1;
        }
    }

    @Expose(signature = "(heap, item, /)", doc = "Add an item.")
    static void heappush(ThreadState ts, Object heap, Object item) {
        check(ts, heap, "heappush() argument 1");
        ts.listAppend(heap, item);
        siftDown(ts, heap, 0, ts.fastSize(heap) - 1, false);
    }

    @Expose(signature = "(heap, /)", doc = "Take the least item.")
    static Object heappop(ThreadState ts, Object heap) {
        return pop(ts, heap, false);
    }

    @Expose(signature = "(heap, item, /)", doc = "Take the least item, then add one.")
    static Object heapreplace(ThreadState ts, Object heap, Object item) {
        return replace(ts, heap, item, false);
    }

    @Expose(signature = "(heap, item, /)", doc = "Add an item, then take the least.")
    static Object heappushpop(ThreadState ts, Object heap, Object item) {
        check(ts, heap, "heappushpop() argument 1");
        if (ts.fastSize(heap) == 0) {
            return item;
        }
        Object top = ts.fastItem(heap, 0);
        if (!ts.isTrue(ts.compare(Slot.LT, top, item))) {
            return item;
        }
        if (ts.fastSize(heap) == 0) {
            throw ts.error("IndexError", "index out of range");
        }
        Object first = ts.fastItem(heap, 0);
        ts.listSet(heap, 0, item);
        siftUp(ts, heap, 0, false);
        return first;
    }

    @Expose(name = "heapify", signature = "(heap, /)", doc = "Make a heap of a list.")
    static void heapifyMin(ThreadState ts, Object heap) {
        heapify(ts, heap, false);
    }

    @Expose(signature = "(heap, /)", doc = "heappop of a heap of greatest items.")
    static Object _heappop_max(ThreadState ts, Object heap) {
        return pop(ts, heap, true);
    }

    @Expose(signature = "(heap, item, /)", doc = "heapreplace of a heap of greatest items.")
    static Object _heapreplace_max(ThreadState ts, Object heap, Object item) {
        return replace(ts, heap, item, true);
    }

    @Expose(signature = "(heap, /)", doc = "heapify for the greatest items.")
    static void _heapify_max(ThreadState ts, Object heap) {
        heapify(ts, heap, true);
    }
}
