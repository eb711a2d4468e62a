package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools._tee}: one of several iterators over the same items. */
@ExtensionType(name = "itertools._tee", weakReferences = true, doc = "An iterator that can be copied.")
final class Tee extends IteratorBase {
    private TeeData data;
    private int index;

    private Tee(PyType type, TeeData data, int index) {
        super(type);
        this.data = data;
        this.index = index;
    }

    @Expose(signature = "(iterable, /)")
    static Object __new__(ThreadState ts, PyType cls, ItertoolsModule state, Object iterable) {
        return of(ts, state, iterable);
    }

    /** {@code tee_fromiterable}. */
    static Tee of(ThreadState ts, ItertoolsModule state, Object iterable) {
        Object it = ts.iter(iterable);
        if (it instanceof Tee tee) {
            return new Tee(tee.type(), tee.data, tee.index);
        }
        return new Tee(state.type(ts, "_tee"), new TeeData(state.type(ts, "_tee_dataobject"), it), 0);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (index == TeeData.SIZE) {
            data = data.following();
            index = 0;
        }
        Object value = data.get(ts, index);
        if (value != null) {
            index++;
        }
        return value;
    }

    @Expose
    Object __copy__(ThreadState ts) {
        return new Tee(type(), data, index);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(ts.newTuple()), ts.newTuple(data, (long) index));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        Object[] parts = Support.state(ts, state, 2, 2);
        if (!(parts[0] instanceof TeeData d)) {
            throw ts.typeError("argument 1 must be itertools._tee_dataobject, not "
                    + ts.typeOf(parts[0]).displayName());
        }
        int at = ts.asInt(parts[1]);
        if (at < 0 || at > TeeData.SIZE) {
            throw ts.valueError("Index out of range");
        }
        data = d;
        index = at;
    }
}
