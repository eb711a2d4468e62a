package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import java.math.BigInteger;

/** A slice. Answers to {@code PySliceObject}. */
@ExtensionType(name = "slice", doc = "The bounds of a part of a sequence: start, stop, step.")
public final class PySlice extends PyObject {
    /** {@code slice}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySliceDefinition(), TypeObject.OBJECT);

    /** {@code start}, None when left out. */
    public final Object start;
    /** {@code stop}, None when left out. */
    public final Object stop;
    /** {@code step}, None when left out. */
    public final Object step;

    /** Makes a slice. */
    public PySlice(Object start, Object stop, Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    @Expose(signature = "(*args)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args) {
        switch (args.length) {
            case 1:
                return new PySlice(Singleton.NONE, args[0], Singleton.NONE);
            case 2:
                return new PySlice(args[0], args[1], Singleton.NONE);
            case 3:
                return new PySlice(args[0], args[1], args[2]);
            default:
                throw Errors.typeError(
                        ts,
                        args.length == 0
                                ? "slice expected at least 1 argument, got 0"
                                : "slice expected at most 3 arguments, got " + args.length);
        }
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

    private PyTuple tuple() {
        return new PyTuple(start, stop, step);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Text.concat("slice", Text.repr(ts, tuple()));
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PySlice s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (s == this) {
            return op == Slot.EQ || op == Slot.LE || op == Slot.GE;
        }
        return Compare.rich(ts, op.id(), tuple(), s.tuple());
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return dev.clutch.interp.op.Hashing.hash(ts, tuple());
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(TYPE, tuple());
    }

    /** {@code slice.indices}: the bounds for a sequence of a length of any size. */
    @Expose(doc = "Return (start, stop, step) for a sequence of the given length.")
    Object indices(PyThreadState ts, Object length) {
        BigInteger n = big(Numbers.index(ts, length));
        if (n.signum() < 0) {
            throw Errors.valueError(ts, "length should not be negative");
        }
        BigInteger by = step == Singleton.NONE ? BigInteger.ONE : big(evaluate(ts, step));
        if (by.signum() == 0) {
            throw Errors.valueError(ts, "slice step cannot be zero");
        }
        boolean down = by.signum() < 0;
        BigInteger lower = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger upper = down ? n.subtract(BigInteger.ONE) : n;
        BigInteger from = bound(ts, start, n, lower, upper, down ? upper : lower);
        BigInteger to = bound(ts, stop, n, lower, upper, down ? lower : upper);
        return new PyTuple(IntMath.of(from), IntMath.of(to), IntMath.of(by));
    }

    private static BigInteger bound(
            PyThreadState ts, Object o, BigInteger n, BigInteger lower, BigInteger upper, BigInteger fallback) {
        if (o == Singleton.NONE) {
            return fallback;
        }
        BigInteger i = big(evaluate(ts, o));
        if (i.signum() < 0) {
            return i.add(n).max(lower);
        }
        return i.min(upper);
    }

    private static Object evaluate(PyThreadState ts, Object o) {
        if (PyInt.plainOrNull(o) == null && Types.of(o).slot(Slot.INDEX) == null) {
            throw Errors.typeError(ts, "slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.index(ts, o);
    }

    private static BigInteger big(Object index) {
        return index instanceof BigInteger b ? b : BigInteger.valueOf((Long) index);
    }
}
