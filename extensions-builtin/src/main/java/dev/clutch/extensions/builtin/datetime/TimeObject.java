package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code datetime.time}. */
@ExtensionType(
        name = "datetime.time",
        subclassable = true,
        doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object")
final class TimeObject extends PyObject {
    private static final String[] NAMES = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    private static final int STATE_LENGTH = 6;

    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** A {@link TzInfoObject} or None. */
    final Object tzinfo;

    final int fold;
    private long hash = -1;

    TimeObject(PyType type, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
        super(type);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = microsecond;
        this.tzinfo = tzinfo;
        this.fold = fold;
    }

    /** {@code check_time_args}. */
    static void checkTime(ThreadState ts, int hour, int minute, int second, int micros, int fold) {
        if (hour < 0 || hour > 23) {
            throw ts.valueError("hour must be in 0..23");
        }
        if (minute < 0 || minute > 59) {
            throw ts.valueError("minute must be in 0..59");
        }
        if (second < 0 || second > 59) {
            throw ts.valueError("second must be in 0..59");
        }
        if (micros < 0 || micros > 999999) {
            throw ts.valueError("microsecond must be in 0..999999");
        }
        if (fold != 0 && fold != 1) {
            throw ts.valueError("fold must be either 0 or 1");
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, DatetimeModule state, Object[] args, @Nullable Object kwargs) {
        if (args.length == 1 || args.length == 2) {
            byte[] s = PickledState.read(ts, args[0], STATE_LENGTH, 0, "time");
            if (s != null) {
                Object zone = args.length == 2 ? args[1] : Singleton.NONE;
                if (zone != Singleton.NONE && !(zone instanceof TzInfoObject)) {
                    throw ts.typeError("bad tzinfo state arg");
                }
                int micros = (s[3] & 0xff) << 16 | (s[4] & 0xff) << 8 | (s[5] & 0xff);
                return new TimeObject(cls, s[0] & 0x7f, s[1], s[2], micros, zone, (s[0] & 0x80) >> 7);
            }
        }
        @Nullable Object[] v = CallArguments.bind(ts, null, args, kwargs, NAMES, 0, 5, 4);
        int hour = CallArguments.asInt(ts, v[0], 0);
        int minute = CallArguments.asInt(ts, v[1], 0);
        int second = CallArguments.asInt(ts, v[2], 0);
        int micros = CallArguments.asInt(ts, v[3], 0);
        Object zone = v[4] == null ? Singleton.NONE : v[4];
        int fold = CallArguments.asInt(ts, v[5], 0);
        checkTime(ts, hour, minute, second, micros, fold);
        return new TimeObject(cls, hour, minute, second, micros, TimeZones.check(ts, zone), fold);
    }

    /** A time of the class, which is called when it isn't {@code time} ({@code new_time_subclass_fold_ex}). */
    private static Object make(ThreadState ts, DatetimeModule state, PyType cls, IsoParser p, Object zone) {
        if (cls == state.timeType) {
            checkTime(ts, p.hour, p.minute, p.second, p.micros, 0);
            return new TimeObject(cls, p.hour, p.minute, p.second, p.micros, zone, 0);
        }
        Object[] args = {(long) p.hour, (long) p.minute, (long) p.second, (long) p.micros, zone};
        return ts.callVector(cls, args, null);
    }

    @Expose(signature = "(string, /)", kind = Expose.Kind.CLASS, doc = "The time of a text in ISO 8601.")
    static Object fromisoformat(ThreadState ts, PyType cls, DatetimeModule state, Object string) {
        if (!ts.isStr(string)) {
            throw ts.typeError("fromisoformat: argument must be str");
        }
        IsoParser p = new IsoParser(ts.strValue(string));
        if (!p.time()) {
            throw ts.valueError("Invalid isoformat string: " + ts.reprText(string));
        }
        return make(ts, state, cls, p, zone(ts, state, p));
    }

    /** {@code tzinfo_from_isoformat_results}. */
    static Object zone(ThreadState ts, DatetimeModule state, IsoParser p) {
        if (!p.hasZone) {
            return Singleton.NONE;
        }
        if (p.zoneSeconds == 0) {
            return state.utc;
        }
        DeltaObject offset = DeltaMath.normalized(ts, state.deltaType, 0, p.zoneSeconds, p.zoneMicros);
        return TimezoneObject.make(ts, state, offset, null);
    }

    @Expose(
            signature =
                    "(hour=<absent>, minute=<absent>, second=<absent>, microsecond=<absent>, tzinfo=<absent>, *, fold=<absent>)",
            doc = "The time with other parts.")
    Object replace(
            ThreadState ts,
            @Nullable Object hour,
            @Nullable Object minute,
            @Nullable Object second,
            @Nullable Object microsecond,
            @Nullable Object tzinfo,
            @Nullable Object fold) {
        int h = CallArguments.asInt(ts, hour, this.hour);
        int m = CallArguments.asInt(ts, minute, this.minute);
        int s = CallArguments.asInt(ts, second, this.second);
        int us = CallArguments.asInt(ts, microsecond, this.microsecond);
        Object zone = tzinfo == null ? this.tzinfo : tzinfo;
        int f = CallArguments.asInt(ts, fold, this.fold);
        checkTime(ts, h, m, s, us, f);
        return new TimeObject(type(), h, m, s, us, TimeZones.check(ts, zone), f);
    }

    // --- text --------------------------------------------------------------------------------------------------------

    @Expose
    Object __repr__(ThreadState ts) {
        StringBuilder out = new StringBuilder(type().displayName()).append('(');
        out.append(hour).append(", ").append(minute);
        if (second != 0 || microsecond != 0) {
            out.append(", ").append(second);
        }
        if (microsecond != 0) {
            out.append(", ").append(microsecond);
        }
        if (tzinfo != Singleton.NONE) {
            out.append(", tzinfo=").append(ts.reprText(tzinfo));
        }
        if (fold != 0) {
            out.append(", fold=1");
        }
        return Str.of(out.append(')').toString());
    }

    @Expose
    Object __str__(ThreadState ts) {
        return ts.callMethod(this, "isoformat");
    }

    @Expose(signature = "(timespec=<absent>)", doc = "HH:MM:SS and what else there is.")
    Object isoformat(ThreadState ts, @Nullable Object timespec) {
        if (timespec != null && !ts.isStr(timespec)) {
            throw ts.typeError("isoformat() argument 1 must be str, not "
                    + (timespec == Singleton.NONE ? "None" : ts.typeOf(timespec).displayName()));
        }
        StringBuilder out = new StringBuilder();
        DateFormats.time(ts, out, timespec, hour, minute, second, microsecond);
        if (tzinfo != Singleton.NONE) {
            DateFormats.offset(ts, out, ":", TimeZones.utcoffset(ts, tzinfo, Singleton.NONE));
        }
        return out.toString();
    }

    @Expose(signature = "(format)", doc = "A text as time.strftime makes it.")
    Object strftime(ThreadState ts, DatetimeModule state, Object format) {
        if (!ts.isStr(format)) {
            throw ts.typeError("strftime() argument 1 must be str, not "
                    + (format == Singleton.NONE ? "None" : ts.typeOf(format).displayName()));
        }
        Object timetuple = ts.newTuple(1900L, 1L, 1L, (long) hour, (long) minute, (long) second, 0L, 1L, -1L);
        return DateFormats.strftime(ts, state, microsecond, tzinfo, Singleton.NONE, ts.strValue(format), timetuple);
    }

    @Expose(signature = "(format, /)", doc = "strftime(format), or str.")
    Object __format__(ThreadState ts, Object format) {
        if (!ts.isStr(format)) {
            throw ts.typeError("__format__() argument 1 must be str, not "
                    + (format == Singleton.NONE ? "None" : ts.typeOf(format).displayName()));
        }
        return Str.isEmpty(ts.strValue(format)) ? ts.str(this) : ts.callMethod(this, "strftime", format);
    }

    // --- parts -------------------------------------------------------------------------------------------------------

    @Getter
    long hour(ThreadState ts) {
        return hour;
    }

    @Getter
    long minute(ThreadState ts) {
        return minute;
    }

    @Getter
    long second(ThreadState ts) {
        return second;
    }

    @Getter
    long microsecond(ThreadState ts) {
        return microsecond;
    }

    @Getter
    Object tzinfo(ThreadState ts) {
        return tzinfo;
    }

    @Getter
    long fold(ThreadState ts) {
        return fold;
    }

    @Expose(signature = "()", doc = "The time zone's distance from UTC.")
    Object utcoffset(ThreadState ts) {
        return TimeZones.utcoffset(ts, tzinfo, Singleton.NONE);
    }

    @Expose(signature = "()", doc = "The time zone's daylight saving time.")
    Object dst(ThreadState ts) {
        return TimeZones.dst(ts, tzinfo, Singleton.NONE);
    }

    @Expose(signature = "()", doc = "The time zone's name.")
    Object tzname(ThreadState ts) {
        return TimeZones.tzname(ts, tzinfo, Singleton.NONE);
    }

    // --- operations --------------------------------------------------------------------------------------------------

    private long micros() {
        return (hour * 3600L + minute * 60L + second) * 1000000L + microsecond;
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if (!(other instanceof TimeObject t)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (tzinfo == t.tzinfo) {
            return DateFormats.ordered(op, Long.compare(micros(), t.micros()));
        }
        Object a = utcoffset(ts);
        Object b = t.utcoffset(ts);
        if (TimeZones.same(a, b)) {
            return DateFormats.ordered(op, Long.compare(micros(), t.micros()));
        }
        if (a instanceof DeltaObject x && b instanceof DeltaObject y) {
            long left = micros() - x.micros().longValue();
            return DateFormats.ordered(
                    op, Long.compare(left, t.micros() - y.micros().longValue()));
        }
        if (op == Slot.EQ || op == Slot.NE) {
            return op == Slot.NE;
        }
        throw ts.typeError("can't compare offset-naive and offset-aware times");
    }

    @Expose
    long __hash__(ThreadState ts, DatetimeModule state) {
        if (hash == -1) {
            TimeObject first =
                    fold == 0 ? this : new TimeObject(state.timeType, hour, minute, second, microsecond, tzinfo, 0);
            if (first.utcoffset(ts) instanceof DeltaObject offset) {
                long micros = micros() - offset.micros().longValue();
                hash = DeltaMath.normalized(ts, state.deltaType, 0, 0, micros).__hash__(ts);
            } else {
                hash = ts.hash(ts.newBytes(first.state(0)));
            }
        }
        return hash;
    }

    private byte[] state(long protocol) {
        int mark = protocol > 3 && fold != 0 ? 0x80 : 0;
        return new byte[] {
            (byte) (hour | mark),
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }

    @Expose(signature = "(protocol, /)", doc = "Class and constructor arguments.")
    Object __reduce_ex__(ThreadState ts, long protocol) {
        Object packed = ts.newBytes(state(protocol));
        return ts.newTuple(type(), tzinfo == Singleton.NONE ? ts.newTuple(packed) : ts.newTuple(packed, tzinfo));
    }

    @Expose(signature = "()", doc = "Class and constructor arguments.")
    Object __reduce__(ThreadState ts) {
        return __reduce_ex__(ts, 2);
    }
}
