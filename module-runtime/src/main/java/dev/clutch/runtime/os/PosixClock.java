package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsEnvironment;
import java.lang.foreign.MemorySegment;

/** All clocks of the kernel; realtime and monotonic stay with the JDK, which reads the same ones. */
final class PosixClock extends JavaClock {
    private final Libc libc;

    PosixClock(OsEnvironment environment, Libc libc) {
        super(environment);
        this.libc = libc;
    }

    @Override
    public long processCpuNanos() {
        return read(LibcFunction.CLOCK_GETTIME, CLOCK_PROCESS_CPUTIME_ID);
    }

    @Override
    public long threadCpuNanos() {
        return read(LibcFunction.CLOCK_GETTIME, CLOCK_THREAD_CPUTIME_ID);
    }

    @Override
    public long clockNanos(int clock) {
        if (clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC) {
            return super.clockNanos(clock);
        }
        return read(LibcFunction.CLOCK_GETTIME, clock);
    }

    @Override
    public long clockResolutionNanos(int clock) {
        if (clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC) {
            return super.clockResolutionNanos(clock);
        }
        return read(LibcFunction.CLOCK_GETRES, clock);
    }

    @Override
    public void setClockNanos(int clock, long nanos) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment time = f.memory(16);
            NativeFrame.putLong(time, 0, Math.floorDiv(nanos, 1_000_000_000L));
            NativeFrame.putLong(time, 8, Math.floorMod(nanos, 1_000_000_000L));
            f.checked(LibcFunction.CLOCK_SETTIME, clock, time.address());
        }
    }

    private long read(LibcFunction function, int clock) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment time = f.memory(16);
            f.checked(function, clock, time.address());
            return NativeFrame.getLong(time, 0) * 1_000_000_000L + NativeFrame.getLong(time, 8);
        }
    }
}
