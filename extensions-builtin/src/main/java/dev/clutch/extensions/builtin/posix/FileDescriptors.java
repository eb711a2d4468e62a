package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.ThreadState;

/** Descriptors from Python objects, for the other modules of the family. */
public final class FileDescriptors {
    private FileDescriptors() {}

    /** {@code PyObject_AsFileDescriptor}: an int, or what {@code fileno()} of the object answers. */
    public static int of(ThreadState ts, Object o) {
        Object number = o;
        if (!ts.isInt(o)) {
            Object fileno = ts.findAttr(o, "fileno");
            if (fileno == null) {
                throw ts.typeError("argument must be an int, or have a fileno() method.");
            }
            number = ts.call(fileno);
            if (!ts.isInt(number)) {
                throw ts.typeError("fileno() returned a non-integer");
            }
        }
        int fd = ts.asInt(number);
        if (fd < 0) {
            throw ts.valueError("file descriptor cannot be a negative integer (" + fd + ")");
        }
        return fd;
    }
}
