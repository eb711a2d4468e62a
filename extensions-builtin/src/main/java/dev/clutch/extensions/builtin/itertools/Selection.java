package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What chooses r items of a pool, one tuple after the other: the first indices say which. */
abstract class Selection extends IteratorBase {
    final Object[] pool;
    final int r;
    final int[] indices;

    /** The items at the first indices. */
    private final Object[] row;

    private boolean started;
    private boolean stopped;

    /**
     * For subclasses, which set the indices to the first choice.
     *
     * @param size how many indices there are
     * @param empty whether nothing can be chosen
     */
    Selection(PyType type, Object[] pool, int r, int size, boolean empty) {
        super(type);
        this.pool = pool;
        this.r = r;
        this.stopped = empty;
        this.indices = new int[size];
        this.row = new Object[empty ? 0 : r];
    }

    /** Goes on to the next choice; returns the first place that changed, -1 at the end. */
    abstract int advance();

    /** What {@code __setstate__} takes back. */
    abstract Object state(ThreadState ts);

    /** Sets the indices to those of a state. */
    abstract void restore(ThreadState ts, Object state);

    /** How many indices there are, for {@code __sizeof__}. */
    int counted() {
        return indices.length;
    }

    /** Whether a row can be chosen at all. */
    final boolean chooses() {
        return row.length == r;
    }

    @Expose
    final @Nullable Object __next__(ThreadState ts) {
        if (stopped) {
            return null;
        }
        int changed = started ? advance() : 0;
        if (changed < 0) {
            stopped = true;
            return null;
        }
        started = true;
        fill(changed);
        return ts.newTuple(row.clone());
    }

    private void fill(int from) {
        for (int i = from; i < r; i++) {
            row[i] = pool[indices[i]];
        }
    }

    @Expose
    final Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        if (started && stopped) {
            return ts.newTuple(type(), ts.newTuple(ts.newTuple(), (long) r));
        }
        Object args = ts.newTuple(ts.newTuple(pool.clone()), (long) r);
        return started ? ts.newTuple(type(), args, state(ts)) : ts.newTuple(type(), args);
    }

    @Expose
    final void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        restore(ts, state);
        fill(0);
        started = true;
    }

    @Expose
    final long __sizeof__(ThreadState ts) {
        return 64 + 4L * counted();
    }
}
