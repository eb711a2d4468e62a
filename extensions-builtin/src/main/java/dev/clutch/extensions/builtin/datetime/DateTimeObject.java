package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code datetime.datetime}. */
@ExtensionType(
        name = "datetime.datetime",
        base = "date",
        subclassable = true,
        doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
                + "A point in time; the first three arguments must be given.")
final class DateTimeObject extends DateObject {
    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** A {@link TzInfoObject} or None. */
    final Object tzinfo;

    final int fold;

    DateTimeObject(
            PyType type,
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            int microsecond,
            Object tzinfo,
            int fold) {
        super(type, year, month, day);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = microsecond;
        this.tzinfo = tzinfo;
        this.fold = fold;
    }

    // --- making ------------------------------------------------------------------------------------------------------

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return DateTimeMaking.make(ts, cls, args, kwargs);
    }

    /** {@code new_datetime_subclass_fold_ex}: of the class, which is called when it isn't {@code datetime}. */
    static Object make(ThreadState ts, DatetimeModule state, Object cls, int[] f, Object tzinfo, int fold) {
        return DateTimeMaking.make(ts, state, cls, f, tzinfo, fold);
    }

    @Expose(signature = "(tz=None)", kind = Expose.Kind.CLASS, doc = "Now, in local time or a time zone.")
    static Object now(ThreadState ts, PyType cls, DatetimeModule state, Object tz) {
        TimeZones.check(ts, tz);
        long nanos = ts.os().clock().realtimeNanos();
        long seconds = Math.floorDiv(nanos, 1000000000L);
        int micros = (int) (Math.floorMod(nanos, 1000000000L) / 1000);
        return DateTimeMaking.at(ts, state, cls, seconds, micros, tz, tz == Singleton.NONE);
    }

    @Expose(signature = "()", kind = Expose.Kind.CLASS, doc = "Now, in UTC, without a time zone.")
    static Object utcnow(ThreadState ts, PyType cls, DatetimeModule state) {
        ts.warn(
                "DeprecationWarning",
                "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use"
                        + " timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
                1);
        long nanos = ts.os().clock().realtimeNanos();
        int micros = (int) (Math.floorMod(nanos, 1000000000L) / 1000);
        return DateTimeMaking.at(ts, state, cls, Math.floorDiv(nanos, 1000000000L), micros, Singleton.NONE, false);
    }

    @Expose(
            name = "fromtimestamp",
            signature = "(timestamp, tz=None)",
            kind = Expose.Kind.CLASS,
            doc = "The local time at a timestamp, or a time zone's.")
    static Object ofTimestamp(ThreadState ts, PyType cls, DatetimeModule state, Object timestamp, Object tz) {
        TimeZones.check(ts, tz);
        long[] s = LocalTime.secondsAndMicros(ts, timestamp);
        return DateTimeMaking.at(ts, state, cls, s[0], (int) s[1], tz, tz == Singleton.NONE);
    }

    @Expose(
            signature = "(timestamp, /)",
            kind = Expose.Kind.CLASS,
            doc = "The time in UTC at a timestamp, without a time zone.")
    static Object utcfromtimestamp(ThreadState ts, PyType cls, DatetimeModule state, Object timestamp) {
        ts.warn(
                "DeprecationWarning",
                "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use"
                        + " timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp,"
                        + " datetime.UTC).",
                1);
        long[] s = LocalTime.secondsAndMicros(ts, timestamp);
        return DateTimeMaking.at(ts, state, cls, s[0], (int) s[1], Singleton.NONE, false);
    }

    @Expose(signature = "(string, format, /)", kind = Expose.Kind.CLASS, doc = "The time of a text, by a format.")
    static Object strptime(ThreadState ts, PyType cls, Object string, Object format) {
        Object[] texts = {string, format};
        for (int i = 0; i < 2; i++) {
            if (!ts.isStr(texts[i])) {
                throw ts.typeError("strptime() argument " + (i + 1) + " must be str, not "
                        + (texts[i] == Singleton.NONE
                                ? "None"
                                : ts.typeOf(texts[i]).displayName()));
            }
        }
        Object f = ts.getAttr(ts.importModule("_strptime"), "_strptime_datetime");
        return ts.call(f, cls, string, format);
    }

    @Expose(signature = "(date, time, tzinfo=<absent>)", kind = Expose.Kind.CLASS, doc = "Of a date and a time.")
    static Object combine(
            ThreadState ts, PyType cls, DatetimeModule state, Object date, Object time, @Nullable Object tzinfo) {
        if (!(date instanceof DateObject d)) {
            throw ts.typeError("combine() argument 1 must be datetime.date, not "
                    + (date == Singleton.NONE ? "None" : ts.typeOf(date).displayName()));
        }
        if (!(time instanceof TimeObject t)) {
            throw ts.typeError("combine() argument 2 must be datetime.time, not "
                    + (time == Singleton.NONE ? "None" : ts.typeOf(time).displayName()));
        }
        Object zone = tzinfo == null ? t.tzinfo : tzinfo;
        int[] f = {d.year, d.month, d.day, t.hour, t.minute, t.second, t.microsecond};
        return make(ts, state, cls, f, zone, t.fold);
    }

    @Expose(
            name = "fromisoformat",
            signature = "(string, /)",
            kind = Expose.Kind.CLASS,
            doc = "The time of a text in ISO 8601.")
    static Object ofIsoFormat(ThreadState ts, PyType cls, DatetimeModule state, Object string) {
        if (!ts.isStr(string)) {
            throw ts.typeError("fromisoformat: argument must be str");
        }
        IsoParser p = new IsoParser(ts.strValue(string));
        if (!p.dateTime()) {
            throw ts.valueError("Invalid isoformat string: " + ts.reprText(string));
        }
        int[] f = {p.year, p.month, p.day, p.hour, p.minute, p.second, p.micros};
        return make(ts, state, cls, f, TimeObject.zone(ts, state, p), 0);
    }

    @Expose(
            name = "replace",
            signature =
                    "(year=<absent>, month=<absent>, day=<absent>, hour=<absent>, minute=<absent>, second=<absent>, microsecond=<absent>, tzinfo=<absent>, *, fold=<absent>)",
            doc = "The time with other parts.")
    Object replaceParts(
            ThreadState ts,
            @Nullable Object year,
            @Nullable Object month,
            @Nullable Object day,
            @Nullable Object hour,
            @Nullable Object minute,
            @Nullable Object second,
            @Nullable Object microsecond,
            @Nullable Object tzinfo,
            @Nullable Object fold) {
        int[] f = {
            CallArguments.asInt(ts, year, this.year),
            CallArguments.asInt(ts, month, this.month),
            CallArguments.asInt(ts, day, this.day),
            CallArguments.asInt(ts, hour, this.hour),
            CallArguments.asInt(ts, minute, this.minute),
            CallArguments.asInt(ts, second, this.second),
            CallArguments.asInt(ts, microsecond, this.microsecond)
        };
        Object zone = tzinfo == null ? this.tzinfo : tzinfo;
        return DateTimeMaking.checked(ts, type(), f, zone, CallArguments.asInt(ts, fold, this.fold));
    }

    // --- text --------------------------------------------------------------------------------------------------------

    @Override
    @Expose
    Object __repr__(ThreadState ts) {
        StringBuilder out = new StringBuilder(type().displayName()).append('(');
        out.append(year).append(", ").append(month).append(", ").append(day).append(", ");
        out.append(hour).append(", ").append(minute);
        if (second != 0 || microsecond != 0) {
            out.append(", ").append(second);
        }
        if (microsecond != 0) {
            out.append(", ").append(microsecond);
        }
        if (fold != 0) {
            out.append(", fold=1");
        }
        if (tzinfo != Singleton.NONE) {
            out.append(", tzinfo=").append(ts.reprText(tzinfo));
        }
        return Str.of(out.append(')').toString());
    }

    @Override
    @Expose
    Object __str__(ThreadState ts) {
        return ts.callMethod(this, "isoformat", " ");
    }

    @Expose(
            name = "isoformat",
            signature = "(sep=<absent>, timespec=<absent>)",
            doc = "YYYY-MM-DDTHH:MM:SS and what else there is.")
    Object isoText(ThreadState ts, @Nullable Object sep, @Nullable Object timespec) {
        Object separator = "T";
        if (sep != null) {
            if (!ts.isStr(sep) || Str.length(ts.strValue(sep)) != 1) {
                throw ts.typeError("isoformat() argument 1 must be a unicode character, not "
                        + (sep == Singleton.NONE ? "None" : ts.typeOf(sep).displayName()));
            }
            separator = ts.strValue(sep);
        }
        if (timespec != null && !ts.isStr(timespec)) {
            throw ts.typeError("isoformat() argument 2 must be str, not "
                    + (timespec == Singleton.NONE ? "None" : ts.typeOf(timespec).displayName()));
        }
        StringBuilder time = new StringBuilder();
        DateFormats.time(ts, time, timespec, hour, minute, second, microsecond);
        DateFormats.offset(ts, time, ":", offset(ts));
        Object date = DateFormats.date(new StringBuilder(10), this).toString();
        return Str.concat(Str.concat(date, separator), time.toString());
    }

    @Expose(name = "ctime", signature = "()", doc = "The time as C's ctime writes it.")
    Object ctimeText(ThreadState ts) {
        return DateFormats.ctime(this, hour, minute, second);
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

    /** The distance from UTC, a timedelta or None. */
    Object offset(ThreadState ts) {
        return TimeZones.utcoffset(ts, tzinfo, this);
    }

    @Expose(signature = "()", doc = "The time zone's distance from UTC.")
    Object utcoffset(ThreadState ts) {
        return offset(ts);
    }

    @Expose(signature = "()", doc = "The time zone's daylight saving time.")
    Object dst(ThreadState ts) {
        return TimeZones.dst(ts, tzinfo, this);
    }

    @Expose(signature = "()", doc = "The time zone's name.")
    Object tzname(ThreadState ts) {
        return TimeZones.tzname(ts, tzinfo, this);
    }

    @Expose(signature = "()", doc = "The date.")
    Object date(ThreadState ts, DatetimeModule state) {
        return new DateObject(state.dateType, year, month, day);
    }

    @Expose(signature = "()", doc = "The time of day without time zone.")
    Object time(ThreadState ts, DatetimeModule state) {
        return new TimeObject(state.timeType, hour, minute, second, microsecond, Singleton.NONE, fold);
    }

    @Expose(signature = "()", doc = "The time of day with its time zone.")
    Object timetz(ThreadState ts, DatetimeModule state) {
        return new TimeObject(state.timeType, hour, minute, second, microsecond, tzinfo, fold);
    }

    @Expose(name = "timetuple", signature = "()", doc = "A struct_time.")
    Object timetupleOfTime(ThreadState ts, DatetimeModule state) {
        int flag = -1;
        if (tzinfo != Singleton.NONE && TimeZones.dst(ts, tzinfo, this) instanceof DeltaObject d) {
            flag = d.__bool__(ts) ? 1 : 0;
        }
        return state.structTime(ts, year, month, day, hour, minute, second, flag);
    }

    @Expose(signature = "()", doc = "A struct_time in UTC.")
    Object utctimetuple(ThreadState ts, DatetimeModule state) {
        DateTimeObject d = this;
        if (offset(ts) instanceof DeltaObject offset) {
            long seconds = Calendar.seconds(year, month, day, hour, minute, second);
            long micros = (long) microsecond - offset.microseconds;
            seconds -= offset.days * 86400L + offset.seconds;
            d = DateTimeMaking.ofSeconds(ts, state.datetimeType, seconds, micros, Singleton.NONE);
        }
        return state.structTime(ts, d.year, d.month, d.day, d.hour, d.minute, d.second, 0);
    }

    @Expose(signature = "()", doc = "Seconds since 1970, a float.")
    Object timestamp(ThreadState ts, DatetimeModule state) {
        if (tzinfo == Singleton.NONE) {
            long seconds = LocalTime.ofLocal(ts, LocalTime.seconds(this), fold);
            return seconds + microsecond / 1e6;
        }
        DateTimeObject epoch = new DateTimeObject(state.datetimeType, 1970, 1, 1, 0, 0, 0, 0, state.utc, 0);
        return ((DeltaObject) DateTimeMath.minus(ts, state, this, epoch)).total_seconds(ts);
    }

    @Expose(signature = "(tz=None)", doc = "The same time in another time zone, by default the local one.")
    Object astimezone(ThreadState ts, DatetimeModule state, Object tz) {
        return DateTimeMath.astimezone(ts, state, this, TimeZones.check(ts, tz));
    }

    // --- operations --------------------------------------------------------------------------------------------------

    /** {@code add_datetime_timedelta} for a result that is a datetime. */
    DateTimeObject plus(ThreadState ts, DatetimeModule state, DeltaObject d, int sign) {
        if (DateTimeMath.plus(ts, state, this, d, sign) instanceof DateTimeObject r) {
            return r;
        }
        throw ts.typeError("the class of a datetime must make datetimes");
    }

    @Expose(
            name = "__add__",
            slot = {Slot.ADD, Slot.RADD})
    Object add(ThreadState ts, DatetimeModule state, Slot op, Object other) {
        return other instanceof DeltaObject d ? DateTimeMath.plus(ts, state, this, d, 1) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __sub__(ThreadState ts, DatetimeModule state, Object other) {
        if (other instanceof DateTimeObject d) {
            return DateTimeMath.minus(ts, state, this, d);
        }
        return other instanceof DeltaObject d ? DateTimeMath.plus(ts, state, this, d, -1) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __rsub__(ThreadState ts, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __richcompare__(ThreadState ts, DatetimeModule state, Slot op, Object other) {
        return DateTimeMath.compare(ts, state, this, op, other);
    }

    @Expose
    long __hash__(ThreadState ts, DatetimeModule state) {
        if (hash == -1) {
            DateTimeObject first = withFold(state, 0);
            if (first.offset(ts) instanceof DeltaObject offset) {
                long seconds = hour * 3600L + minute * 60L + second;
                DeltaObject all = DeltaMath.normalized(ts, state.deltaType, ordinal(), seconds, microsecond);
                hash = DeltaMath.sum(ts, state, all, offset, -1).__hash__(ts);
            } else {
                hash = ts.hash(ts.newBytes(first.state(0)));
            }
        }
        return hash;
    }

    DateTimeObject withFold(DatetimeModule state, int f) {
        return fold == f
                ? this
                : new DateTimeObject(
                        state.datetimeType, year, month, day, hour, minute, second, microsecond, tzinfo, f);
    }

    byte[] state(long protocol) {
        int mark = protocol > 3 && fold != 0 ? 0x80 : 0;
        return new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) (month | mark),
            (byte) day,
            (byte) hour,
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
