package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import org.jspecify.annotations.Nullable;

/** Iterates over a range: in longs while they suffice. Answers to {@code rangeiterobject} and {@code longrangeiterobject}. */
@ExtensionType(name = "range_iterator", exported = false)
public final class PyRangeIterator extends PyObject {
    /** {@code range_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyRangeIteratorDefinition(), TypeObject.OBJECT);

    private Object next;
    private final Object step;
    private Object remaining;

    PyRangeIterator(Object start, Object step, Object length) {
        super(TYPE);
        this.next = start;
        this.step = step;
        this.remaining = length;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        if (IntMath.signum(remaining) <= 0) {
            return null;
        }
        Object value = next;
        next = IntMath.add(value, step);
        remaining = IntMath.sub(remaining, 1L);
        return value;
    }

    @Expose
    Object __length_hint__(PyThreadState ts) {
        return remaining;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object stop = IntMath.add(next, IntMath.mul(step, remaining));
        Object range = dev.clutch.interp.op.Call.vector(ts, PyRange.TYPE, new Object[] {next, stop, step}, null);
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(range));
    }
}
