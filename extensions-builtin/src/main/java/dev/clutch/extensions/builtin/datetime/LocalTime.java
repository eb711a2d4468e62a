package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsClock;
import java.time.Instant;
import java.time.zone.ZoneRules;

/** The local time zone of the interpreter. Seconds without another word count from 1970. */
final class LocalTime {
    /** Longer than any change of a zone's offset. */
    private static final long FOLD = 24 * 3600;

    private static final long EPOCH = Calendar.EPOCH_ORDINAL * (long) Calendar.SECONDS_PER_DAY;
    private static final long LEAST = Calendar.SECONDS_PER_DAY - EPOCH;
    private static final long MOST = (Calendar.MAX_ORDINAL + 1L) * Calendar.SECONDS_PER_DAY - EPOCH;

    private LocalTime() {}

    static int offset(ZoneRules rules, long seconds) {
        return rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }

    /** Seconds of a timestamp, rounded down, for a date ({@code _PyTime_ObjectToTime_t}). */
    static long seconds(ThreadState ts, Object timestamp) {
        if (ts.isFloat(timestamp)) {
            double d = ts.asDouble(timestamp);
            return (long) checked(ts, Math.floor(d));
        }
        return integral(ts, timestamp);
    }

    private static PythonException outOfRange(ThreadState ts) {
        return ts.error("OverflowError", "timestamp out of range for platform time_t");
    }

    private static long integral(ThreadState ts, Object timestamp) {
        if (ts.index(timestamp) instanceof Long l) {
            return l;
        }
        throw outOfRange(ts);
    }

    private static double checked(ThreadState ts, double d) {
        if (Double.isNaN(d)) {
            throw ts.valueError("Invalid value NaN (not a number)");
        }
        if (!(d >= -0x1p63 && d < 0x1p63)) {
            throw outOfRange(ts);
        }
        return d;
    }

    /** Seconds and microseconds of a timestamp, rounded half to even ({@code _PyTime_ObjectToTimeval}). */
    static long[] secondsAndMicros(ThreadState ts, Object timestamp) {
        if (!ts.isFloat(timestamp)) {
            return new long[] {integral(ts, timestamp), 0};
        }
        double d = ts.asDouble(timestamp);
        checked(ts, d);
        double whole = d < 0 ? Math.ceil(d) : Math.floor(d);
        double micros = Math.rint((d - whole) * 1e6);
        if (micros >= 1e6) {
            micros -= 1e6;
            whole += 1;
        } else if (micros < 0) {
            micros += 1e6;
            whole -= 1;
        }
        return new long[] {(long) checked(ts, whole), (long) micros};
    }

    /** Year, month, day, hour, minute, second of the seconds; ValueError when the year is none ({@code _PyTime_gmtime}). */
    static int[] fields(ThreadState ts, long seconds) {
        long days = Math.floorDiv(seconds, (long) Calendar.SECONDS_PER_DAY);
        int rest = (int) Math.floorMod(seconds, (long) Calendar.SECONDS_PER_DAY);
        if (seconds < LEAST || seconds >= MOST) {
            long year;
            try {
                year = java.time.LocalDate.ofEpochDay(days).getYear();
            } catch (java.time.DateTimeException e) {
                throw ts.osError(dev.clutch.extension.spi.os.Errno.EOVERFLOW, null, null);
            }
            throw ts.valueError("year " + year + " is out of range");
        }
        int[] ymd = Calendar.ofOrdinal((int) days + Calendar.EPOCH_ORDINAL);
        return new int[] {ymd[0], ymd[1], ymd[2], rest / 3600, rest / 60 % 60, rest % 60};
    }

    static ZoneRules rules(ThreadState ts) {
        return ts.os().clock().localZone().rules();
    }

    /** Seconds of the local clock at a time ({@code local}). */
    private static long local(ThreadState ts, ZoneRules rules, long seconds) {
        long there = seconds < LEAST - FOLD || seconds > MOST + FOLD ? seconds : seconds + offset(rules, seconds);
        if (there < LEAST || there >= MOST) {
            fields(ts, there);
        }
        return there;
    }

    /** Whether the local time of these seconds is the second of two that look alike. */
    static int fold(ThreadState ts, ZoneRules rules, long seconds) {
        if (seconds - FOLD <= LEAST) {
            return 0;
        }
        long there = seconds + offset(rules, seconds);
        long before = local(ts, rules, seconds - FOLD);
        long transition = there - before - FOLD;
        if (transition >= 0) {
            return 0;
        }
        return local(ts, rules, seconds + transition) == there ? 1 : 0;
    }

    /** The time when the local clock shows these seconds ({@code local_to_seconds}). */
    static long ofLocal(ThreadState ts, long t, int fold) {
        ZoneRules rules = rules(ts);
        long a = local(ts, rules, t) - t;
        long first = t - a;
        long t1 = local(ts, rules, first);
        long b;
        if (t1 == t) {
            long other = fold != 0 ? first + FOLD : first - FOLD;
            b = local(ts, rules, other) - other;
            if (a == b) {
                return first;
            }
        } else {
            b = t1 - first;
        }
        long second = t - b;
        if (local(ts, rules, second) == t) {
            return second;
        }
        if (t1 == t) {
            return first;
        }
        // in a gap, neither is right
        return fold != 0 ? Math.min(first, second) : Math.max(first, second);
    }

    /** Seconds from 1970 of fields without time zone. */
    static long seconds(DateTimeObject d) {
        return Calendar.seconds(d.year, d.month, d.day, d.hour, d.minute, d.second) - EPOCH;
    }

    /** A fixed time zone with the local offset and name at a time ({@code local_timezone_from_timestamp}). */
    static TimezoneObject zone(ThreadState ts, DatetimeModule state, long seconds) {
        OsClock.LocalZone zone = ts.os().clock().localZone();
        int offset = offset(zone.rules(), seconds);
        boolean summer = zone.rules().isDaylightSavings(Instant.ofEpochSecond(seconds));
        String name = summer ? zone.daylightName() : zone.standardName();
        DeltaObject delta = DeltaMath.normalized(ts, state.deltaType, 0, offset, 0);
        return TimezoneObject.make(ts, state, delta, Str.of(name));
    }
}
