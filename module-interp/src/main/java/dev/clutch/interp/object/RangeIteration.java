package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** What the two iterators over ranges share; which one it is depends on the size of the numbers. */
abstract class RangeIteration extends PyObject {
    private Object next;
    private final Object step;
    private Object remaining;

    RangeIteration(TypeObject type, Object start, Object step, Object length) {
        super(type);
        this.next = start;
        this.step = step;
        this.remaining = length;
    }

    /** Makes the iterator that fits ({@code range_iter}). */
    static RangeIteration of(Object start, Object step, Object length) {
        boolean small = start instanceof Long
                && step instanceof Long
                && length instanceof Long
                && IntMath.add(start, IntMath.mul(step, length)) instanceof Long;
        return small ? new PyRangeIterator(start, step, length) : new PyLongRangeIterator(start, step, length);
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
        Object range = Call.vector(ts, PyRange.TYPE, new Object[] {next, stop, step}, null);
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(range), Singleton.NONE);
    }

    @Expose
    void __setstate__(PyThreadState ts, Object state) {
        Object index = Numbers.index(ts, state);
        if (IntMath.signum(index) < 0) {
            index = 0L;
        } else if (IntMath.compare(index, remaining) > 0) {
            index = remaining;
        }
        next = IntMath.add(next, IntMath.mul(index, step));
        remaining = IntMath.sub(remaining, index);
    }
}
