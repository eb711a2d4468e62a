package dev.clutch.extension.spi.builtin;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What the interpreters of a runtime share besides code: tables that are immutable in depth and made of nothing that an interpreter could change, such as files of the library. */
public interface Sharing {
    /** Returns those of the runtime of a thread. */
    static Sharing of(ThreadState ts) {
        return (Sharing) ts;
    }

    /** Returns the table of a class, or null. */
    <T> @Nullable T recall(Class<T> kind);

    /** Keeps a table for all interpreters, as long as the runtime lives; returns the first one that was kept. */
    <T> T keep(Class<T> kind, T table);

    /** The content of a file of the standard library, by its path below {@code Lib}; null when there is none. */
    byte @Nullable [] libraryFile(String path);

    /** Whether a tracer or profiler waits for events of this thread: then no library code may be left out. */
    boolean isTraced();
}
