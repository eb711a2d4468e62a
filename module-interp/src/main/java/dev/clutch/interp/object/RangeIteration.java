package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;

/** What the two iterators over ranges share; which one it is depends on the size of the numbers. */
abstract class RangeIteration extends PyIterator {
    RangeIteration(TypeObject type) {
        super(type);
    }

    /** Makes the iterator that fits ({@code range_iter}). */
    static RangeIteration of(Object start, Object step, Object length) {
        boolean small = start instanceof Long
                && step instanceof Long
                && length instanceof Long
                && IntMath.add(start, IntMath.mul(step, length)) instanceof Long;
        return small
                ? new PyRangeIterator((Long) start, (Long) step, (Long) length)
                : new PyLongRangeIterator(start, step, length);
    }

    /** The number that comes next, if any does. */
    abstract Object first();

    abstract Object step();

    /** How many numbers are still to come. */
    abstract Object remaining();

    /** Goes on by as many numbers, no more than remain. */
    abstract void skip(Object count);

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    Object __length_hint__(PyThreadState ts) {
        return remaining();
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object stop = IntMath.add(first(), IntMath.mul(step(), remaining()));
        Object range = Call.vector(ts, PyRange.TYPE, new Object[] {first(), stop, step()}, null);
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(range), Singleton.NONE);
    }

    @Expose
    void __setstate__(PyThreadState ts, Object state) {
        Object index = Numbers.index(ts, state);
        if (IntMath.signum(index) < 0) {
            index = 0L;
        } else if (IntMath.compare(index, remaining()) > 0) {
            index = remaining();
        }
        skip(index);
    }
}
