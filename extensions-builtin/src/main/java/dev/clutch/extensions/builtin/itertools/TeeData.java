package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code itertools._tee_dataobject}: a stretch of the items of an iterator, and what follows it. */
@ExtensionType(name = "itertools._tee_dataobject", doc = "What copies of an iterator share.")
final class TeeData extends PyObject {
    /** Items of one stretch. */
    static final int SIZE = 57;

    private final Object iterator;
    private final @Nullable Object[] values = new Object[SIZE];
    private int count;
    private boolean running;
    private @Nullable TeeData next;

    TeeData(PyType type, Object iterator) {
        super(type);
        this.iterator = iterator;
    }

    @Expose(signature = "(it, values, next, /)")
    static Object __new__(ThreadState ts, PyType cls, Object it, Object values, Object next) {
        if (!ts.isList(values)) {
            throw ts.typeError("teedataobject() argument 2 must be list, not "
                    + ts.typeOf(values).displayName());
        }
        TeeData made = new TeeData(cls, it);
        int n = ts.fastSize(values);
        if (n > SIZE) {
            throw ts.valueError("Invalid arguments");
        }
        for (int i = 0; i < n; i++) {
            made.values[i] = ts.fastItem(values, i);
        }
        made.count = n;
        if (n == SIZE) {
            if (next != Singleton.NONE) {
                if (!(next instanceof TeeData following)) {
                    throw ts.valueError("Invalid arguments");
                }
                made.next = following;
            }
        } else if (next != Singleton.NONE) {
            throw ts.valueError("Invalid arguments");
        }
        return made;
    }

    /** The stretch after this one. */
    TeeData following() {
        TeeData f = next;
        if (f == null) {
            f = new TeeData(type(), iterator);
            next = f;
        }
        return f;
    }

    /** The item at a position, which is at most one past those read; null at the end. */
    @Nullable
    Object get(ThreadState ts, int index) {
        if (index < count) {
            return values[index];
        }
        if (running) {
            throw ts.error("RuntimeError", "cannot re-enter the tee iterator");
        }
        running = true;
        try {
            Object value = ts.next(iterator);
            if (value != null) {
                values[count++] = value;
            }
            return value;
        } finally {
            running = false;
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object list = ts.newListSized(count);
        for (int i = 0; i < count; i++) {
            ts.listAppend(list, Objects.requireNonNull(values[i]));
        }
        TeeData f = next;
        return ts.newTuple(type(), ts.newTuple(iterator, list, f == null ? Singleton.NONE : f));
    }
}
