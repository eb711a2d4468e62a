package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.combinations}. */
@ExtensionType(
        name = "itertools.combinations",
        subclassable = true,
        doc = "Iterate over the selections of r items, in order.")
final class Combinations extends IteratorBase {
    private final Object[] pool;
    private final int[] indices;
    private final int r;

    /** The items at the indices. */
    private final Object[] row;

    private boolean started;
    private boolean stopped;

    private Combinations(PyType type, Object[] pool, int r) {
        super(type);
        this.pool = pool;
        this.r = r;
        this.stopped = r > pool.length;
        this.indices = new int[stopped ? 0 : r];
        this.row = new Object[indices.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
    }

    @Expose(signature = "(iterable, r)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object r) {
        long size = Support.size(ts, r);
        Object[] pool = ts.toArray(iterable);
        return new Combinations(cls, pool, Support.count(ts, size));
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

    /** Raises the rightmost index that isn't at its limit, and sets those right of it; returns which, -1 for none. */
    private int advance() {
        int i = r - 1;
        while (i >= 0 && indices[i] == i + pool.length - r) {
            i--;
        }
        if (i < 0) {
            return -1;
        }
        indices[i]++;
        for (int j = i + 1; j < r; j++) {
            indices[j] = indices[j - 1] + 1;
        }
        return i;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        if (started && stopped) {
            return ts.newTuple(type(), ts.newTuple(ts.newTuple(), (long) r));
        }
        Object args = ts.newTuple(ts.newTuple(pool.clone()), (long) r);
        return started ? ts.newTuple(type(), args, Support.ints(ts, indices)) : ts.newTuple(type(), args);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        if (!ts.isTuple(state) || ts.fastSize(state) != r || indices.length != r) {
            throw ts.valueError("invalid arguments");
        }
        for (int i = 0; i < r; i++) {
            indices[i] = Support.clamped(ts, state, i, 0, i + pool.length - r);
        }
        for (int i = 0; i < r; i++) {
            row[i] = pool[indices[i]];
        }
        started = true;
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 64 + 4L * indices.length;
    }
}
