package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code itertools.batched}. */
@ExtensionType(name = "itertools.batched", subclassable = true, doc = "Iterate over tuples of n items.")
final class Batched extends IteratorBase {
    private @Nullable Object iterator;
    private final long size;

    private Batched(PyType type, Object iterator, long size) {
        super(type);
        this.iterator = iterator;
        this.size = size;
    }

    @Expose(signature = "(iterable, n)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object n) {
        long size = Support.size(ts, n);
        if (size < 1) {
            throw ts.valueError("n must be at least one");
        }
        return new Batched(cls, ts.iter(iterable), size);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object it = iterator;
        if (it == null) {
            return null;
        }
        Object[] batch = new Object[(int) Math.min(size, 16)];
        int n = 0;
        while (n < size) {
            Object value = ts.next(it);
            if (value == null) {
                iterator = null;
                if (n == 0) {
                    return null;
                }
                break;
            }
            if (n == batch.length) {
                batch = Arrays.copyOf(batch, (int) Math.min(size, n * 2L));
            }
            batch[n++] = value;
            ts.checkSignals();
        }
        return ts.newTuple(n == batch.length ? batch : Arrays.copyOf(batch, n));
    }
}
