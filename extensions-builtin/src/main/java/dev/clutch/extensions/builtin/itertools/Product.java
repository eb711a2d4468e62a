package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.product}. */
@ExtensionType(
        name = "itertools.product",
        subclassable = true,
        doc = "Iterate over the tuples with one item of each iterable.")
final class Product extends IteratorBase {
    private final Object[][] pools;
    private final int[] indices;

    /** The items at the indices. */
    private final Object[] row;

    private boolean started;
    private boolean stopped;

    private Product(PyType type, Object[][] pools) {
        super(type);
        this.pools = pools;
        this.indices = new int[pools.length];
        this.row = new Object[pools.length];
    }

    @Expose(signature = "(*iterables, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] iterables, @Nullable Object kwargs) {
        long repeat = 1;
        if (kwargs != null && ts.size(kwargs) > 0) {
            Object given = ts.dictGet(kwargs, "repeat");
            if (ts.size(kwargs) > 1) {
                throw ts.typeError("product() takes at most 1 keyword argument (" + ts.size(kwargs) + " given)");
            }
            if (given == null) {
                String name = Str.toJavaString(ts.strValue(ts.dictKeyAt(kwargs, ts.dictNext(kwargs, 0))));
                throw ts.typeError("'" + name + "' is an invalid keyword argument for product()");
            }
            repeat = Support.size(ts, given);
            if (repeat < 0) {
                throw ts.valueError("repeat argument cannot be negative");
            }
        }
        int n = repeat == 0 ? 0 : iterables.length;
        if (n > 0 && repeat > (Integer.MAX_VALUE - 8) / n) {
            throw ts.error("OverflowError", "repeat argument too large");
        }
        Object[][] pools = new Object[(int) (n * repeat)][];
        for (int i = 0; i < n; i++) {
            pools[i] = ts.toArray(iterables[i]);
        }
        for (int i = n; i < pools.length; i++) {
            pools[i] = pools[i - n];
        }
        return new Product(cls, pools);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (stopped) {
            return null;
        }
        int changed = started ? advance() : hasEmptyPool() ? -1 : 0;
        if (changed < 0) {
            stopped = true;
            return null;
        }
        started = true;
        for (int i = changed; i < row.length; i++) {
            row[i] = pools[i][indices[i]];
        }
        return ts.newTuple(row.clone());
    }

    private boolean hasEmptyPool() {
        for (Object[] pool : pools) {
            if (pool.length == 0) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next tuple; returns the first place that changed, -1 at the end. */
    private int advance() {
        for (int i = pools.length - 1; i >= 0; i--) {
            if (++indices[i] < pools[i].length) {
                return i;
            }
            indices[i] = 0;
        }
        return -1;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        if (stopped) {
            return ts.newTuple(type(), ts.newTuple(ts.newTuple()));
        }
        Object[] tuples = new Object[pools.length];
        for (int i = 0; i < tuples.length; i++) {
            tuples[i] = ts.newTuple(pools[i].clone());
        }
        Object args = ts.newTuple(tuples);
        return started ? ts.newTuple(type(), args, Support.ints(ts, indices)) : ts.newTuple(type(), args);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        if (!ts.isTuple(state) || ts.fastSize(state) != pools.length) {
            throw ts.valueError("invalid arguments");
        }
        for (int i = 0; i < pools.length; i++) {
            if (pools[i].length == 0) {
                stopped = true;
                return;
            }
            indices[i] = Support.clamped(ts, state, i, 0, pools[i].length - 1);
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = pools[i][indices[i]];
        }
        started = true;
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 64 + 12L * pools.length;
    }
}
