package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Clocks. Realtime and monotonic never need a native call. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsClock {
    public static final int CLOCK_REALTIME = 0;
    public static final int CLOCK_MONOTONIC = 1;
    public static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    public static final int CLOCK_THREAD_CPUTIME_ID = 3;

    /** For the implementations. */
    protected OsClock() {}

    /** Nanoseconds since 1970. */
    public abstract long realtimeNanos();

    /** The kernel's CLOCK_MONOTONIC where the platform allows. */
    public abstract long monotonicNanos();

    /** {@code time.process_time_ns}: processor time of the JVM, of all interpreters together. */
    public abstract long processCpuNanos();

    /** {@code time.thread_time_ns}: processor time of the calling thread. */
    public abstract long threadCpuNanos();

    /** Any clock of clock_gettime(2). */
    public abstract long clockNanos(int clock);

    /** {@code time.clock_getres}, in nanoseconds. {@link Errno#EINVAL} for an unknown clock. */
    public abstract long clockResolutionNanos(int clock);

    /** {@code time.clock_settime_ns}. {@link Errno#EPERM} without the right. */
    public void setClockNanos(int clock, long nanos) {
        throw NativeOnly.refuse("clock_settime");
    }

    /** Sleeps at least so long; {@link Errno#EINTR} when woken. */
    public abstract void sleep(long nanos, @Nullable WakeHandle wake);

    /** The local time zone by the interpreter's {@code TZ}, read at the time of the call. */
    public abstract LocalZone localZone();

    /** What {@code time.tzname}, {@code timezone} and {@code daylight} are made of. */
    public record LocalZone(ZoneRules rules, String standardName, String daylightName, boolean hasDaylight) {}
}
