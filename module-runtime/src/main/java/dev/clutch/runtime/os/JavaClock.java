package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsClock;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.WakeHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clocks that the JDK reads; on Linux its nanoTime is CLOCK_MONOTONIC and its Instant CLOCK_REALTIME. */
class JavaClock extends OsClock {
    private final OsEnvironment environment;

    JavaClock(OsEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public long realtimeNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }

    @Override
    public long processCpuNanos() {
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(null);
        if (used == null) {
            throw OsException.unsupported("This platform doesn't tell the CPU time of the process");
        }
        return used.toNanos();
    }

    @Override
    public long threadCpuNanos() {
        throw OsException.unsupported("The CPU time of a thread needs native access;"
                + " start Java with --enable-native-access=dev.clutch.runtime");
    }

    @Override
    public long clockNanos(int clock) {
        switch (clock) {
            case CLOCK_REALTIME:
                return realtimeNanos();
            case CLOCK_MONOTONIC:
                return monotonicNanos();
            case CLOCK_PROCESS_CPUTIME_ID:
                return processCpuNanos();
            case CLOCK_THREAD_CPUTIME_ID:
                return threadCpuNanos();
            default:
                throw new OsException(Errno.EINVAL);
        }
    }

    @Override
    public long clockResolutionNanos(int clock) {
        clockNanos(clock);
        return clock == CLOCK_PROCESS_CPUTIME_ID ? 10_000_000 : 1;
    }

    @Override
    public void sleep(long nanos, @Nullable WakeHandle wake) {
        if (wake != null) {
            if (wake.await(nanos)) {
                wake.check();
            }
            return;
        }
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        long left = nanos;
        while (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = deadline - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public LocalZone localZone() {
        String name = environment.get("TZ");
        if (name == null) {
            return TimeZones.isSystemUtc() ? TimeZones.utc("UTC") : TimeZones.named(ZoneId.systemDefault());
        }
        return TimeZones.parse(name);
    }
}
