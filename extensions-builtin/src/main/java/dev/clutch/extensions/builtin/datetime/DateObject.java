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

/** {@code datetime.date}. */
@ExtensionType(name = "datetime.date", subclassable = true, doc = "date(year, month, day) --> date object")
class DateObject extends PyObject {
    private static final String[] NAMES = {"year", "month", "day"};
    private static final int STATE_LENGTH = 4;

    final int year;
    final int month;
    final int day;

    /** -1 while it isn't known. */
    long hash = -1;

    DateObject(PyType type, int year, int month, int day) {
        super(type);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    // --- making ------------------------------------------------------------------------------------------------------

    static void checkDate(ThreadState ts, int year, int month, int day) {
        if (year < Calendar.MIN_YEAR || year > Calendar.MAX_YEAR) {
            throw ts.valueError("year " + year + " is out of range");
        }
        if (month < 1 || month > 12) {
            throw ts.valueError("month must be in 1..12");
        }
        if (day < 1 || day > Calendar.daysInMonth(year, month)) {
            throw ts.valueError("day is out of range for month");
        }
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object newDate(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        if (args.length == 1) {
            byte[] state = PickledState.read(ts, args[0], STATE_LENGTH, 2, "date");
            if (state != null) {
                return new DateObject(cls, (state[0] & 0xff) << 8 | (state[1] & 0xff), state[2], state[3]);
            }
        }
        @Nullable Object[] bound = CallArguments.bind(ts, null, args, kwargs, NAMES, 3, 3, 3);
        int year = CallArguments.asInt(ts, bound[0], 0);
        int month = CallArguments.asInt(ts, bound[1], 0);
        int day = CallArguments.asInt(ts, bound[2], 0);
        checkDate(ts, year, month, day);
        return new DateObject(cls, year, month, day);
    }

    /** {@code new_date_subclass_ex}. */
    static Object make(ThreadState ts, DatetimeModule state, Object cls, int year, int month, int day) {
        if (cls == state.dateType) {
            checkDate(ts, year, month, day);
            return new DateObject(state.dateType, year, month, day);
        }
        if (cls == state.datetimeType) {
            return DateTimeObject.make(ts, state, cls, new int[] {year, month, day, 0, 0, 0, 0}, Singleton.NONE, 0);
        }
        return ts.call(cls, (long) year, (long) month, (long) day);
    }

    @Expose(signature = "(timestamp, /)", kind = Expose.Kind.CLASS, doc = "The local date at a timestamp.")
    static Object fromtimestamp(ThreadState ts, PyType cls, DatetimeModule state, Object timestamp) {
        long seconds = LocalTime.seconds(ts, timestamp);
        LocalTime.fields(ts, seconds);
        int[] f = LocalTime.fields(ts, seconds + LocalTime.offset(LocalTime.rules(ts), seconds));
        return make(ts, state, cls, f[0], f[1], f[2]);
    }

    @Expose(signature = "()", kind = Expose.Kind.CLASS, doc = "The local date of now.")
    static Object today(ThreadState ts, PyType cls) {
        Object now = ts.callMethod(ts.importModule("time"), "time");
        return ts.callMethod(cls, "fromtimestamp", now);
    }

    @Expose(signature = "(ordinal, /)", kind = Expose.Kind.CLASS, doc = "The date of a day's number; 1 is 0001-01-01.")
    static Object fromordinal(ThreadState ts, PyType cls, DatetimeModule state, Object ordinal) {
        int n = CallArguments.asInt(ts, ordinal);
        if (n < 1) {
            throw ts.valueError("ordinal must be >= 1");
        }
        int[] ymd = Calendar.ofOrdinal(n);
        return make(ts, state, cls, ymd[0], ymd[1], ymd[2]);
    }

    @Expose(signature = "(string, /)", kind = Expose.Kind.CLASS, doc = "The date of a text in ISO 8601.")
    static Object fromisoformat(ThreadState ts, PyType cls, DatetimeModule state, Object string) {
        if (!ts.isStr(string)) {
            throw ts.typeError("fromisoformat: argument must be str");
        }
        IsoParser p = new IsoParser(ts.strValue(string));
        if (!p.date()) {
            throw ts.valueError("Invalid isoformat string: " + ts.reprText(string));
        }
        return make(ts, state, cls, p.year, p.month, p.day);
    }

    @Expose(signature = "(year, week, day)", kind = Expose.Kind.CLASS, doc = "The date of an ISO week and weekday.")
    static Object fromisocalendar(
            ThreadState ts, PyType cls, DatetimeModule state, Object year, Object week, Object day) {
        IsoParser p = new IsoParser("");
        String wrong = p.ofWeek(isoPart(ts, year), isoPart(ts, week), isoPart(ts, day));
        if (wrong != null) {
            throw ts.valueError(wrong);
        }
        return make(ts, state, cls, p.year, p.month, p.day);
    }

    private static int isoPart(ThreadState ts, Object value) {
        long l = value instanceof java.math.BigInteger ? Long.MAX_VALUE : ts.asLong(value);
        if (l != (int) l) {
            throw ts.valueError("ISO calendar component out of range");
        }
        return (int) l;
    }

    @Expose(
            name = "replace",
            signature = "(year=<absent>, month=<absent>, day=<absent>)",
            doc = "The date with other parts.")
    Object replaceDate(ThreadState ts, @Nullable Object year, @Nullable Object month, @Nullable Object day) {
        int y = CallArguments.asInt(ts, year, this.year);
        int m = CallArguments.asInt(ts, month, this.month);
        int d = CallArguments.asInt(ts, day, this.day);
        checkDate(ts, y, m, d);
        return new DateObject(type(), y, m, d);
    }

    // --- text --------------------------------------------------------------------------------------------------------

    @Expose
    Object __repr__(ThreadState ts) {
        return type().displayName() + "(" + year + ", " + month + ", " + day + ")";
    }

    @Expose
    Object __str__(ThreadState ts) {
        return ts.callMethod(this, "isoformat");
    }

    @Expose(name = "isoformat", signature = "()", doc = "YYYY-MM-DD")
    Object isoDate(ThreadState ts) {
        return DateFormats.date(new StringBuilder(10), this).toString();
    }

    @Expose(name = "ctime", signature = "()", doc = "The date as C's ctime writes it.")
    Object ctimeOfDate(ThreadState ts) {
        return DateFormats.ctime(this, 0, 0, 0);
    }

    @Expose(signature = "(format)", doc = "A text as time.strftime makes it.")
    Object strftime(ThreadState ts, DatetimeModule state, Object format) {
        if (!ts.isStr(format)) {
            throw ts.typeError("strftime() argument 1 must be str, not "
                    + (format == Singleton.NONE ? "None" : ts.typeOf(format).displayName()));
        }
        Object timetuple = ts.callMethod(this, "timetuple");
        int micros = 0;
        Object zone = Singleton.NONE;
        if (this instanceof DateTimeObject d) {
            micros = d.microsecond;
            zone = d.tzinfo;
        }
        return DateFormats.strftime(ts, state, micros, zone, this, ts.strValue(format), timetuple);
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
    long year(ThreadState ts) {
        return year;
    }

    @Getter
    long month(ThreadState ts) {
        return month;
    }

    @Getter
    long day(ThreadState ts) {
        return day;
    }

    @Expose(name = "timetuple", signature = "()", doc = "A struct_time.")
    Object timetupleOfDate(ThreadState ts, DatetimeModule state) {
        return state.structTime(ts, year, month, day, 0, 0, 0, -1);
    }

    int ordinal() {
        return Calendar.ordinal(year, month, day);
    }

    @Expose(signature = "()", doc = "The day's number; 0001-01-01 is 1.")
    long toordinal(ThreadState ts) {
        return ordinal();
    }

    @Expose(signature = "()", doc = "Monday is 0.")
    long weekday(ThreadState ts) {
        return Calendar.weekday(year, month, day);
    }

    @Expose(signature = "()", doc = "Monday is 1, Sunday 7.")
    long isoweekday(ThreadState ts) {
        return 1L + Calendar.weekday(year, month, day);
    }

    @Expose(signature = "()", doc = "ISO year, week and weekday.")
    Object isocalendar(ThreadState ts, DatetimeModule state) {
        int isoYear = year;
        int first = Calendar.isoWeekOne(year);
        int today = ordinal();
        int week = Math.floorDiv(today - first, 7);
        int weekday = Math.floorMod(today - first, 7);
        if (week < 0) {
            isoYear--;
            first = Calendar.isoWeekOne(isoYear);
            week = Math.floorDiv(today - first, 7);
        } else if (week >= 52 && today >= Calendar.isoWeekOne(year + 1)) {
            isoYear++;
            week = 0;
        }
        return IsoCalendarDate.make(ts, state.isoCalendarType, isoYear, week + 1L, weekday + 1L);
    }

    // --- operations --------------------------------------------------------------------------------------------------

    /** {@code add_date_timedelta}. */
    private Object plusDays(ThreadState ts, DatetimeModule state, long days) {
        long ordinal = ordinal() + days;
        if (ordinal < 1 || ordinal > Calendar.MAX_ORDINAL) {
            throw ts.error("OverflowError", "date value out of range");
        }
        int[] ymd = Calendar.ofOrdinal((int) ordinal);
        return make(ts, state, type(), ymd[0], ymd[1], ymd[2]);
    }

    @Expose(
            name = "__add__",
            slot = {Slot.ADD, Slot.RADD})
    Object addToDate(ThreadState ts, DatetimeModule state, Slot op, Object other) {
        return other instanceof DeltaObject d ? plusDays(ts, state, d.days) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(name = "__sub__")
    Object subtractFromDate(ThreadState ts, DatetimeModule state, Object other) {
        if (other instanceof DateTimeObject) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (other instanceof DateObject d) {
            return DeltaMath.normalized(ts, state.deltaType, ordinal() - d.ordinal(), 0, 0);
        }
        return other instanceof DeltaObject d ? plusDays(ts, state, -d.days) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(name = "__rsub__")
    Object subtractDateFrom(ThreadState ts, DatetimeModule state, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    int compareDate(DateObject d) {
        int r = Integer.compare(year, d.year);
        if (r == 0) {
            r = Integer.compare(month, d.month);
        }
        return r != 0 ? r : Integer.compare(day, d.day);
    }

    @Expose(name = "__richcompare__")
    Object compareDates(ThreadState ts, Slot op, Object other) {
        return other instanceof DateObject d ? DateFormats.ordered(op, compareDate(d)) : Singleton.NOT_IMPLEMENTED;
    }

    byte[] dateState() {
        return new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day};
    }

    @Expose(name = "__hash__")
    long hashOfDate(ThreadState ts) {
        if (hash == -1) {
            hash = ts.hash(ts.newBytes(dateState()));
        }
        return hash;
    }

    @Expose(name = "__reduce__", signature = "()", doc = "Class and constructor arguments.")
    Object reduceDate(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(ts.newBytes(dateState())));
    }
}
