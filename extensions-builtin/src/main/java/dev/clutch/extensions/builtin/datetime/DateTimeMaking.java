package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Ways to make a datetime. */
final class DateTimeMaking {
    private static final String[] NAMES = {
        "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"
    };
    private static final int STATE_LENGTH = 10;
    private static final int FIELDS = 7;

    private DateTimeMaking() {}

    /** {@code datetime_new}. */
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        if (args.length == 1 || args.length == 2) {
            byte[] s = PickledState.read(ts, args[0], STATE_LENGTH, 2, "datetime");
            if (s != null) {
                return ofState(ts, cls, s, args.length == 2 ? args[1] : Singleton.NONE);
            }
        }
        @Nullable Object[] v = CallArguments.bind(ts, null, args, kwargs, NAMES, 3, 8, FIELDS);
        int[] f = new int[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            f[i] = CallArguments.asInt(ts, v[i], 0);
        }
        Object zone = v[FIELDS];
        return checked(ts, cls, f, zone == null ? Singleton.NONE : zone, CallArguments.asInt(ts, v[FIELDS + 1], 0));
    }

    private static Object ofState(ThreadState ts, PyType cls, byte[] s, Object zone) {
        if (zone != Singleton.NONE && !(zone instanceof TzInfoObject)) {
            throw ts.typeError("bad tzinfo state arg");
        }
        int micros = (s[7] & 0xff) << 16 | (s[8] & 0xff) << 8 | (s[9] & 0xff);
        int year = (s[0] & 0xff) << 8 | (s[1] & 0xff);
        return new DateTimeObject(cls, year, s[2] & 0x7f, s[3], s[4], s[5], s[6], micros, zone, (s[2] & 0x80) >> 7);
    }

    static DateTimeObject checked(ThreadState ts, PyType cls, int[] f, Object tzinfo, int fold) {
        DateObject.checkDate(ts, f[0], f[1], f[2]);
        TimeObject.checkTime(ts, f[3], f[4], f[5], f[6], fold);
        TimeZones.check(ts, tzinfo);
        return new DateTimeObject(cls, f[0], f[1], f[2], f[3], f[4], f[5], f[6], tzinfo, fold);
    }

    /** {@code new_datetime_subclass_fold_ex}, in which a subclass loses the fold. */
    static Object make(ThreadState ts, DatetimeModule state, Object cls, int[] f, Object tzinfo, int fold) {
        if (cls == state.datetimeType) {
            return checked(ts, state.datetimeType, f, tzinfo, fold);
        }
        Object[] args = new Object[FIELDS + 1];
        for (int i = 0; i < FIELDS; i++) {
            args[i] = (long) f[i];
        }
        args[FIELDS] = tzinfo;
        return ts.callVector(cls, args, null);
    }

    /** The time at seconds from 1970 ({@code datetime_from_timet_and_us} and the conversion to the time zone). */
    static Object at(
            ThreadState ts, DatetimeModule state, PyType cls, long seconds, int micros, Object tz, boolean isLocal) {
        int[] f = LocalTime.fields(ts, seconds);
        int fold = 0;
        if (isLocal) {
            ZoneRules rules = LocalTime.rules(ts);
            f = LocalTime.fields(ts, seconds + LocalTime.offset(rules, seconds));
            fold = LocalTime.fold(ts, rules, seconds);
        }
        int[] all = {f[0], f[1], f[2], f[3], f[4], f[5], micros};
        Object made = make(ts, state, cls, all, tz, fold);
        return tz == Singleton.NONE ? made : ts.callMethod(tz, "fromutc", made);
    }

    /** Of seconds from the beginning of the year 1 and microseconds of any size. */
    static DateTimeObject ofSeconds(ThreadState ts, PyType cls, long seconds, long micros, Object tzinfo) {
        int[] f = fields(ts, seconds, micros);
        return new DateTimeObject(cls, f[0], f[1], f[2], f[3], f[4], f[5], f[6], tzinfo, 0);
    }

    /** The fields of seconds from the beginning of the year 1. */
    static int[] fields(ThreadState ts, long seconds, long micros) {
        long s = seconds + Math.floorDiv(micros, 1000000L);
        long ordinal = Math.floorDiv(s, (long) Calendar.SECONDS_PER_DAY);
        int rest = (int) Math.floorMod(s, (long) Calendar.SECONDS_PER_DAY);
        if (ordinal < 1 || ordinal > Calendar.MAX_ORDINAL) {
            throw ts.error("OverflowError", "date value out of range");
        }
        int[] ymd = Calendar.ofOrdinal((int) ordinal);
        return new int[] {
            ymd[0], ymd[1], ymd[2], rest / 3600, rest / 60 % 60, rest % 60, (int) Math.floorMod(micros, 1000000L)
        };
    }
}
