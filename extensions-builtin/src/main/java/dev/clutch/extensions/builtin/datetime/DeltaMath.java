package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Arithmetic of time differences. */
final class DeltaMath {
    static final BigInteger MILLION = BigInteger.valueOf(1000000);

    private static final long MICROS_PER_DAY = 86400000000L;
    private static final String[] NAMES = {
        "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"
    };
    private static final long[] FACTORS = {MICROS_PER_DAY, 1000000, 1, 1000, 60000000, 3600000000L, 7 * MICROS_PER_DAY};
    /** Rounding errors add up in this order of the parameters. */
    private static final int[] ORDER = {2, 3, 1, 4, 5, 0, 6};

    private DeltaMath() {}

    /** {@code delta_new}. */
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        @Nullable Object[] values = CallArguments.bind(ts, "__new__()", args, kwargs, NAMES, 0, NAMES.length, 0);
        BigInteger sum = BigInteger.ZERO;
        double leftOver = 0;
        for (int i : ORDER) {
            Object v = values[i];
            if (v == null) {
                continue;
            }
            BigInteger factor = BigInteger.valueOf(FACTORS[i]);
            if (ts.isInt(v)) {
                sum = sum.add(ts.asBigInteger(v).multiply(factor));
            } else if (ts.isFloat(v)) {
                double d = ts.asDouble(v);
                if (Double.isNaN(d)) {
                    throw ts.valueError("cannot convert float NaN to integer");
                }
                if (Double.isInfinite(d)) {
                    throw ts.error("OverflowError", "cannot convert float infinity to integer");
                }
                double whole = whole(d);
                sum = sum.add(big(whole).multiply(factor));
                double part = (d - whole) * FACTORS[i];
                double partWhole = whole(part);
                sum = sum.add(big(partWhole));
                leftOver += part - partWhole;
            } else {
                throw ts.typeError("unsupported type for timedelta " + NAMES[i] + " component: "
                        + ts.typeOf(v).displayName());
            }
        }
        if (leftOver != 0) {
            double rounded = Math.rint(leftOver);
            if (Math.abs(rounded - leftOver) == 0.5) {
                // half to even of the sum, not of the fraction
                int odd = sum.testBit(0) ? 1 : 0;
                rounded = 2.0 * roundAway((leftOver + odd) * 0.5) - odd;
            }
            sum = sum.add(big(rounded));
        }
        return of(ts, cls, sum);
    }

    private static double roundAway(double x) {
        return Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }

    private static double whole(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    private static BigInteger big(double integral) {
        return Math.abs(integral) < 9e18
                ? BigInteger.valueOf((long) integral)
                : new java.math.BigDecimal(integral).toBigInteger();
    }

    static DeltaObject of(ThreadState ts, DatetimeModule state, BigInteger micros) {
        return of(ts, state.deltaType, micros);
    }

    /** {@code microseconds_to_delta_ex}. */
    private static DeltaObject of(ThreadState ts, PyType type, BigInteger micros) {
        BigInteger[] parts = micros.divideAndRemainder(BigInteger.valueOf(MICROS_PER_DAY));
        long rest = parts[1].longValue();
        BigInteger days = parts[0];
        if (rest < 0) {
            rest += MICROS_PER_DAY;
            days = days.subtract(BigInteger.ONE);
        }
        if (days.bitLength() > 31) {
            throw ts.error("OverflowError", "Python int too large to convert to C int");
        }
        return checked(ts, type, days.intValue(), (int) (rest / 1000000), (int) (rest % 1000000));
    }

    private static DeltaObject checked(ThreadState ts, PyType type, long days, int seconds, int micros) {
        if (days < -DeltaObject.MAX_DAYS || days > DeltaObject.MAX_DAYS) {
            throw ts.error("OverflowError", "days=" + days + "; must have magnitude <= " + DeltaObject.MAX_DAYS);
        }
        return new DeltaObject(type, (int) days, seconds, micros);
    }

    /** A difference from parts of any size and sign ({@code new_delta_ex} with normalisation). */
    static DeltaObject normalized(ThreadState ts, PyType type, long days, long seconds, long micros) {
        long s = seconds + Math.floorDiv(micros, 1000000L);
        return checked(ts, type, days + Math.floorDiv(s, 86400L), (int) Math.floorMod(s, 86400L), (int)
                Math.floorMod(micros, 1000000L));
    }

    static DeltaObject sum(ThreadState ts, DatetimeModule state, DeltaObject a, DeltaObject b, int sign) {
        return normalized(
                ts,
                state.deltaType,
                a.days + (long) sign * b.days,
                a.seconds + sign * b.seconds,
                a.microseconds + sign * b.microseconds);
    }

    /** {@code divide_nearest}: half to even. */
    static BigInteger divideNearest(ThreadState ts, BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw ts.error("ZeroDivisionError", "integer division or modulo by zero");
        }
        BigInteger[] parts = a.abs().divideAndRemainder(b.abs());
        int half = parts[1].shiftLeft(1).compareTo(b.abs());
        BigInteger r = parts[0];
        if (half > 0 || (half == 0 && r.testBit(0))) {
            r = r.add(BigInteger.ONE);
        }
        return a.signum() * b.signum() < 0 ? r.negate() : r;
    }

    /** {@code multiply_truedivide_timedelta_float}: exact, by the float's ratio. */
    static DeltaObject scale(ThreadState ts, DatetimeModule state, DeltaObject d, Object factor, boolean divide) {
        Object ratio = ts.callMethod(factor, "as_integer_ratio");
        if (!ts.isTuple(ratio)) {
            throw ts.typeError("unexpected return type from as_integer_ratio(): expected tuple, got '"
                    + ts.typeOf(ratio).displayName() + "'");
        }
        if (ts.fastSize(ratio) != 2) {
            throw ts.valueError("as_integer_ratio() must return a 2-tuple");
        }
        if (!ts.isInt(ts.fastItem(ratio, 0)) || !ts.isInt(ts.fastItem(ratio, 1))) {
            throw ts.typeError("non-integer arguments in division");
        }
        BigInteger top = ts.asBigInteger(ts.fastItem(ratio, divide ? 1 : 0));
        BigInteger bottom = ts.asBigInteger(ts.fastItem(ratio, divide ? 0 : 1));
        return of(ts, state, divideNearest(ts, d.micros().multiply(top), bottom));
    }
}
