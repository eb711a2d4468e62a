package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Codecs;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.memory.MemoryItems;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Sizes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arguments of the methods of bytes and bytearray, and what makes such objects. */
public final class ByteArguments {
    private ByteArguments() {}

    /** Returns the bytes of an object with the buffer interface; not to be written. */
    public static byte[] bytes(PyThreadState ts, Object o) {
        if (o instanceof ByteSequence b) {
            return b.array();
        }
        try (BufferView view = ts.buffer(o, false)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    /** Returns a new array with the bytes of any buffer, in C's order ({@code PyBuffer_ToContiguous}). */
    static byte[] copy(PyThreadState ts, Object o) {
        if (o instanceof ByteSequence b && Types.of(b).nativeBase() == Types.of(b)) {
            return b.array().clone();
        }
        try (BufferView view = ts.buffer(o, Buffers.FULL_READONLY)) {
            return MemoryItems.copy(view);
        }
    }

    /** Returns the Latin-1 text of an object with the buffer interface. */
    static Object text(PyThreadState ts, Object o) {
        return o instanceof ByteSequence b ? b.text() : new String(bytes(ts, o), StandardCharsets.ISO_8859_1);
    }

    /** As {@link #text}, or a single byte given as an int. */
    static Object textOrByte(PyThreadState ts, Object o) {
        if (Types.of(o).slot(Slot.BUFFER) == null && Types.of(o).slot(Slot.INDEX) != null) {
            return String.valueOf((char) byteValue(ts, o));
        }
        if (Types.of(o).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "argument should be integer or bytes-like object, not '"
                            + Types.of(o).displayName() + "'");
        }
        return text(ts, o);
    }

    static int byteValue(PyThreadState ts, Object o) {
        long v = Numbers.clampedLong(ts, o);
        if (v < 0 || v > 255) {
            throw Errors.valueError(ts, "byte must be in range(0, 256)");
        }
        return (int) v;
    }

    /** Checks a subscript that is no slice. */
    static int index(PyThreadState ts, ByteSequence self, Object key) {
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    (self instanceof PyBytes ? "byte" : "bytearray") + " indices must be integers or slices, not "
                            + Types.of(key).displayName());
        }
        long i = Numbers.position(ts, key);
        int length = self.count();
        if (i < 0) {
            i += length;
        }
        if (i < 0 || i >= length) {
            throw Errors.error(ts, "IndexError", (self instanceof PyBytes ? "" : "bytearray ") + "index out of range");
        }
        return (int) i;
    }

    static int width(PyThreadState ts, long width) {
        if (width > Str.MAX_LENGTH) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(width);
        return (int) Math.max(width, 0);
    }

    static int fill(PyThreadState ts, String function, @Nullable Object fillchar) {
        if (fillchar == null) {
            return ' ';
        }
        if (fillchar instanceof ByteSequence b && b.count() == 1) {
            return b.byteAt(0);
        }
        throw Errors.typeError(
                ts,
                function + "() argument 2 must be a byte string of length 1, not "
                        + Types.of(fillchar).displayName());
    }

    /** {@code bytes_new_impl} without {@code __bytes__}. */
    static byte[] construct(
            PyThreadState ts,
            String kind,
            @Nullable Object source,
            @Nullable Object encoding,
            @Nullable Object errors) {
        checkText(ts, kind, "encoding", encoding);
        checkText(ts, kind, "errors", errors);
        if (source == null) {
            if (encoding != null || errors != null) {
                throw Errors.typeError(
                        ts,
                        encoding != null ? "encoding without a string argument" : "errors without a string argument");
            }
            return new byte[0];
        }
        if (PyStr.isStr(source)) {
            if (encoding == null) {
                throw Errors.typeError(ts, "string argument without an encoding");
            }
            return Codecs.encode(ts, PyStr.plain(source), encoding, errors == null ? "strict" : errors);
        }
        if (encoding != null || errors != null) {
            throw Errors.typeError(
                    ts, encoding != null ? "encoding without a string argument" : "errors without a string argument");
        }
        if (Types.of(source).slot(Slot.INDEX) != null) {
            byte[] zeros = zeros(ts, source);
            if (zeros != null) {
                return zeros;
            }
        }
        return ofObject(ts, kind, source);
    }

    private static void checkText(PyThreadState ts, String function, String parameter, @Nullable Object o) {
        if (o != null && !PyStr.isStr(o)) {
            throw Errors.typeError(
                    ts,
                    function + "() argument '" + parameter + "' must be str, not "
                            + Types.of(o).displayName());
        }
    }

    /** {@code PyBytes_FromObject} and {@code PyByteArray_FromObject}, for objects without {@code __index__}. */
    static byte[] ofObject(PyThreadState ts, String kind, Object source) {
        return Types.of(source).slot(Slot.BUFFER) != null ? copy(ts, source) : ofIterable(ts, kind, source);
    }

    /** As many zero bytes as an index says; null when {@code __index__} raises TypeError. */
    private static byte @Nullable [] zeros(PyThreadState ts, Object source) {
        long n;
        try {
            n = Numbers.count(ts, source);
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError")) {
                return null;
            }
            throw e;
        }
        if (n < 0) {
            throw Errors.valueError(ts, "negative count");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(n);
        return new byte[(int) n];
    }

    /** Whether {@link #construct} would iterate over an object. */
    static boolean isIterated(Object source) {
        TypeObject type = Types.of(source);
        return type.slot(Slot.BUFFER) == null
                && type.slot(Slot.INDEX) == null
                && type.slot(Slot.ITER) != null
                && !PyStr.isStr(source);
    }

    static byte[] ofIterable(PyThreadState ts, String kind, Object source) {
        if (Types.of(source).slot(Slot.ITER) == null && Types.of(source).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(ts, "cannot convert '" + Types.of(source).displayName() + "' object to " + kind);
        }
        Object it = Iter.iter(ts, source);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            long b = Numbers.clampedLong(ts, v);
            if (b < 0 || b > 255) {
                throw Errors.valueError(
                        ts, kind.equals("bytes") ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
            }
            out.write((int) b);
        }
        return out.toByteArray();
    }

    static byte[] makeTable(PyThreadState ts, Object from, Object to) {
        byte[] a = bytes(ts, from);
        byte[] b = bytes(ts, to);
        if (a.length != b.length) {
            throw Errors.valueError(ts, "maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < a.length; i++) {
            table[a[i] & 0xff] = b[i];
        }
        return table;
    }

    static byte[] translate(PyThreadState ts, byte[] a, Object table, @Nullable Object delete) {
        byte[] t = table == Singleton.NONE ? null : bytes(ts, table);
        if (t != null && t.length != 256) {
            throw Errors.valueError(ts, "translation table must be 256 characters long");
        }
        boolean[] gone = new boolean[256];
        if (delete != null) {
            for (byte b : bytes(ts, delete)) {
                gone[b & 0xff] = true;
            }
        }
        byte[] result = new byte[a.length];
        int n = 0;
        for (byte b : a) {
            if (!gone[b & 0xff]) {
                result[n++] = t == null ? b : t[b & 0xff];
            }
        }
        return Arrays.copyOf(result, n);
    }

    /** {@code _Py_strhex_with_sep}. */
    public static Object hex(PyThreadState ts, byte[] a, @Nullable Object sep, int group) {
        String separator = "";
        if (sep != null) {
            if (Sizes.of(ts, sep) != 1) {
                throw Errors.valueError(ts, "sep must be length 1.");
            }
            if (!PyStr.isStr(sep) && !(sep instanceof PyBytes)) {
                throw Errors.typeError(ts, "sep must be str or bytes.");
            }
            Object s = PyStr.isStr(sep) ? PyStr.plain(sep) : text(ts, sep);
            if (!Str.isAscii(s)) {
                throw Errors.valueError(ts, "sep must be ASCII.");
            }
            separator = (String) s;
        }
        StringBuilder out = new StringBuilder(a.length * 2);
        int size = Math.abs(group);
        for (int i = 0; i < a.length; i++) {
            if (i > 0 && size > 0 && !separator.isEmpty()) {
                int position = group > 0 ? a.length - i : i;
                if (position % size == 0) {
                    out.append(separator);
                }
            }
            out.append(Character.forDigit((a[i] >> 4) & 15, 16)).append(Character.forDigit(a[i] & 15, 16));
        }
        return out.toString();
    }

    /** {@code _PyBytes_FromHex}. */
    static byte[] fromHex(PyThreadState ts, Object string) {
        if (!PyStr.isStr(string)) {
            throw Errors.typeError(
                    ts,
                    "fromhex() argument must be str, not " + Types.of(string).displayName());
        }
        Object s = PyStr.plain(string);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int n = Str.length(s);
        int i = 0;
        while (i < n) {
            int c = Str.at(s, i);
            if (ByteText.isSpace(c)) {
                i++;
                continue;
            }
            int high = digit(c);
            int low = high < 0 || i + 1 >= n ? -1 : digit(Str.at(s, i + 1));
            if (high < 0 || low < 0) {
                throw Errors.valueError(
                        ts, "non-hexadecimal number found in fromhex() arg at position " + (high < 0 ? i : i + 1));
            }
            out.write(high * 16 + low);
            i += 2;
        }
        return out.toByteArray();
    }

    private static int digit(int c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
