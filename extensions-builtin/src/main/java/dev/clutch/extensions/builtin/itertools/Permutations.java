package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.permutations}. */
@ExtensionType(name = "itertools.permutations", subclassable = true, doc = "Iterate over the orders of r items.")
final class Permutations extends IteratorBase {
    private final Object[] pool;
    private final int r;
    private final int[] indices;
    private final int[] cycles;

    /** The items at the first indices. */
    private final Object[] row;

    private boolean started;
    private boolean stopped;

    private Permutations(PyType type, Object[] pool, int r) {
        super(type);
        this.pool = pool;
        this.r = r;
        this.stopped = r > pool.length;
        this.indices = new int[pool.length];
        this.cycles = new int[stopped ? 0 : r];
        this.row = new Object[cycles.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = pool.length - i;
        }
    }

    @Expose(signature = "(iterable, r=None)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object r) {
        Object[] pool = ts.toArray(iterable);
        if (r == Singleton.NONE) {
            return new Permutations(cls, pool, pool.length);
        }
        if (!ts.isInt(r)) {
            throw ts.typeError("Expected int as r");
        }
        return new Permutations(cls, pool, Support.count(ts, r));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (stopped) {
            return null;
        }
        int changed = started ? advance() : 0;
        if (changed < 0) {
            stopped = true;
            return null;
        }
        started = true;
        for (int i = changed; i < r; i++) {
            row[i] = pool[indices[i]];
        }
        return ts.newTuple(row.clone());
    }

    /** Goes on to the next order; returns the first place that changed, -1 at the end. */
    private int advance() {
        int n = indices.length;
        for (int i = r - 1; i >= 0; i--) {
            if (--cycles[i] == 0) {
                int index = indices[i];
                System.arraycopy(indices, i + 1, indices, i, n - 1 - i);
                indices[n - 1] = index;
                cycles[i] = n - i;
            } else {
                int j = n - cycles[i];
                int index = indices[i];
                indices[i] = indices[j];
                indices[j] = index;
                return i;
            }
        }
        return -1;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        if (started && stopped) {
            return ts.newTuple(type(), ts.newTuple(ts.newTuple(), (long) r));
        }
        Object args = ts.newTuple(ts.newTuple(pool.clone()), (long) r);
        if (!started) {
            return ts.newTuple(type(), args);
        }
        return ts.newTuple(type(), args, ts.newTuple(Support.ints(ts, indices), Support.ints(ts, cycles)));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        Object[] parts = Support.state(ts, state, 2, 2);
        int n = pool.length;
        for (int i = 0; i < 2; i++) {
            if (!ts.isTuple(parts[i])) {
                throw ts.typeError("argument " + (i + 1) + " must be tuple, not "
                        + ts.typeOf(parts[i]).displayName());
            }
        }
        if (ts.fastSize(parts[0]) != n || ts.fastSize(parts[1]) != r || cycles.length != r) {
            throw ts.valueError("invalid arguments");
        }
        for (int i = 0; i < n; i++) {
            indices[i] = Support.clamped(ts, parts[0], i, 0, n - 1);
        }
        for (int i = 0; i < r; i++) {
            cycles[i] = Support.clamped(ts, parts[1], i, 1, n - i);
        }
        for (int i = 0; i < r; i++) {
            row[i] = pool[indices[i]];
        }
        started = true;
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 64 + 4L * (indices.length + cycles.length);
    }
}
