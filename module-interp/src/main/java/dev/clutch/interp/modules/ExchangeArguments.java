package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFloatInstance;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Numbers;
import dev.clutch.runtime.exchange.UnboundPolicy;
import java.math.BigInteger;

/** Arguments that {@code _interpqueues} and {@code _interpchannels} have in common. */
final class ExchangeArguments {
    private static final double MOST_SECONDS = 9223372036.0;

    private ExchangeArguments() {}

    /** {@code idarg_int64_converter}. */
    static Long id(PyThreadState ts, Object o, String what) {
        if (o instanceof Long n && n >= 0) {
            return n;
        }
        if (Types.of(o).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, what + " ID must be an int, got " + Types.of(o).displayName());
        }
        Object number = Numbers.index(ts, o);
        if (!(number instanceof Long n)) {
            if (number instanceof BigInteger b && b.signum() < 0) {
                throw Errors.valueError(ts, what + " ID must be a non-negative int, got " + ts.reprText(o));
            }
            throw Errors.error(ts, "OverflowError", "max " + what + " ID is " + Long.MAX_VALUE + ", got " + number);
        }
        if (n < 0) {
            throw Errors.valueError(ts, what + " ID must be a non-negative int, got " + ts.reprText(o));
        }
        return n;
    }

    /** {@code resolve_unboundop}. */
    static UnboundPolicy policy(PyThreadState ts, long code) {
        UnboundPolicy policy = UnboundPolicy.of(code);
        if (policy == null) {
            throw Errors.valueError(ts, "unsupported unboundop " + code);
        }
        return policy;
    }

    /** How long to wait: {@code Long.MAX_VALUE} for ever, 0 not at all. */
    static long nanos(PyThreadState ts, boolean blocking, Object timeout) {
        if (timeout == Singleton.NONE) {
            return blocking ? Long.MAX_VALUE : 0;
        }
        double seconds = Numbers.asDouble(ts, timeout);
        if (!blocking) {
            throw Errors.valueError(ts, "can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0) {
            throw Errors.valueError(ts, "timeout value must be non-negative");
        }
        if (seconds > MOST_SECONDS || Double.isNaN(seconds)) {
            throw Errors.error(ts, "OverflowError", "timeout value is too large");
        }
        return (long) Math.ceil(seconds * 1e9);
    }

    /** As {@link #nanos}, refused as {@code PyThread_ParseTimeoutArg} does. */
    static long channelNanos(PyThreadState ts, boolean blocking, Object timeout) {
        if (timeout == Singleton.NONE) {
            return nanos(ts, blocking, timeout);
        }
        boolean isFloat = timeout instanceof Double || timeout instanceof PyFloatInstance;
        double seconds = Numbers.asDouble(ts, isFloat ? timeout : Numbers.index(ts, timeout));
        if (Double.isNaN(seconds)) {
            throw Errors.valueError(ts, "Invalid value NaN (not a number)");
        }
        if (isFloat ? Math.abs(seconds * 1e9) >= 0x1p63 : Math.abs(seconds) > MOST_SECONDS) {
            String what = isFloat ? "out of range for platform time_t" : "too large to convert to C PyTime_t";
            throw Errors.error(ts, "OverflowError", "timestamp " + what);
        }
        if (blocking && seconds < 0) {
            throw Errors.valueError(ts, "timeout value must be a non-negative number");
        }
        long nanos = nanos(ts, blocking, seconds);
        return blocking && nanos == 0 ? 1 : nanos;
    }
}
