package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;

/** {@code itertools.combinations_with_replacement}. */
@ExtensionType(
        name = "itertools.combinations_with_replacement",
        subclassable = true,
        doc = "Iterate over the selections of r items, in order, where an item may repeat.")
final class CombinationsWithReplacement extends Selection {
    private CombinationsWithReplacement(PyType type, Object[] pool, int r) {
        super(type, pool, r, pool.length == 0 ? 0 : r, pool.length == 0 && r > 0);
    }

    @Expose(signature = "(iterable, r)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object r) {
        long size = Support.size(ts, r);
        Object[] pool = ts.toArray(iterable);
        return new CombinationsWithReplacement(cls, pool, Support.count(ts, size));
    }

    /** Raises the rightmost index that isn't at its limit, and those right of it to the same. */
    @Override
    int advance() {
        int i = r - 1;
        while (i >= 0 && indices[i] == pool.length - 1) {
            i--;
        }
        if (i < 0) {
            return -1;
        }
        Arrays.fill(indices, i, r, indices[i] + 1);
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
            indices[i] = Support.clamped(ts, state, i, 0, pool.length - 1);
        }
    }
}
