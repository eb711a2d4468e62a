package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code itertools.count}. */
@ExtensionType(name = "itertools.count", subclassable = true, doc = "Count without end.")
final class Count extends IteratorBase {
    /** The next number while it is a small int and the step is 1. */
    private long small;

    /** The next number otherwise; null while {@link #small} counts. */
    private @Nullable Object value;

    private final Object step;

    private Count(PyType type, long small, @Nullable Object value, Object step) {
        super(type);
        this.small = small;
        this.value = value;
        this.step = step;
    }

    @Expose(signature = "(start=0, step=1)")
    static Object __new__(ThreadState ts, PyType cls, Object start, Object step) {
        if (!isNumber(ts, start) || !isNumber(ts, step)) {
            throw ts.typeError("a number is required");
        }
        if (ts.isInt(start) && ts.isInt(step) && ts.index(step).equals(1L) && ts.index(start) instanceof Long n) {
            return new Count(cls, n, null, 1L);
        }
        return new Count(cls, 0, start, step);
    }

    /** {@code PyNumber_Check}. */
    private static boolean isNumber(ThreadState ts, Object o) {
        return o instanceof Long
                || o instanceof Double
                || ts.findSpecial(o, "__index__") != null
                || ts.findSpecial(o, "__int__") != null
                || ts.findSpecial(o, "__float__") != null
                || ts.typeOf(o).isSubtype(ts.builtinType("complex"));
    }

    @Expose
    Object __next__(ThreadState ts) {
        Object current = value;
        if (current == null) {
            long n = small;
            if ((n & 0xFF) == 0) {
                ts.checkSignals();
                n = small;
            }
            if (n != Long.MAX_VALUE) {
                small = n + 1;
                return n;
            }
            current = n;
        } else {
            ts.checkSignals();
            current = Objects.requireNonNull(value);
        }
        value = ts.add(current, step);
        return current;
    }

    private Object next() {
        Object current = value;
        return current == null ? (Object) small : current;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        StrBuilder out = new StrBuilder();
        out.append(Str.of(type().name())).append((Object) "(").append(ts.repr(next()));
        if (value != null && !(ts.isInt(step) && ts.index(step).equals(1L))) {
            out.append((Object) ", ").append(ts.repr(step));
        }
        return out.append((Object) ")").build();
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), value == null ? ts.newTuple(small) : ts.newTuple(next(), step));
    }
}
