package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code _io._TextIOBase}. Answers to the first part of {@code textio.c}. */
@ExtensionType(
        name = "_io._TextIOBase",
        base = "_io._IOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "What streams of text have in common.")
final class TextIoBase {
    private TextIoBase() {}

    @Expose(doc = "Separate the stream of bytes and return it.")
    static Object detach(ThreadState ts, Object self, IoModule state) {
        throw IoErrors.unsupported(ts, state, "detach");
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of characters.")
    static Object read(ThreadState ts, Object self, IoModule state, Object size) {
        throw IoErrors.unsupported(ts, state, "read");
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    static Object readline(ThreadState ts, Object self, IoModule state, Object size) {
        throw IoErrors.unsupported(ts, state, "readline");
    }

    @Expose(signature = "(s, /)", doc = "Write text.")
    static Object write(ThreadState ts, Object self, IoModule state, Object s) {
        throw IoErrors.unsupported(ts, state, "write");
    }

    @Getter(doc = "The name of the encoding.")
    static Object encoding(ThreadState ts, Object self) {
        return Singleton.NONE;
    }

    @Getter(doc = "The line ends that were read.")
    static Object newlines(ThreadState ts, Object self) {
        return Singleton.NONE;
    }

    @Getter(doc = "The error handler.")
    static Object errors(ThreadState ts, Object self) {
        return Singleton.NONE;
    }
}
