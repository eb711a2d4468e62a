package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.repeat}. */
@ExtensionType(
        name = "itertools.repeat",
        subclassable = true,
        doc = "Give the same object again and again, or some times.")
final class Repeat extends IteratorBase {
    private final Object element;

    /** How often it is still given, -1 for ever. */
    private long remaining;

    private Repeat(PyType type, Object element, long remaining) {
        super(type);
        this.element = element;
        this.remaining = remaining;
    }

    @Expose(signature = "(object, times=<absent>)")
    static Object __new__(ThreadState ts, PyType cls, Object object, @Nullable Object times) {
        return new Repeat(cls, object, times == null ? -1 : Math.max(0, Support.size(ts, times)));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (remaining < 0) {
            ts.checkSignals();
            return element;
        }
        if (remaining == 0) {
            return null;
        }
        remaining--;
        return element;
    }

    @Expose
    long __length_hint__(ThreadState ts) {
        if (remaining < 0) {
            throw ts.typeError("len() of unsized object");
        }
        return remaining;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        StrBuilder out = new StrBuilder();
        out.append(Str.of(type().name())).append((Object) "(").append(ts.repr(element));
        if (remaining >= 0) {
            out.append((Object) ", ").append((Object) Long.toString(remaining));
        }
        return out.append((Object) ")").build();
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), remaining < 0 ? ts.newTuple(element) : ts.newTuple(element, remaining));
    }
}
