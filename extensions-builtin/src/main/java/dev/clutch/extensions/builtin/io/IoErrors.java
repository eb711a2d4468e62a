package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import org.jspecify.annotations.Nullable;

/** The exceptions that several types raise, and the conversion of arguments that they share. */
final class IoErrors {
    private IoErrors() {}

    static PythonException closed(ThreadState ts) {
        return ts.valueError("I/O operation on closed file.");
    }

    static PythonException uninitialized(ThreadState ts) {
        return ts.valueError("I/O operation on uninitialized object");
    }

    static PythonException unsupported(ThreadState ts, IoModule state, String message) {
        return ts.error(state.unsupportedOperation(ts), message);
    }

    /** The OSError for a refusal of the system; the file name is one that Python code gave. */
    static PythonException os(ThreadState ts, OsException e, @Nullable Object name) {
        Object text = Str.of(e.text());
        PyObject type = ts.exceptionType("OSError");
        return name == null ? ts.error(type, (long) e.errno(), text) : ts.error(type, (long) e.errno(), text, name);
    }

    /** The BlockingIOError that tells how much was written. */
    static PythonException blocking(ThreadState ts, int errno, long written) {
        return ts.error(
                ts.exceptionType("BlockingIOError"),
                (long) errno,
                "write could not complete without blocking",
                written);
    }

    /** Whether a call that was interrupted is to be repeated, after the handlers have run ({@code _PyIO_trap_eintr}). */
    static boolean retry(ThreadState ts, PythonException e) {
        if (!ts.matches(e, "InterruptedError")) {
            return false;
        }
        ts.checkInterrupts();
        return true;
    }

    /** An int or None ({@code _Py_convert_optional_to_ssize_t}). */
    static long size(ThreadState ts, Object size, long none) {
        if (size instanceof Long n) {
            return n;
        }
        if (size == Singleton.NONE) {
            return none;
        }
        if (ts.findSpecial(size, "__index__") == null) {
            throw ts.typeError("argument should be integer or None, not '"
                    + ts.typeOf(size).displayName() + "'");
        }
        return ts.asLong(size);
    }

    /** A position in a file ({@code PyNumber_AsOff_t}). */
    static long offset(ThreadState ts, Object o) {
        return o instanceof Long n ? n : ts.asLong(o);
    }

    /** An argument that CPython has as a C string: encodable, without zeros. */
    static void requireText(ThreadState ts, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw ts.valueError("embedded null character");
            }
            if (Character.isSurrogate(c)) {
                requireEncodable(ts, text);
            }
        }
    }

    /** UnicodeEncodeError for a lone surrogate ({@code PyUnicode_AsUTF8}). */
    private static void requireEncodable(ThreadState ts, String text) {
        byte[] ignored = Codecs.UTF_8.encode(ts, Str.of(text), "strict");
    }

    /** An encodable str or None ({@code z} of {@code PyArg_Parse}). */
    static @Nullable String textOrNone(ThreadState ts, Object o, String function, String parameter) {
        if (o == Singleton.NONE) {
            return null;
        }
        if (!ts.isStr(o)) {
            throw ts.typeError(
                    function + "() argument '" + parameter + "' must be str or None, not " + typeName(ts, o));
        }
        String text = Str.toJavaString(ts.strValue(o));
        requireEncodable(ts, text);
        return text;
    }

    /** The name of a type for a message: that of the type of the object. */
    static String typeName(ThreadState ts, Object o) {
        return ts.typeOf(o).displayName();
    }
}
