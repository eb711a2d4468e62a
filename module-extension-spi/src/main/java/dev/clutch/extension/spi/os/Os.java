package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/**
 * The operating system of one interpreter. Working directory and environment belong to this object; descriptors,
 * processes, umask and everything else the kernel keeps per process are shared by all interpreters of the JVM, as
 * CPython's subinterpreters share them.
 *
 * <p>Families throw {@link OsException}. A method whose last parameter is a nullable {@link WakeHandle} may block and
 * can be woken through it; given null it can't be woken.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class Os implements AutoCloseable {
    /** For the implementations. */
    protected Os() {}

    /** {@code posix} (real descriptors) or {@code portable} (descriptors that only this JVM knows). */
    public abstract String kind();

    /** One sentence: why this implementation was chosen. */
    public abstract String reason();

    /** File descriptors. */
    public abstract OsFiles files();

    /** Files, folders and links by name. */
    public abstract OsPaths paths();

    /** The environment of this interpreter. */
    public abstract OsEnvironment environment();

    /** Clocks and time zones. */
    public abstract OsClock clock();

    /** Processes, signals and limits. */
    public abstract OsProcess process();

    /** Sockets and addresses. */
    public abstract OsSockets sockets();

    /** Waiting for descriptors. */
    public abstract OsPolling polling();

    /** Terminals. */
    public abstract OsTerminal terminal();

    /** Users and groups. */
    public abstract OsUsers users();

    /** Facts about the machine, and the numbers of its constants. */
    public abstract OsSystem system();

    /** Only real descriptors come with semaphores; the portable implementation says so. */
    public OsSemaphores semaphores() {
        throw NativeOnly.refuse("sem_open");
    }

    /** Makes a handle that wakes blocked calls; who makes it closes it. */
    public abstract WakeHandle newWakeHandle();

    /** Ends this view. Descriptors that Python code left open stay open, as at the end of a CPython interpreter. */
    @Override
    public abstract void close();
}
