package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import org.jspecify.annotations.Nullable;

/** {@code longrange_iterator}: numbers of any size. */
@ExtensionType(name = "longrange_iterator", exported = false)
public final class PyLongRangeIterator extends RangeIteration {
    /** {@code longrange_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyLongRangeIteratorDefinition(), TypeObject.OBJECT);

    private Object next;
    private final Object step;
    private Object remaining;

    PyLongRangeIterator(Object start, Object step, Object length) {
        super(TYPE);
        this.next = start;
        this.step = step;
        this.remaining = length;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        if (IntMath.signum(remaining) <= 0) {
            return null;
        }
        Object value = next;
        next = IntMath.add(value, step);
        remaining = IntMath.sub(remaining, 1L);
        return value;
    }

    @Override
    Object first() {
        return next;
    }

    @Override
    Object step() {
        return step;
    }

    @Override
    Object remaining() {
        return remaining;
    }

    @Override
    void skip(Object count) {
        next = IntMath.add(next, IntMath.mul(count, step));
        remaining = IntMath.sub(remaining, count);
    }
}
