package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.SingleByte;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Subscript;
import org.jspecify.annotations.Nullable;

/** Character maps of Python code: any object with subscription. */
public final class Charmaps {
    private static final int UNDEFINED = 0xFFFE;

    private Charmaps() {}

    /** The map behind the argument of {@code charmap_decode}. */
    public static SingleByte.DecodingMap decoding(PyThreadState ts, Object mapping) {
        return PyStr.isStr(mapping) ? new SingleByte.Table(PyStr.plain(mapping)) : new Decoding(ts, mapping);
    }

    /** The map behind the argument of {@code charmap_encode}. */
    public static SingleByte.EncodingMap encoding(PyThreadState ts, Object mapping) {
        return new Encoding(ts, mapping);
    }

    /** {@code PyUnicode_BuildEncodingMap}: whether a decoding table can be inverted without a dict. */
    public static boolean isSimple(Object table) {
        int n = Math.min(256, Str.length(table));
        if (n == 0 || Str.at(table, 0) != 0) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            int c = Str.at(table, i);
            if (c == 0 || c > 0xFFFF) {
                return false;
            }
        }
        return true;
    }

    /** The dict of a table that cannot. */
    public static PyDict dict(PyThreadState ts, Object table) {
        PyDict d = new PyDict();
        int n = Math.min(256, Str.length(table));
        for (int i = 0; i < n; i++) {
            d.put(ts, (long) Str.at(table, i), (long) i);
        }
        return d;
    }

    private static @Nullable Object item(PyThreadState ts, Object mapping, int key) {
        try {
            Object v = Subscript.get(ts, mapping, (long) key);
            return v == Singleton.NONE ? null : v;
        } catch (PythonException e) {
            if (Errors.matches(e, "LookupError")) {
                return null;
            }
            throw e;
        }
    }

    /** {@code charmap_decode_mapping}. */
    private record Decoding(PyThreadState ts, Object mapping) implements SingleByte.DecodingMap {
        @Override
        public @Nullable Object decode(int value) {
            Object v = item(ts, mapping, value);
            if (v == null) {
                return null;
            }
            if (PyStr.isStr(v)) {
                Object s = PyStr.plain(v);
                return Str.length(s) == 1 && Str.at(s, 0) == UNDEFINED ? null : s;
            }
            Object i = PyInt.plainOrNull(v);
            if (i == null) {
                throw Errors.typeError(ts, "character mapping must return integer, None or str");
            }
            if (!(i instanceof Long l) || l < 0 || l > Character.MAX_CODE_POINT) {
                throw Errors.typeError(ts, "character mapping must be in range(0x110000)");
            }
            return l == UNDEFINED ? null : Str.ofCodePoint((int) (long) l);
        }
    }

    /** {@code charmapencode_lookup}. */
    private record Encoding(PyThreadState ts, Object mapping) implements SingleByte.EncodingMap {
        @Override
        public byte @Nullable [] encode(int codePoint) {
            Object v = item(ts, mapping, codePoint);
            if (v == null) {
                return null;
            }
            if (v instanceof PyBytes b) {
                return b.value();
            }
            Object i = PyInt.plainOrNull(v);
            if (i == null) {
                throw Errors.typeError(
                        ts,
                        "character mapping must return integer, bytes or None, not "
                                + Types.of(v).displayName());
            }
            if (!(i instanceof Long l) || l < 0 || l > 255) {
                throw Errors.typeError(ts, "character mapping must be in range(256)");
            }
            return new byte[] {(byte) (long) l};
        }
    }
}
