package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** {@code range_iterator}: none of its numbers, nor the one after the last, is outside long. */
@ExtensionType(name = "range_iterator", exported = false)
public final class PyRangeIterator extends RangeIteration {
    /** {@code range_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyRangeIteratorDefinition(), TypeObject.OBJECT);

    private long next;
    private final long step;
    private long remaining;

    PyRangeIterator(long start, long step, long length) {
        super(TYPE);
        this.next = start;
        this.step = step;
        this.remaining = length;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        if (remaining <= 0) {
            return null;
        }
        long value = next;
        next = value + step;
        remaining--;
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
        long n = (Long) count;
        next += n * step;
        remaining -= n;
    }
}
