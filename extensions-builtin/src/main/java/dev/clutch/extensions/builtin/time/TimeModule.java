package dev.clutch.extensions.builtin.time;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsClock;
import dev.clutch.extension.spi.os.OsClock.LocalZone;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.WakeHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code time}. The zone is that of the interpreter's own {@code TZ}. */
@ExtensionModule(
        name = "time",
        doc = "Clocks, sleeping, and calendar fields of moments.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class TimeModule {
    @Constant
    static final long CLOCK_REALTIME = OsClock.CLOCK_REALTIME;

    @Constant
    static final long CLOCK_MONOTONIC = OsClock.CLOCK_MONOTONIC;

    @Constant
    static final long CLOCK_PROCESS_CPUTIME_ID = OsClock.CLOCK_PROCESS_CPUTIME_ID;

    @Constant
    static final long CLOCK_THREAD_CPUTIME_ID = OsClock.CLOCK_THREAD_CPUTIME_ID;

    @Constant
    static final long CLOCK_MONOTONIC_RAW = 4;

    @Constant
    static final long CLOCK_BOOTTIME = 7;

    @Constant
    static final long CLOCK_TAI = 11;

    @Constant("_STRUCT_TM_ITEMS")
    static final long STRUCT_TM_ITEMS = 11;

    private static final long SECOND = 1_000_000_000L;

    private @Nullable PyType structTime;

    /** As of the last tzset. */
    private @Nullable LocalZone zone;

    @Exec
    void start(ThreadState ts, PyObject module) {
        PyType type = TimeTuples.newType(ts);
        structTime = type;
        ts.setAttr(module, "struct_time", type);
        tzset(ts, module);
    }

    @Expose(doc = "Read the zone from TZ again.")
    void tzset(ThreadState ts, PyObject module) {
        LocalZone z = ts.os().clock().localZone();
        zone = z;
        // init_timezone compares the first of January and of July, the greater of the two being the standard time
        long year = Math.floorDiv(ts.os().clock().realtimeNanos(), SECOND * 86400 * 1461 / 4);
        BrokenDownTime january = checked(ts, LocalTime.of(z, year * 86400 * 1461 / 4));
        BrokenDownTime july = checked(ts, LocalTime.of(z, year * 86400 * 1461 / 4 + 86400L * 1461 / 8));
        BrokenDownTime standard = january.offset <= july.offset ? january : july;
        BrokenDownTime summer = standard == january ? july : january;
        ts.setAttr(module, "timezone", -(long) standard.offset);
        ts.setAttr(module, "altzone", -(long) summer.offset);
        ts.setAttr(module, "daylight", standard.offset == summer.offset ? 0L : 1L);
        ts.setAttr(module, "tzname", ts.newTuple(name(standard), name(summer)));
    }

    private static Object name(BrokenDownTime t) {
        return Str.of(Objects.requireNonNull(t.zone));
    }

    private LocalZone zone() {
        return Objects.requireNonNull(zone);
    }

    private PyType type() {
        return Objects.requireNonNull(structTime);
    }

    // --- clocks ------------------------------------------------------------------------------------------------

    private static double toSeconds(long nanos) {
        // whole seconds exactly, as _PyTime_AsSecondsDouble
        long whole = nanos / SECOND;
        return nanos % SECOND == 0 ? whole : nanos / 1e9;
    }

    @Expose(doc = "Seconds since 1970.")
    static double time(ThreadState ts) {
        return toSeconds(ts.os().clock().realtimeNanos());
    }

    @Expose(doc = "Nanoseconds since 1970.")
    static long time_ns(ThreadState ts) {
        return ts.os().clock().realtimeNanos();
    }

    @Expose(doc = "Seconds of a clock that never goes back.")
    static double monotonic(ThreadState ts) {
        return toSeconds(ts.os().clock().monotonicNanos());
    }

    @Expose(doc = "Nanoseconds of a clock that never goes back.")
    static long monotonic_ns(ThreadState ts) {
        return ts.os().clock().monotonicNanos();
    }

    @Expose(doc = "Seconds of the clock for measuring.")
    static double perf_counter(ThreadState ts) {
        return toSeconds(ts.os().clock().monotonicNanos());
    }

    @Expose(doc = "Nanoseconds of the clock for measuring.")
    static long perf_counter_ns(ThreadState ts) {
        return ts.os().clock().monotonicNanos();
    }

    @Expose(doc = "CPU time of the process in seconds.")
    static double process_time(ThreadState ts) {
        return toSeconds(process_time_ns(ts));
    }

    @Expose(doc = "CPU time of the process in nanoseconds.")
    static long process_time_ns(ThreadState ts) {
        return read(ts, OsClock.CLOCK_PROCESS_CPUTIME_ID);
    }

    @Expose(doc = "CPU time of the thread in seconds.")
    static double thread_time(ThreadState ts) {
        return toSeconds(thread_time_ns(ts));
    }

    @Expose(doc = "CPU time of the thread in nanoseconds.")
    static long thread_time_ns(ThreadState ts) {
        return read(ts, OsClock.CLOCK_THREAD_CPUTIME_ID);
    }

    private static long read(ThreadState ts, int clock) {
        try {
            return ts.os().clock().clockNanos(clock);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(clk_id, /)", doc = "Read a clock, in seconds.")
    static double clock_gettime(ThreadState ts, int clk_id) {
        return toSeconds(read(ts, clk_id));
    }

    @Expose(signature = "(clk_id, /)", doc = "Read a clock, in nanoseconds.")
    static long clock_gettime_ns(ThreadState ts, int clk_id) {
        return read(ts, clk_id);
    }

    @Expose(signature = "(clk_id, /)", doc = "The resolution of a clock, in seconds.")
    static double clock_getres(ThreadState ts, int clk_id) {
        try {
            return toSeconds(ts.os().clock().clockResolutionNanos(clk_id));
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(clk_id, time, /)", doc = "Set a clock, in seconds.")
    static void clock_settime(ThreadState ts, int clk_id, Object time) {
        long[] parts = Moments.split(ts, time, SECOND, false);
        set(ts, clk_id, Math.addExact(Math.multiplyExact(parts[0], SECOND), parts[1]));
    }

    @Expose(signature = "(clk_id, time, /)", doc = "Set a clock, in nanoseconds.")
    static void clock_settime_ns(ThreadState ts, int clk_id, Object time) {
        if (!ts.isInt(time)) {
            throw ts.typeError("expect int, got " + ts.typeOf(time).displayName());
        }
        set(ts, clk_id, ts.asLong(time));
    }

    private static void set(ThreadState ts, int clock, long nanos) {
        try {
            ts.os().clock().setClockNanos(clock, nanos);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(name, /)", doc = "Describe the clock behind a function of this module.")
    static Object get_clock_info(ThreadState ts, Object name) {
        if (!ts.isStr(name)) {
            throw ts.typeError("get_clock_info() argument 1 must be str, not "
                    + ts.typeOf(name).displayName());
        }
        int id;
        String implementation;
        switch (Str.toJavaString(ts.strValue(name))) {
            case "time" -> {
                id = OsClock.CLOCK_REALTIME;
                implementation = "CLOCK_REALTIME";
            }
            case "monotonic", "perf_counter" -> {
                id = OsClock.CLOCK_MONOTONIC;
                implementation = "CLOCK_MONOTONIC";
            }
            case "process_time" -> {
                id = OsClock.CLOCK_PROCESS_CPUTIME_ID;
                implementation = "CLOCK_PROCESS_CPUTIME_ID";
            }
            case "thread_time" -> {
                id = OsClock.CLOCK_THREAD_CPUTIME_ID;
                implementation = "CLOCK_THREAD_CPUTIME_ID";
            }
            default -> throw ts.valueError("unknown clock");
        }
        boolean real = id == OsClock.CLOCK_REALTIME;
        return ts.callVector(
                ts.getAttr(ts.importModule("types"), "SimpleNamespace"),
                new Object[] {"clock_gettime(" + implementation + ")", !real, real, clock_getres(ts, id)},
                new String[] {"implementation", "monotonic", "adjustable", "resolution"});
    }

    // --- sleeping ----------------------------------------------------------------------------------------------

    @Expose(signature = "(seconds, /)", doc = "Wait for a number of seconds.")
    static void sleep(ThreadState ts, Object seconds) {
        long nanos = Moments.timeout(ts, seconds);
        if (nanos < 0) {
            throw ts.valueError("sleep length must be non-negative");
        }
        OsClock clock = ts.os().clock();
        long start = clock.monotonicNanos();
        long left = nanos;
        do {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                clock.sleep(left, wake);
                return;
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
            left = nanos - (clock.monotonicNanos() - start);
        } while (left > 0);
    }

    // --- calendar ----------------------------------------------------------------------------------------------

    private static long moment(ThreadState ts, @Nullable Object seconds) {
        if (seconds == null || seconds == Singleton.NONE) {
            return Math.floorDiv(ts.os().clock().realtimeNanos(), SECOND);
        }
        return Moments.seconds(ts, seconds);
    }

    private static BrokenDownTime checked(ThreadState ts, @Nullable BrokenDownTime t) {
        if (t == null) {
            throw ts.osError(Errno.EOVERFLOW, null, null);
        }
        return t;
    }

    private BrokenDownTime local(ThreadState ts, @Nullable Object seconds) {
        return checked(ts, LocalTime.of(zone(), moment(ts, seconds)));
    }

    @Expose(signature = "(seconds=None, /)", doc = "The fields of a moment in UTC.")
    Object gmtime(ThreadState ts, @Nullable Object seconds) {
        BrokenDownTime t = BrokenDownTime.of(moment(ts, seconds), 0, 0, "GMT");
        return TimeTuples.make(ts, type(), checked(ts, t));
    }

    @Expose(signature = "(seconds=None, /)", doc = "The fields of a moment in local time.")
    Object localtime(ThreadState ts, @Nullable Object seconds) {
        return TimeTuples.make(ts, type(), local(ts, seconds));
    }

    @Expose(signature = "(tuple, /)", doc = "The moment of fields in local time.")
    double mktime(ThreadState ts, Object tuple) {
        return (double) LocalTime.toSeconds(zone(), TimeTuples.read(ts, type(), tuple, "mktime"));
    }

    private static String text(BrokenDownTime t) {
        StringBuilder out = new StringBuilder(24);
        out.append(TimeFormat.day(t.weekDay), 0, 3)
                .append(' ')
                .append(TimeFormat.month(t.month - 1), 0, 3)
                .append(t.day < 10 ? "  " : " ")
                .append(t.day)
                .append(' ');
        two(out, t.hour).append(':');
        two(out, t.minute).append(':');
        return two(out, t.second).append(' ').append(t.year).toString();
    }

    private static StringBuilder two(StringBuilder out, int n) {
        return out.append(n < 10 ? "0" : "").append(n);
    }

    @Expose(signature = "(tuple=<absent>, /)", doc = "Fields as text: 'Sat Jun 06 16:26:11 1998'.")
    Object asctime(ThreadState ts, @Nullable Object tuple) {
        if (tuple == null) {
            return text(local(ts, null));
        }
        BrokenDownTime t = TimeTuples.read(ts, type(), tuple, "asctime");
        TimeTuples.check(ts, t);
        return text(t);
    }

    @Expose(signature = "(seconds=None, /)", doc = "A moment as text in local time.")
    Object ctime(ThreadState ts, @Nullable Object seconds) {
        return text(local(ts, seconds));
    }

    @Expose(signature = "(format, tuple=<absent>, /)", doc = "Write fields as a format says.")
    Object strftime(ThreadState ts, Object format, @Nullable Object tuple) {
        if (!ts.isStr(format)) {
            throw ts.typeError("strftime() argument 1 must be str, not "
                    + ts.typeOf(format).displayName());
        }
        BrokenDownTime t;
        if (tuple == null) {
            t = local(ts, null);
        } else {
            t = TimeTuples.read(ts, type(), tuple, "strftime");
            TimeTuples.check(ts, t);
        }
        t.daylight = Math.max(-1, Math.min(1, t.daylight));
        Object text = ts.strValue(format);
        int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            if (Str.at(text, i) == 0) {
                throw ts.valueError("embedded null character");
            }
        }
        return new TimeFormat(t, zone()).format(text);
    }

    @Expose(signature = "(*args)", doc = "Read fields from text by a format.")
    static Object strptime(ThreadState ts, Object[] args) {
        return ts.callVector(ts.getAttr(ts.importModule("_strptime"), "_strptime_time"), args, null);
    }
}
