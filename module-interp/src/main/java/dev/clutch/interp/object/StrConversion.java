package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.StrTranslate;
import org.jspecify.annotations.Nullable;

/** Making str of other objects, encoding, and character tables. */
final class StrConversion {
    private StrConversion() {}

    /** {@code unicode_new}. */
    static Object construct(
            PyThreadState ts, @Nullable Object object, @Nullable Object encoding, @Nullable Object errors) {
        if (object == null) {
            return "";
        }
        if (encoding == null && errors == null) {
            return Text.str(ts, object);
        }
        requireText(ts, "encoding", encoding);
        requireText(ts, "errors", errors);
        if (PyStr.isStr(object)) {
            throw Errors.typeError(ts, "decoding str is not supported");
        }
        if (Types.of(object).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "decoding to str: need a bytes-like object, "
                            + Types.of(object).displayName() + " found");
        }
        try (BufferView view = ts.buffer(object, false)) {
            Object codec = encoding == null ? "utf-8" : encoding;
            Object handler = errors == null ? "strict" : errors;
            if (view.length() == 0) {
                Codecs.check(ts, codec, handler);
                return ""; // no codec is asked
            }
            return Codecs.decode(
                    ts,
                    java.util.Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length()),
                    codec,
                    handler);
        }
    }

    private static void requireText(PyThreadState ts, String parameter, @Nullable Object value) {
        if (value != null && !PyStr.isStr(value)) {
            throw Errors.typeError(
                    ts,
                    "str() argument '" + parameter + "' must be str, not "
                            + Types.of(value).displayName());
        }
    }

    static Object encode(PyThreadState ts, Object s, Object encoding, Object errors) {
        return new PyBytes(Codecs.encode(ts, s, encoding, errors));
    }

    static Object translate(PyThreadState ts, Object s, Object table) {
        return StrTranslate.translate(s, c -> replacement(ts, table, c));
    }

    /** {@code charmaptranslate_lookup}. */
    private static @Nullable Object replacement(PyThreadState ts, Object table, int c) {
        Object v;
        try {
            v = Subscript.get(ts, table, (long) c);
        } catch (PythonException e) {
            if (Errors.matches(e, "LookupError")) {
                return null;
            }
            throw e;
        }
        if (v == Singleton.NONE) {
            return "";
        }
        if (PyStr.isStr(v)) {
            return PyStr.plain(v);
        }
        Object i = PyInt.plainOrNull(v);
        if (i == null) {
            throw Errors.typeError(ts, "character mapping must return integer, None or str");
        }
        if (!(i instanceof Long l) || l < 0 || l > Character.MAX_CODE_POINT) {
            throw Errors.valueError(ts, "character mapping must be in range(0x110000)");
        }
        return Str.ofCodePoint((int) (long) l);
    }

    /** {@code unicode_maketrans_impl}. */
    static Object makeTable(PyThreadState ts, Object x, @Nullable Object y, @Nullable Object z) {
        PyDict table = new PyDict();
        if (y != null) {
            if (!PyStr.isStr(x)) {
                throw Errors.typeError(ts, "first maketrans argument must be a string if there is a second argument");
            }
            Object from = PyStr.plain(x);
            Object to = text(ts, y, 2);
            if (Str.length(from) != Str.length(to)) {
                throw Errors.valueError(ts, "the first two maketrans arguments must have equal length");
            }
            for (int i = 0; i < Str.length(from); i++) {
                table.put(ts, (long) Str.at(from, i), (long) Str.at(to, i));
            }
            if (z != null) {
                Object gone = text(ts, z, 3);
                for (int i = 0; i < Str.length(gone); i++) {
                    table.put(ts, (long) Str.at(gone, i), Singleton.NONE);
                }
            }
            return table;
        }
        if (!(x instanceof PyDict d)) {
            throw Errors.typeError(ts, "if you give only one argument to maketrans it must be a dict");
        }
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            Object key = d.keyAt(p);
            if (PyStr.isStr(key)) {
                Object s = PyStr.plain(key);
                if (Str.length(s) != 1) {
                    throw Errors.valueError(ts, "string keys in translate table must be of length 1");
                }
                table.put(ts, (long) Str.at(s, 0), d.valueAt(p));
            } else if (PyInt.plainOrNull(key) != null) {
                table.put(ts, key, d.valueAt(p));
            } else {
                throw Errors.typeError(ts, "keys in translate table must be strings or integers");
            }
        }
        return table;
    }

    private static Object text(PyThreadState ts, Object o, int number) {
        if (!PyStr.isStr(o)) {
            throw Errors.typeError(
                    ts,
                    "maketrans() argument " + number + " must be str, not "
                            + Types.of(o).displayName());
        }
        return PyStr.plain(o);
    }
}
