package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.CodecError;
import dev.clutch.interp.codec.ErrorHandler;
import dev.clutch.interp.codec.ErrorHandlers;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyUnicodeError;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** Errors of the conversions as Python exceptions, and names of error handlers as handlers. */
public final class UnicodeErrors {
    private UnicodeErrors() {}

    /** The exception to raise for an error that no handler took. */
    public static PythonException of(PyThreadState ts, CodecError e) {
        Object input = e.input() instanceof byte[] bytes ? new PyBytes(bytes) : e.input();
        return Errors.make(
                ts,
                Exceptions.type(e.decoding() ? "UnicodeDecodeError" : "UnicodeEncodeError"),
                Str.of(e.encoding()),
                input,
                (long) e.start(),
                (long) e.end(),
                Str.of(e.reason()));
    }

    /** The exception that a handler gets. */
    static PyUnicodeError exception(PyThreadState ts, CodecError e) {
        return (PyUnicodeError) of(ts, e).value();
    }

    /** The handler of a name; null means {@code strict}. An unknown name fails when there is an error to handle. */
    public static ErrorHandler handler(PyThreadState ts, @Nullable Object name) {
        if (name == null) {
            return ErrorHandlers.STRICT;
        }
        ErrorHandlers builtin = ErrorHandlers.of(Text.java(name));
        return builtin != null ? builtin : new CallbackHandler(ts, name);
    }
}
