package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.islice}. */
@ExtensionType(
        name = "itertools.islice",
        subclassable = true,
        doc = "Iterate over the items at the positions of a range.")
final class ISlice extends IteratorBase {
    /** Null at the end. */
    private @Nullable Object iterator;

    /** Position of the item that comes next. */
    private long next;

    /** -1 for none. */
    private final long stop;

    private final long step;

    /** How many items were taken. */
    private long taken;

    private ISlice(PyType type, Object iterator, long next, long stop, long step) {
        super(type);
        this.iterator = iterator;
        this.next = next;
        this.stop = stop;
        this.step = step;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 2, 4);
        long start = args.length == 2 ? 0 : size(ts, args[1], 0);
        Object end = args.length == 2 ? args[1] : args[2];
        long stop = size(ts, end, -1);
        if (stop < 0 && end != Singleton.NONE) {
            throw ts.valueError(
                    stop == -1
                            ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                            : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        if (start < 0) {
            throw ts.valueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        long step = args.length == 4 ? size(ts, args[3], 1) : 1;
        if (step < 1) {
            throw ts.valueError("Step for islice() must be a positive integer or None.");
        }
        return new ISlice(cls, ts.iter(args[0]), start, stop, step);
    }

    /** A size, with a default for None; -1 for what isn't one. */
    private static long size(ThreadState ts, Object o, long fallback) {
        if (o == Singleton.NONE) {
            return fallback;
        }
        try {
            return ts.index(o) instanceof Long n ? n : -1;
        } catch (PythonException e) {
            return -1;
        }
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object it = iterator;
        if (it == null) {
            return null;
        }
        while (taken < next) {
            if (ts.next(it) == null) {
                iterator = null;
                return null;
            }
            taken++;
            ts.checkSignals();
        }
        Object value = stop >= 0 && taken >= stop ? null : ts.next(it);
        if (value == null) {
            iterator = null;
            return null;
        }
        taken++;
        long following = next + step;
        next = following < next || (stop >= 0 && following > stop) ? (stop < 0 ? Long.MAX_VALUE : stop) : following;
        return value;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object it = iterator;
        if (it == null) {
            return ts.newTuple(type(), ts.newTuple(ts.iter(ts.newList()), 0L), 0L);
        }
        Object end = stop < 0 ? Singleton.NONE : (Object) stop;
        return ts.newTuple(type(), ts.newTuple(it, next, end, step), taken);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        if (!ts.isInt(state)) {
            throw ts.typeError("an integer is required");
        }
        taken = Support.size(ts, state);
    }
}
