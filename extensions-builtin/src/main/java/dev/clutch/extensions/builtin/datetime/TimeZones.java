package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** Calls of a time zone's methods, with checks of what they return. */
final class TimeZones {
    private TimeZones() {}

    /** Checks an argument that is a time zone or None ({@code check_tzinfo_subclass}). */
    static Object check(ThreadState ts, Object tzinfo) {
        if (tzinfo == Singleton.NONE || tzinfo instanceof TzInfoObject) {
            return tzinfo;
        }
        throw ts.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '"
                + ts.typeOf(tzinfo).displayName() + "'");
    }

    /** A timedelta of less than a day, or None ({@code call_tzinfo_method}). */
    private static Object call(ThreadState ts, Object tzinfo, String method, Object argument) {
        if (tzinfo == Singleton.NONE) {
            return Singleton.NONE;
        }
        Object r = ts.callMethod(tzinfo, method, argument);
        if (r == Singleton.NONE) {
            return r;
        }
        if (!(r instanceof DeltaObject d)) {
            throw ts.typeError("tzinfo." + method + "() must return None or timedelta, not '"
                    + ts.typeOf(r).displayName() + "'");
        }
        if (d.days == -1 ? d.seconds == 0 && d.microseconds < 1 : d.days < -1 || d.days >= 1) {
            throw ts.valueError(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
        }
        return r;
    }

    static Object utcoffset(ThreadState ts, Object tzinfo, Object argument) {
        return call(ts, tzinfo, "utcoffset", argument);
    }

    static Object dst(ThreadState ts, Object tzinfo, Object argument) {
        return call(ts, tzinfo, "dst", argument);
    }

    static Object tzname(ThreadState ts, Object tzinfo, Object argument) {
        if (tzinfo == Singleton.NONE) {
            return Singleton.NONE;
        }
        Object r = ts.callMethod(tzinfo, "tzname", argument);
        if (r == Singleton.NONE || ts.isStr(r)) {
            return r;
        }
        throw ts.typeError("tzinfo.tzname() must return None or a string, not '"
                + ts.typeOf(r).displayName() + "'");
    }

    /** Whether two offsets, each a timedelta or None, are the same. */
    static boolean same(Object a, Object b) {
        if (a instanceof DeltaObject x && b instanceof DeltaObject y) {
            return x.compare(y) == 0;
        }
        return a == b;
    }
}
