package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.accumulate}. */
@ExtensionType(name = "itertools.accumulate", subclassable = true, doc = "Iterate over running totals.")
final class Accumulate extends IteratorBase {
    private final Object iterator;
    private final Object function;
    private @Nullable Object total;

    /** Null for none. */
    private @Nullable Object initial;

    private Accumulate(PyType type, Object iterator, Object function, @Nullable Object initial) {
        super(type);
        this.iterator = iterator;
        this.function = function;
        this.initial = initial;
    }

    @Expose(signature = "(iterable, func=None, *, initial=None)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object func, Object initial) {
        return new Accumulate(cls, ts.iter(iterable), func, initial == Singleton.NONE ? null : initial);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object first = initial;
        if (first != null) {
            initial = null;
            total = first;
            return first;
        }
        Object value = ts.next(iterator);
        if (value == null) {
            return null;
        }
        Object sum = total;
        sum = sum == null ? value : function == Singleton.NONE ? ts.add(sum, value) : ts.call(function, sum, value);
        total = sum;
        return sum;
    }

    @Expose
    Object __reduce__(ThreadState ts, ItertoolsModule state) {
        Support.pickling(ts);
        Object sum = total;
        Object first = initial;
        if (first != null) {
            Object it = state.chain(ts, ts.newTuple(first), iterator);
            return ts.newTuple(type(), ts.newTuple(it, function), Singleton.NONE);
        }
        if (sum == Singleton.NONE) {
            // a total of None can't be told from no total: begin with it and skip it
            Object it = ts.call(type(), state.chain(ts, ts.newTuple(sum), iterator), function);
            return ts.newTuple(state.type(ts, "islice"), ts.newTuple(it, 1L, Singleton.NONE));
        }
        return ts.newTuple(type(), ts.newTuple(iterator, function), sum == null ? Singleton.NONE : sum);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        total = state;
    }
}
