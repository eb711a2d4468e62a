package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code datetime.timedelta}. */
@ExtensionType(name = "datetime.timedelta", subclassable = true, doc = "The difference between two points in time.")
final class DeltaObject extends PyObject {
    static final int MAX_DAYS = 999999999;

    final int days;
    /** From 0 to 86399. */
    final int seconds;
    /** From 0 to 999999. */
    final int microseconds;

    private long hash = -1;

    DeltaObject(PyType type, int days, int seconds, int microseconds) {
        super(type);
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return DeltaMath.make(ts, cls, args, kwargs);
    }

    private static Object notImplemented() {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __add__(ThreadState ts, DatetimeModule state, Object other) {
        return other instanceof DeltaObject d ? DeltaMath.sum(ts, state, this, d, 1) : notImplemented();
    }

    @Expose
    Object __radd__(ThreadState ts, DatetimeModule state, Object other) {
        return other instanceof DeltaObject d ? DeltaMath.sum(ts, state, d, this, 1) : notImplemented();
    }

    @Expose
    Object __sub__(ThreadState ts, DatetimeModule state, Object other) {
        return other instanceof DeltaObject d ? DeltaMath.sum(ts, state, this, d, -1) : notImplemented();
    }

    @Expose
    Object __rsub__(ThreadState ts, DatetimeModule state, Object other) {
        return other instanceof DeltaObject d ? DeltaMath.sum(ts, state, d, this, -1) : notImplemented();
    }

    @Expose(
            name = "__mul__",
            slot = {Slot.MUL, Slot.RMUL})
    Object multiply(ThreadState ts, DatetimeModule state, Slot op, Object other) {
        if (ts.isInt(other)) {
            return DeltaMath.of(ts, state, micros().multiply(ts.asBigInteger(other)));
        }
        if (ts.isFloat(other)) {
            return DeltaMath.scale(ts, state, this, other, false);
        }
        return notImplemented();
    }

    @Expose
    Object __truediv__(ThreadState ts, DatetimeModule state, Object other) {
        if (other instanceof DeltaObject d) {
            return ts.trueDivide(ts.newInt(micros()), ts.newInt(d.micros()));
        }
        if (ts.isFloat(other)) {
            return DeltaMath.scale(ts, state, this, other, true);
        }
        if (ts.isInt(other)) {
            return DeltaMath.of(ts, state, DeltaMath.divideNearest(ts, micros(), ts.asBigInteger(other)));
        }
        return notImplemented();
    }

    @Expose
    Object __rtruediv__(ThreadState ts, Object other) {
        return notImplemented();
    }

    @Expose
    Object __floordiv__(ThreadState ts, DatetimeModule state, Object other) {
        if (other instanceof DeltaObject d) {
            return ts.floorDivide(ts.newInt(micros()), ts.newInt(d.micros()));
        }
        if (ts.isInt(other)) {
            Object quotient = ts.floorDivide(ts.newInt(micros()), ts.index(other));
            return DeltaMath.of(ts, state, ts.asBigInteger(quotient));
        }
        return notImplemented();
    }

    @Expose
    Object __rfloordiv__(ThreadState ts, Object other) {
        return notImplemented();
    }

    @Expose
    Object __mod__(ThreadState ts, DatetimeModule state, Object other) {
        if (!(other instanceof DeltaObject d)) {
            return notImplemented();
        }
        Object rest = ts.remainder(ts.newInt(micros()), ts.newInt(d.micros()));
        return DeltaMath.of(ts, state, ts.asBigInteger(rest));
    }

    @Expose
    Object __rmod__(ThreadState ts, Object other) {
        return notImplemented();
    }

    @Expose
    Object __divmod__(ThreadState ts, DatetimeModule state, Object other) {
        if (!(other instanceof DeltaObject d)) {
            return notImplemented();
        }
        Object pair = ts.binary(Slot.DIVMOD, ts.newInt(micros()), ts.newInt(d.micros()));
        Object rest = DeltaMath.of(ts, state, ts.asBigInteger(ts.fastItem(pair, 1)));
        return ts.newTuple(ts.fastItem(pair, 0), rest);
    }

    @Expose
    Object __rdivmod__(ThreadState ts, Object other) {
        return notImplemented();
    }

    @Expose
    Object __neg__(ThreadState ts, DatetimeModule state) {
        return DeltaMath.normalized(ts, state.deltaType, -(long) days, -seconds, -microseconds);
    }

    @Expose
    Object __pos__(ThreadState ts, DatetimeModule state) {
        return state.delta(days, seconds, microseconds);
    }

    @Expose
    Object __abs__(ThreadState ts, DatetimeModule state) {
        return days < 0 ? __neg__(ts, state) : __pos__(ts, state);
    }

    @Expose
    boolean __bool__(ThreadState ts) {
        return days != 0 || seconds != 0 || microseconds != 0;
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        return other instanceof DeltaObject d ? DateFormats.ordered(op, compare(d)) : notImplemented();
    }

    int compare(DeltaObject d) {
        int r = Integer.compare(days, d.days);
        if (r == 0) {
            r = Integer.compare(seconds, d.seconds);
        }
        return r != 0 ? r : Integer.compare(microseconds, d.microseconds);
    }

    @Expose
    long __hash__(ThreadState ts) {
        if (hash == -1) {
            hash = ts.hash(ts.newTuple((long) days, (long) seconds, (long) microseconds));
        }
        return hash;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        StringBuilder out = new StringBuilder(type().displayName()).append('(');
        String separator = "";
        if (days != 0) {
            out.append("days=").append(days);
            separator = ", ";
        }
        if (seconds != 0) {
            out.append(separator).append("seconds=").append(seconds);
            separator = ", ";
        }
        if (microseconds != 0) {
            out.append(separator).append("microseconds=").append(microseconds);
            separator = ", ";
        }
        if (separator.isEmpty()) {
            out.append('0');
        }
        return out.append(')').toString();
    }

    @Expose
    Object __str__(ThreadState ts) {
        StringBuilder out = new StringBuilder();
        if (days != 0) {
            out.append(days).append(days == 1 || days == -1 ? " day, " : " days, ");
        }
        out.append(seconds / 3600);
        DateFormats.pair(out.append(':'), seconds / 60 % 60);
        DateFormats.pair(out.append(':'), seconds % 60);
        if (microseconds != 0) {
            DateFormats.padded(out.append('.'), microseconds, 6);
        }
        return out.toString();
    }

    /** All of it in microseconds. */
    BigInteger micros() {
        return BigInteger.valueOf(days * 86400L + seconds)
                .multiply(DeltaMath.MILLION)
                .add(BigInteger.valueOf(microseconds));
    }

    @Expose(signature = "()", doc = "All of it in seconds, a float.")
    Object total_seconds(ThreadState ts) {
        return ts.trueDivide(ts.newInt(micros()), 1000000L);
    }

    @Expose(signature = "()", doc = "Class and constructor arguments.")
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple((long) days, (long) seconds, (long) microseconds));
    }

    @Getter(doc = "Number of days.")
    long days(ThreadState ts) {
        return days;
    }

    @Getter(doc = "Number of seconds, at least 0 and less than a day.")
    long seconds(ThreadState ts) {
        return seconds;
    }

    @Getter(doc = "Number of microseconds, at least 0 and less than a second.")
    long microseconds(ThreadState ts) {
        return microseconds;
    }
}
