package dev.clutch.extensions.builtin.time;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;

/** Python numbers of seconds as whole seconds or nanoseconds. Answers to {@code pytime.c}. */
public final class Moments {
    private static final long SECOND = 1_000_000_000L;

    private Moments() {}

    /** {@code _PyTime_ObjectToTime_t(ROUND_FLOOR)}. */
    public static long seconds(ThreadState ts, Object number) {
        if (number instanceof Long l) {
            return l;
        }
        if (ts.isInstance(number, ts.builtinType("float"))) {
            double d = checkNan(ts, ts.asDouble(number));
            d = Math.floor(d);
            if (!(d >= -0x1p63 && d < 0x1p63)) {
                throw outOfTimeT(ts);
            }
            return (long) d;
        }
        return wholeSeconds(ts, number);
    }

    /** {@code _PyTime_FromSecondsObject}, rounded away from zero, the mode for timeouts. */
    public static long timeout(ThreadState ts, Object number) {
        if (ts.isInstance(number, ts.builtinType("float"))) {
            double d = checkNan(ts, ts.asDouble(number)) * 1e9;
            d = d >= 0 ? Math.ceil(d) : Math.floor(d);
            if (!(d >= -0x1p63 && d < 0x1p63)) {
                throw outOfTimeT(ts);
            }
            return (long) d;
        }
        BigInteger big = ts.asBigInteger(number);
        long limit = Long.MAX_VALUE / SECOND;
        if (big.bitLength() > 63 || big.longValue() > limit || big.longValue() < -limit) {
            throw ts.error("OverflowError", "timestamp too large to convert to C _PyTime_t");
        }
        return big.longValue() * SECOND;
    }

    /**
     * {@code _PyTime_ObjectToTimespec(ROUND_FLOOR)}: whole seconds and the nanoseconds beyond them.
     *
     * @param denominator parts of a second in the second element
     */
    public static long[] split(ThreadState ts, Object number, long denominator, boolean halfEven) {
        if (!ts.isInstance(number, ts.builtinType("float"))) {
            return new long[] {wholeSeconds(ts, number), 0};
        }
        double d = checkNan(ts, ts.asDouble(number));
        double whole = d < 0 ? Math.ceil(d) : Math.floor(d);
        double part = (d - whole) * denominator;
        part = halfEven ? Math.rint(part) : Math.floor(part);
        if (part >= denominator) {
            part -= denominator;
            whole += 1;
        } else if (part < 0) {
            part += denominator;
            whole -= 1;
        }
        if (!(whole >= -0x1p63 && whole < 0x1p63)) {
            throw outOfTimeT(ts);
        }
        return new long[] {(long) whole, (long) part};
    }

    private static long wholeSeconds(ThreadState ts, Object number) {
        BigInteger big = ts.asBigInteger(number);
        if (big.bitLength() > 63) {
            throw outOfTimeT(ts);
        }
        return big.longValue();
    }

    private static double checkNan(ThreadState ts, double d) {
        if (Double.isNaN(d)) {
            throw ts.valueError("Invalid value NaN (not a number)");
        }
        return d;
    }

    private static PythonException outOfTimeT(ThreadState ts) {
        return ts.error("OverflowError", "timestamp out of range for platform time_t");
    }
}
