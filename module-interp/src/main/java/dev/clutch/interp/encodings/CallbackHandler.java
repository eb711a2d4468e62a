package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.CodecError;
import dev.clutch.interp.codec.ErrorHandler;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.PyUnicodeError;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Calls what is registered under a name, which is looked up at the first error. One exception object serves one conversion. Answers to
 * {@code unicode_encode_call_errorhandler} and {@code unicode_decode_call_errorhandler_writer}.
 */
final class CallbackHandler implements ErrorHandler {
    private final PyThreadState ts;
    private final Object name;
    private @Nullable Object function;
    private @Nullable PyUnicodeError exception;

    CallbackHandler(PyThreadState ts, Object name) {
        this.ts = ts;
        this.name = name;
    }

    @Override
    public Way handle(CodecError error) {
        Object f = function;
        if (f == null) {
            f = ts.interp.codecs().lookupError(ts, name);
            function = f;
        }
        PyUnicodeError e = exception;
        if (e == null) {
            e = UnicodeErrors.exception(ts, error);
            exception = e;
        } else {
            e.move(error.start(), error.end(), error.reason());
        }
        Object answer = Call.call1(ts, f, e);
        if (!(answer instanceof PyTuple t) || t.size() != 2 || !isReplacement(error, t.get(0))) {
            throw wrong(error);
        }
        Object position = t.get(1);
        if (!(position instanceof Long) && Types.of(position).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(position).displayName() + "' object cannot be interpreted as an integer");
        }
        byte[] input = null;
        int length;
        if (error.input() instanceof byte[] before) {
            byte[] now = ((PyBytes) e.checkedObject(ts)).value();
            input = now == before ? null : now;
            length = now.length;
        } else {
            length = Str.length(error.input());
        }
        long at = Numbers.asLong(ts, position);
        long from = at < 0 ? at + length : at;
        if (from < 0 || from > length) {
            throw Errors.error(ts, "IndexError", "position " + from + " from error handler out of bounds");
        }
        Object replacement = t.get(0) instanceof PyBytes b ? b.value() : PyStr.plain(t.get(0));
        return new Way(replacement, (int) from, input);
    }

    private static boolean isReplacement(CodecError error, Object o) {
        return PyStr.isStr(o) || (o instanceof PyBytes && !error.decoding());
    }

    private RuntimeException wrong(CodecError error) {
        return Errors.typeError(
                ts,
                error.decoding()
                        ? "decoding error handler must return (str, int) tuple"
                        : "encoding error handler must return (str/bytes, int) tuple");
    }
}
