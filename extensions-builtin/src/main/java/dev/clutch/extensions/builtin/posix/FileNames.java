package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.ThreadState;

/** File names from Python objects, for the other modules of the family. */
public final class FileNames {
    private FileNames() {}

    /** {@code PyUnicode_FSConverter}: str, bytes or path-like as text for the operating system. */
    public static String of(ThreadState ts, Object o) {
        return PathArgument.fsText(ts, o);
    }
}
