package dev.clutch.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an interpreter may use; immutable, and everything is unlimited at first. What is used up raises an exception in the thread that uses it, derived from BaseException, again and again until the thread leaves;
 * the interpreter can be closed as ever. A closing thread is not limited: the close has its deadline.
 *
 * @param callTime how long one stay of a thread in the interpreter may last, waiting included; null for as long as it takes
 * @param cpuTime the processor time of all threads together, while they are in the interpreter; null for any
 * @param allocatedBytes how much all threads together may allocate, whether it still lives or not; 0 for any amount
 * @param threads how many threads Python code may have at a time, beside those that came from outside; negative for any number
 * @param outputBytes how much may be written to files, pipes, sockets and standard streams; negative for any amount
 * @param openFiles how many descriptors may be open at a time; negative for any number
 */
public record Limits(
        @Nullable Duration callTime,
        @Nullable Duration cpuTime,
        long allocatedBytes,
        int threads,
        long outputBytes,
        int openFiles) {
    /** The name of the first limit, as exceptions show it. */
    public static final String CALL_TIME = "call time";
    /** The second's. */
    public static final String CPU_TIME = "CPU time";
    /** The third's. */
    public static final String ALLOCATED_BYTES = "allocated bytes";
    /** The fourth's. */
    public static final String THREADS = "threads";
    /** The fifth's. */
    public static final String OUTPUT_BYTES = "output bytes";
    /** The sixth's. */
    public static final String OPEN_FILES = "open files";

    /** Checks the values. */
    public Limits {
        requirePositive(callTime);
        requirePositive(cpuTime);
        if (allocatedBytes < 0) {
            throw new IllegalArgumentException("allocated bytes cannot be limited to " + allocatedBytes);
        }
    }

    private static void requirePositive(@Nullable Duration time) {
        if (time != null && (time.isZero() || time.isNegative())) {
            throw new IllegalArgumentException("a time limit must be positive, not " + time);
        }
    }

    /** Returns no limits. */
    public static Limits none() {
        return new Limits(null, null, 0, -1, -1, -1);
    }

    /** Returns these with another {@link #callTime}. */
    public Limits withCallTime(Duration value) {
        return new Limits(value, cpuTime, allocatedBytes, threads, outputBytes, openFiles);
    }

    /** Returns these with another {@link #cpuTime}. */
    public Limits withCpuTime(Duration value) {
        return new Limits(callTime, value, allocatedBytes, threads, outputBytes, openFiles);
    }

    /** Returns these with another {@link #allocatedBytes}. */
    public Limits withAllocatedBytes(long value) {
        return new Limits(callTime, cpuTime, value, threads, outputBytes, openFiles);
    }

    /** Returns these with another {@link #threads}. */
    public Limits withThreads(int value) {
        return new Limits(callTime, cpuTime, allocatedBytes, value, outputBytes, openFiles);
    }

    /** Returns these with another {@link #outputBytes}. */
    public Limits withOutputBytes(long value) {
        return new Limits(callTime, cpuTime, allocatedBytes, threads, value, openFiles);
    }

    /** Returns these with another {@link #openFiles}. */
    public Limits withOpenFiles(int value) {
        return new Limits(callTime, cpuTime, allocatedBytes, threads, outputBytes, value);
    }

    /** Whether something must be measured from outside while threads run. */
    boolean isWatched() {
        return callTime != null || countsPlatformThreads();
    }

    /** Whether something is limited that the JVM counts for platform threads only. */
    boolean countsPlatformThreads() {
        return cpuTime != null || allocatedBytes > 0;
    }
}
