package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** What the three Unicode errors share. Answers to {@code PyUnicodeErrorObject}. No type itself: {@code UnicodeError} has none of this. */
public abstract class PyUnicodeError extends PyBaseException {
    @Nullable
    Object encoding;

    @Nullable
    Object object;

    long start;
    long end;

    @Nullable
    Object reason;

    PyUnicodeError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    /** Sets the attributes and the arguments that they make. */
    final void fill(@Nullable Object encoding, Object object, long start, long end, Object reason) {
        this.encoding = encoding;
        this.object = object;
        this.start = start;
        this.end = end;
        this.reason = reason;
    }

    /** The number of characters or bytes of the object, which is known to be of the right type. */
    abstract int length(Object o);

    /** The part of the message that names the one bad character or byte. */
    abstract String shown(Object o, int at);

    /** {@code codec can't encode}, for the one or for several. */
    abstract String head(PyThreadState ts, boolean one);

    final Object message(PyThreadState ts) {
        Object o = object;
        if (o == null) {
            return ""; // made without __init__
        }
        Object why = reason == null ? "None" : Text.str(ts, reason);
        boolean one = start >= 0 && start < length(o) && end == start + 1;
        String where = one
                ? head(ts, true) + " " + shown(o, (int) start) + " in position " + start + ": "
                : head(ts, false) + " in position " + start + "-" + (end - 1) + ": ";
        return Text.concat(Str.of(where), why);
    }

    final String codec(PyThreadState ts) {
        return "'" + (encoding == null ? "None" : Text.java(Text.str(ts, encoding))) + "' codec can't ";
    }

    static String escape(int c) {
        String digits = Integer.toHexString(c);
        int width = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
        return "'\\" + (width == 2 ? 'x' : width == 4 ? 'u' : 'U') + "0".repeat(width - digits.length()) + digits + "'";
    }

    private static Object present(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "can't delete numeric/char attribute");
        }
        return value;
    }

    private static long number(PyThreadState ts, Object value) {
        Object n = PyInt.plainOrNull(value);
        if (n == null) {
            throw Errors.typeError(ts, "an integer is required");
        }
        return Numbers.ssize(ts, n);
    }

    @Getter("encoding")
    Object encoding(PyThreadState ts) {
        return orNone(encoding);
    }

    @Setter("encoding")
    void setEncoding(PyThreadState ts, @Nullable Object value) {
        encoding = value;
    }

    @Getter("object")
    Object object(PyThreadState ts) {
        return orNone(object);
    }

    @Setter("object")
    void setObject(PyThreadState ts, @Nullable Object value) {
        object = value;
    }

    @Getter("start")
    long start(PyThreadState ts) {
        return start;
    }

    @Setter("start")
    void setStart(PyThreadState ts, @Nullable Object value) {
        Object v = present(ts, value);
        start = -1; // what stays when the value is refused, as in CPython
        start = number(ts, v);
    }

    @Getter("end")
    long end(PyThreadState ts) {
        return end;
    }

    @Setter("end")
    void setEnd(PyThreadState ts, @Nullable Object value) {
        Object v = present(ts, value);
        end = -1; // what stays when the value is refused, as in CPython
        end = number(ts, v);
    }

    @Getter("reason")
    Object reason(PyThreadState ts) {
        return orNone(reason);
    }

    @Setter("reason")
    void setReason(PyThreadState ts, @Nullable Object value) {
        reason = value;
    }

    /** Notes where the next error of the same conversion is. */
    public final void move(int newStart, int newEnd, String newReason) {
        start = newStart;
        end = newEnd;
        reason = newReason;
    }

    /** The object, checked as {@code PyUnicodeEncodeError_GetObject} does. */
    public abstract Object checkedObject(PyThreadState ts);

    /** {@code PyUnicodeEncodeError_GetStart}: inside of the object. */
    public final int clampedStart(PyThreadState ts) {
        int n = length(checkedObject(ts));
        return (int) Math.max(0, Math.min(start, n - 1L));
    }

    /** {@code PyUnicodeEncodeError_GetEnd}: inside of the object, behind its first item. */
    public final int clampedEnd(PyThreadState ts) {
        int n = length(checkedObject(ts));
        return (int) Math.min(Math.max(end, 1), n);
    }

    /** The encoding as text, empty when there is none. */
    public final String encodingText(PyThreadState ts) {
        if (encoding == null) {
            throw Errors.typeError(ts, "encoding attribute not set");
        }
        if (!PyStr.isStr(encoding)) {
            throw Errors.typeError(ts, "encoding attribute must be unicode");
        }
        return Text.java(encoding);
    }

    static Object text(PyThreadState ts, @Nullable Object object) {
        if (object == null) {
            throw Errors.typeError(ts, "object attribute not set");
        }
        if (!PyStr.isStr(object)) {
            throw Errors.typeError(ts, "object attribute must be unicode");
        }
        return PyStr.plain(object);
    }
}
