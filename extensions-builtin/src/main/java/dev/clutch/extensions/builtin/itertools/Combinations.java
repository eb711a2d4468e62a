package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code itertools.combinations}. */
@ExtensionType(
        name = "itertools.combinations",
        subclassable = true,
        doc = "Iterate over the selections of r items, in order.")
final class Combinations extends Selection {
    private Combinations(PyType type, Object[] pool, int r) {
        super(type, pool, r, r > pool.length ? 0 : r, r > pool.length);
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

    /** Raises the rightmost index that isn't at its limit, and sets those right of it. */
    @Override
    int advance() {
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

    @Override
    Object state(ThreadState ts) {
        return Support.ints(ts, indices);
    }

    @Override
    void restore(ThreadState ts, Object state) {
        if (!ts.isTuple(state) || ts.fastSize(state) != r || !chooses()) {
            throw ts.valueError("invalid arguments");
        }
        for (int i = 0; i < r; i++) {
            indices[i] = Support.clamped(ts, state, i, 0, i + pool.length - r);
        }
    }
}
