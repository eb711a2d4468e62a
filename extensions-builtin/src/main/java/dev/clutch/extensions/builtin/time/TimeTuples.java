package dev.clutch.extensions.builtin.time;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Between {@code struct_time} and the fields. Answers to {@code torgmtime}, {@code gettmarg} and {@code checktm} of {@code timemodule.c}. */
final class TimeTuples {
    private TimeTuples() {}

    static PyType newType(ThreadState ts) {
        return ts.newStructSequence(
                "time.struct_time",
                "A moment by its calendar fields, as gmtime(), localtime() and strptime() return it.",
                new String[] {
                    "tm_year",
                    "tm_mon",
                    "tm_mday",
                    "tm_hour",
                    "tm_min",
                    "tm_sec",
                    "tm_wday",
                    "tm_yday",
                    "tm_isdst",
                    "tm_zone",
                    "tm_gmtoff"
                },
                9);
    }

    static PyObject make(ThreadState ts, PyType type, BrokenDownTime t) {
        String zone = t.zone;
        return ts.newStructSequenceInstance(
                type,
                t.year,
                (long) t.month,
                (long) t.day,
                (long) t.hour,
                (long) t.minute,
                (long) t.second,
                (long) ((t.weekDay + 6) % 7),
                (long) (t.yearDay + 1),
                (long) t.daylight,
                zone == null ? Singleton.NONE : zone,
                (long) t.offset);
    }

    /** {@code gettmarg}: nothing is checked but that the numbers are ints. */
    static BrokenDownTime read(ThreadState ts, PyType structTime, Object arg, String function) {
        if (!ts.isTuple(arg)) {
            throw ts.typeError("Tuple or struct_time argument required");
        }
        if (ts.fastSize(arg) != 9) {
            throw ts.typeError(function + "(): illegal time tuple argument");
        }
        int[] f = new int[9];
        for (int i = 0; i < 9; i++) {
            f[i] = toInt(ts, ts.fastItem(arg, i));
        }
        if (f[0] < Integer.MIN_VALUE + 1900) {
            throw ts.error("OverflowError", "year out of range");
        }
        BrokenDownTime t = new BrokenDownTime();
        t.year = f[0];
        t.month = f[1];
        t.day = f[2];
        t.hour = f[3];
        t.minute = f[4];
        t.second = f[5];
        t.weekDay = (f[6] + 1) % 7;
        t.yearDay = f[7] - 1;
        t.daylight = f[8];
        if (ts.typeOf(arg) == structTime) {
            Object zone = ts.getAttr(arg, "tm_zone");
            t.zone = zone == Singleton.NONE ? null : zoneText(ts, zone);
            Object offset = ts.getAttr(arg, "tm_gmtoff");
            t.offset = offset == Singleton.NONE ? 0 : (int) ts.asLong(offset);
        }
        return t;
    }

    /** The unit {@code i} of {@code PyArg_ParseTuple}. */
    private static int toInt(ThreadState ts, Object value) {
        long n = ts.asLong(value);
        if (n != (int) n) {
            throw ts.error(
                    "OverflowError",
                    n > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        }
        return (int) n;
    }

    private static @Nullable String zoneText(ThreadState ts, Object zone) {
        if (!ts.isStr(zone)) {
            throw ts.typeError("bad argument type for built-in operation");
        }
        return Str.toJavaString(ts.strValue(zone));
    }

    /** {@code checktm}: month, day and day of the year may be 0, which counts as 1. */
    static void check(ThreadState ts, BrokenDownTime t) {
        if (t.month == 0) {
            t.month = 1;
        } else if (t.month < 1 || t.month > 12) {
            throw ts.valueError("month out of range");
        }
        if (t.day == 0) {
            t.day = 1;
        } else if (t.day < 1 || t.day > 31) {
            throw ts.valueError("day of month out of range");
        }
        require(ts, t.hour, 23, "hour out of range");
        require(ts, t.minute, 59, "minute out of range");
        require(ts, t.second, 61, "seconds out of range");
        if (t.weekDay < 0) {
            throw ts.valueError("day of week out of range");
        }
        if (t.yearDay == -1) {
            t.yearDay = 0;
        }
        require(ts, t.yearDay, 365, "day of year out of range");
    }

    private static void require(ThreadState ts, int value, int most, String message) {
        if (value < 0 || value > most) {
            throw ts.valueError(message);
        }
    }
}
