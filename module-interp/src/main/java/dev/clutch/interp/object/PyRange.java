package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.SlotIds;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code range}: ints of any size. Answers to {@code rangeobject}. */
@ExtensionType(name = "range", sequence = true, doc = "The integers from start to stop by step.")
public final class PyRange extends PyObject {
    /** {@code range}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyRangeDefinition(), TypeObject.OBJECT);

    private final Object start;
    private final Object stop;
    private final Object step;
    private final Object length;

    private PyRange(Object start, Object stop, Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.length = length(start, stop, step);
    }

    /** {@code compute_range_length}. */
    private static Object length(Object start, Object stop, Object step) {
        boolean up = IntMath.signum(step) > 0;
        Object low = up ? start : stop;
        Object high = up ? stop : start;
        if (IntMath.compare(low, high) >= 0) {
            return 0L;
        }
        Object distance = IntMath.sub(IntMath.sub(high, low), 1L);
        return IntMath.add(IntMath.floordiv(distance, IntMath.abs(step)), 1L);
    }

    @Expose(signature = "(start, stop=<absent>, step=<absent>, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object start, @Nullable Object stop, @Nullable Object step) {
        if (stop == null) {
            return new PyRange(0L, Numbers.index(ts, start), 1L);
        }
        Object first = Numbers.index(ts, start);
        Object last = Numbers.index(ts, stop);
        Object by = step == null ? 1L : Numbers.index(ts, step);
        if (IntMath.signum(by) == 0) {
            throw Errors.valueError(ts, "range() arg 3 must not be zero");
        }
        return new PyRange(first, last, by);
    }

    private Object at(Object index) {
        return IntMath.add(start, IntMath.mul(index, step));
    }

    @Expose
    long __len__(PyThreadState ts) {
        if (length instanceof Long l) {
            return l;
        }
        throw Errors.error(ts, "OverflowError", "Python int too large to convert to C ssize_t");
    }

    @Expose
    boolean __bool__(PyThreadState ts) {
        return IntMath.signum(length) != 0;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return RangeIteration.of(start, step, length);
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        Object last = at(IntMath.sub(length, 1L));
        return RangeIteration.of(last, IntMath.neg(step), length);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            return slice(ts, slice);
        }
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    "range indices must be integers or slices, not "
                            + Types.of(key).displayName());
        }
        Object i = Numbers.index(ts, key);
        if (IntMath.signum(i) < 0) {
            i = IntMath.add(i, length);
        }
        if (IntMath.signum(i) < 0 || IntMath.compare(i, length) >= 0) {
            throw Errors.error(ts, "IndexError", "range object index out of range");
        }
        return at(i);
    }

    private Object slice(PyThreadState ts, PySlice slice) {
        PyTuple i = (PyTuple) slice.indices(ts, length);
        return new PyRange(at(i.get(0)), at(i.get(1)), IntMath.mul(step, i.get(2)));
    }

    private @Nullable Object find(Object value) {
        Object distance = IntMath.sub(value, start);
        if (IntMath.signum(IntMath.mod(distance, step)) != 0) {
            return null;
        }
        Object index = IntMath.floordiv(distance, step);
        return IntMath.signum(index) >= 0 && IntMath.compare(index, length) < 0 ? index : null;
    }

    private static boolean isPlainInt(Object o) {
        return o instanceof Long || o instanceof java.math.BigInteger || o instanceof Boolean;
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        if (isPlainInt(key)) {
            return find(PyInt.plain(key)) != null;
        }
        Object it = __iter__(ts);
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (Compare.equal(ts, v, key)) {
                return true;
            }
        }
        return false;
    }

    @Expose
    Object index(PyThreadState ts, Object value) {
        if (isPlainInt(value)) {
            Object i = find(PyInt.plain(value));
            if (i == null) {
                throw Errors.valueError(ts, Text.java(Text.repr(ts, value)) + " is not in range");
            }
            return i;
        }
        Object it = __iter__(ts);
        long n = 0;
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (Compare.equal(ts, v, value)) {
                return n;
            }
            n++;
        }
        throw Errors.valueError(ts, "sequence.index(x): x not in sequence");
    }

    @Expose
    long count(PyThreadState ts, Object value) {
        if (isPlainInt(value)) {
            return find(PyInt.plain(value)) != null ? 1 : 0;
        }
        Object it = __iter__(ts);
        long n = 0;
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (Compare.equal(ts, v, value)) {
                n++;
            }
        }
        return n;
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyRange r) || op.id() != SlotIds.EQ && op.id() != SlotIds.NE) {
            return Singleton.NOT_IMPLEMENTED;
        }
        boolean same = length.equals(r.length)
                && (IntMath.signum(length) == 0 || start.equals(r.start) && (length.equals(1L) || step.equals(r.step)));
        return same == (op == Slot.EQ);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        Object none = Singleton.NONE;
        boolean empty = IntMath.signum(length) == 0;
        boolean single = length.equals(1L);
        return Hashing.hash(ts, new PyTuple(length, empty ? none : start, empty || single ? none : step));
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return step.equals(1L)
                ? "range(" + start + ", " + stop + ")"
                : "range(" + start + ", " + stop + ", " + step + ")";
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(TYPE, new PyTuple(start, stop, step));
    }

    @Getter(member = true)
    Object start(PyThreadState ts) {
        return start;
    }

    @Getter(member = true)
    Object stop(PyThreadState ts) {
        return stop;
    }

    @Getter(member = true)
    Object step(PyThreadState ts) {
        return step;
    }
}
