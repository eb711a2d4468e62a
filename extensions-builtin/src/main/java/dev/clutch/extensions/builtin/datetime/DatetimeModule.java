package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _datetime}. */
@ExtensionModule(
        name = "_datetime",
        doc = "Dates and times.",
        types = {
            DeltaObject.class,
            DateObject.class,
            TzInfoObject.class,
            TimezoneObject.class,
            TimeObject.class,
            DateTimeObject.class,
            IsoCalendarDate.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
@SuppressWarnings("NullAway.Init") // the step below sets the types before anything else of the module runs
public final class DatetimeModule {
    @Constant("MINYEAR")
    static final long MINYEAR = Calendar.MIN_YEAR;

    @Constant("MAXYEAR")
    static final long MAXYEAR = Calendar.MAX_YEAR;

    PyType deltaType;
    PyType dateType;
    PyType tzinfoType;
    PyType timezoneType;
    PyType timeType;
    PyType datetimeType;
    PyType isoCalendarType;

    /** {@code timezone.utc}. */
    TimezoneObject utc;

    private @Nullable Object structTime;
    private @Nullable Object strftime;

    @Exec
    void exec(ThreadState ts, PyObject module) {
        deltaType = ts.moduleType(module, "timedelta");
        dateType = ts.moduleType(module, "date");
        tzinfoType = ts.moduleType(module, "tzinfo");
        timezoneType = ts.moduleType(module, "timezone");
        timeType = ts.moduleType(module, "time");
        datetimeType = ts.moduleType(module, "datetime");
        isoCalendarType = ts.moduleType(module, "IsoCalendarDate");
        utc = new TimezoneObject(timezoneType, delta(0, 0, 0), null);
        ts.setAttr(module, "UTC", utc);

        ts.addTypeAttr(deltaType, "min", delta(-DeltaObject.MAX_DAYS, 0, 0));
        ts.addTypeAttr(deltaType, "max", delta(DeltaObject.MAX_DAYS, 86399, 999999));
        ts.addTypeAttr(deltaType, "resolution", delta(0, 0, 1));

        ts.addTypeAttr(dateType, "min", new DateObject(dateType, 1, 1, 1));
        ts.addTypeAttr(dateType, "max", new DateObject(dateType, Calendar.MAX_YEAR, 12, 31));
        ts.addTypeAttr(dateType, "resolution", delta(1, 0, 0));

        ts.addTypeAttr(timeType, "min", new TimeObject(timeType, 0, 0, 0, 0, Singleton.NONE, 0));
        ts.addTypeAttr(timeType, "max", new TimeObject(timeType, 23, 59, 59, 999999, Singleton.NONE, 0));
        ts.addTypeAttr(timeType, "resolution", delta(0, 0, 1));

        ts.addTypeAttr(datetimeType, "min", new DateTimeObject(datetimeType, 1, 1, 1, 0, 0, 0, 0, Singleton.NONE, 0));
        ts.addTypeAttr(
                datetimeType,
                "max",
                new DateTimeObject(datetimeType, Calendar.MAX_YEAR, 12, 31, 23, 59, 59, 999999, Singleton.NONE, 0));
        ts.addTypeAttr(datetimeType, "resolution", delta(0, 0, 1));

        ts.addTypeAttr(timezoneType, "utc", utc);
        int most = 23 * 3600 + 59 * 60;
        ts.addTypeAttr(timezoneType, "min", new TimezoneObject(timezoneType, delta(-1, 86400 - most, 0), null));
        ts.addTypeAttr(timezoneType, "max", new TimezoneObject(timezoneType, delta(0, most, 0), null));
    }

    /** A timedelta whose parts are in their ranges. */
    DeltaObject delta(int days, int seconds, int microseconds) {
        return new DeltaObject(deltaType, days, seconds, microseconds);
    }

    /** {@code time.struct_time(...)} ({@code build_struct_time}). */
    Object structTime(ThreadState ts, int year, int month, int day, int hour, int minute, int second, int dst) {
        Object type = structTime;
        if (type == null) {
            type = ts.getAttr(ts.importModule("time"), "struct_time");
            structTime = type;
        }
        long yearDay = (long) Calendar.daysBeforeMonth(year, month) + day;
        return ts.call(
                type,
                ts.newTuple(
                        (long) year,
                        (long) month,
                        (long) day,
                        (long) hour,
                        (long) minute,
                        (long) second,
                        (long) Calendar.weekday(year, month, day),
                        yearDay,
                        (long) dst));
    }

    /** {@code time.strftime}. */
    Object strftime(ThreadState ts) {
        Object f = strftime;
        if (f == null) {
            f = ts.getAttr(ts.importModule("time"), "strftime");
            strftime = f;
        }
        return f;
    }
}
