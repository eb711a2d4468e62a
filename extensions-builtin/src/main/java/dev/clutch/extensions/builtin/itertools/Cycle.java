package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.cycle}. */
@ExtensionType(name = "itertools.cycle", subclassable = true, doc = "Iterate over the items again and again.")
final class Cycle extends IteratorBase {
    /** Null after its end. */
    private @Nullable Object iterator;

    /** A list of what the iterator gave. */
    private Object saved;

    private int index;

    /** Whether the iterator's items are saved already: it gives them a second time after unpickling. */
    private boolean isSaved;

    private Cycle(PyType type, Object iterator, Object saved) {
        super(type);
        this.iterator = iterator;
        this.saved = saved;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 1, 1);
        return new Cycle(cls, ts.iter(args[0]), ts.newList());
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object it = iterator;
        if (it != null) {
            Object value = ts.next(it);
            if (value != null) {
                if (!isSaved) {
                    ts.listAppend(saved, value);
                }
                return value;
            }
            iterator = null;
        }
        ts.checkSignals();
        int size = ts.fastSize(saved);
        if (size == 0) {
            return null;
        }
        int i = index < size ? index : 0;
        index = i + 1 < size ? i + 1 : 0;
        return ts.fastItem(saved, i);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object it = iterator;
        if (it != null) {
            return ts.newTuple(type(), ts.newTuple(it), ts.newTuple(saved, isSaved));
        }
        Object rest = ts.iter(saved);
        if (index != 0) {
            ts.callMethod(rest, "__setstate__", (long) index);
        }
        return ts.newTuple(type(), ts.newTuple(rest), ts.newTuple(saved, true));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        Object[] parts = Support.state(ts, state, 2, 2);
        if (!ts.isList(parts[0])) {
            throw ts.typeError(
                    "argument 1 must be list, not " + ts.typeOf(parts[0]).displayName());
        }
        isSaved = ts.asInt(parts[1]) != 0;
        saved = parts[0];
        index = 0;
    }
}
