package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code itertools.permutations}. */
@ExtensionType(name = "itertools.permutations", subclassable = true, doc = "Iterate over the orders of r items.")
final class Permutations extends Selection {
    private final int[] cycles;

    private Permutations(PyType type, Object[] pool, int r) {
        super(type, pool, r, pool.length, r > pool.length);
        this.cycles = new int[r > pool.length ? 0 : r];
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

    @Override
    int advance() {
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

    @Override
    Object state(ThreadState ts) {
        return ts.newTuple(Support.ints(ts, indices), Support.ints(ts, cycles));
    }

    @Override
    void restore(ThreadState ts, Object state) {
        Object[] parts = Support.state(ts, state, 2, 2);
        int n = pool.length;
        for (int i = 0; i < 2; i++) {
            if (!ts.isTuple(parts[i])) {
                throw ts.typeError("argument " + (i + 1) + " must be tuple, not "
                        + ts.typeOf(parts[i]).displayName());
            }
        }
        if (ts.fastSize(parts[0]) != n || ts.fastSize(parts[1]) != r || !chooses()) {
            throw ts.valueError("invalid arguments");
        }
        for (int i = 0; i < n; i++) {
            indices[i] = Support.clamped(ts, parts[0], i, 0, n - 1);
        }
        for (int i = 0; i < r; i++) {
            cycles[i] = Support.clamped(ts, parts[1], i, 1, n - i);
        }
    }

    @Override
    int counted() {
        return indices.length + cycles.length;
    }
}
