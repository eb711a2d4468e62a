package dev.clutch.interp.object;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.number.IntBits;
import dev.clutch.interp.number.IntText;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Making ints of other objects. Answers to {@code long_new}, {@code PyNumber_Long} and {@code int.from_bytes}. */
public final class IntConversion {
    /** Floats nearer to zero are longs once their fraction is cut off. */
    private static final double LONG_RANGE = 0x1p63;

    private IntConversion() {}

    static Object construct(PyThreadState ts, @Nullable Object x, @Nullable Object base) {
        if (x == null) {
            if (base != null) {
                throw Errors.typeError(ts, "int() missing string argument");
            }
            return 0L;
        }
        if (base == null) {
            return ofNumber(ts, x);
        }
        Object b = Numbers.index(ts, base);
        if (!(b instanceof Long radix) || radix != 0 && (radix < 2 || radix > 36)) {
            throw Errors.valueError(ts, "int() base must be >= 2 and <= 36, or 0");
        }
        if (PyStr.TYPE.isInstance(x)) {
            return parse(ts, x, x, (int) (long) radix);
        }
        if (x instanceof PyBytes || x instanceof PyByteArray) {
            return parseBytes(ts, x, (int) (long) radix);
        }
        throw Errors.typeError(ts, "int() can't convert non-string with explicit base");
    }

    /** {@code PyNumber_Long}. */
    public static Object ofNumber(PyThreadState ts, Object x) {
        if (x instanceof Long || x instanceof java.math.BigInteger) {
            return x;
        }
        if (x instanceof String s) {
            Long value = IntText.parseShort(s);
            return value == null ? parse(ts, x, x, 10) : value;
        }
        if (x instanceof Double d && Math.abs(d) < LONG_RANGE) {
            return (long) (double) d;
        }
        TypeObject type = Types.of(x);
        NativeTable table = type.slot(Slot.INT);
        if (table != null) {
            Object r = table.call0(Slot.INT.id(), ts, x);
            Object v = r == null ? null : PyInt.plainOrNull(r);
            if (v == null || r == null) {
                throw Errors.typeError(
                        ts,
                        "__int__ returned non-int (type "
                                + (r == null ? "null" : Types.of(r).displayName()) + ")");
            }
            if (!(r instanceof Long) && r != v) {
                ts.warn(
                        "DeprecationWarning",
                        "__int__ returned non-int (type " + Types.of(r).displayName()
                                + ").  The ability to return an instance of a strict subclass of int is deprecated, and may not be"
                                + " supported in a future version of Python.",
                        1);
            }
            return v;
        }
        if (type.slot(Slot.INDEX) != null) {
            return Numbers.index(ts, x);
        }
        Object trunc = type.lookup("__trunc__");
        if (trunc != null) {
            ts.warn("DeprecationWarning", "The delegation of int() to __trunc__ is deprecated.", 1);
            Object r = Call.special0(ts, trunc, x);
            Object v = PyInt.plainOrNull(r);
            if (v != null) {
                return v;
            }
            if (Types.of(r).slot(Slot.INDEX) == null) {
                throw Errors.typeError(
                        ts,
                        "__trunc__ returned non-Integral (type " + Types.of(r).displayName() + ")");
            }
            return Numbers.index(ts, r);
        }
        if (PyStr.TYPE.isInstance(x)) {
            return parse(ts, x, x, 10);
        }
        if (Types.of(x).slot(Slot.BUFFER) != null) {
            return parseBytes(ts, x, 10);
        }
        throw Errors.typeError(
                ts,
                "int() argument must be a string, a bytes-like object or a real number, not '" + type.displayName()
                        + "'");
    }

    private static Object parseBytes(PyThreadState ts, Object x, int base) {
        try (BufferView view = ts.buffer(x, false)) {
            String text = new String(view.array(), view.offset(), view.length(), StandardCharsets.ISO_8859_1);
            Object shown = new PyBytes(Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length()));
            return parse(ts, text, shown, base);
        }
    }

    private static Object parse(PyThreadState ts, Object text, Object shown, int base) {
        try {
            Object v = IntText.parse(ts, ts.strValue(text), base, ts.interp.maxStrDigits());
            if (v != null) {
                return v;
            }
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
        throw Errors.valueError(
                ts, "invalid literal for int() with base " + base + ": " + Text.java(Text.repr(ts, shown)));
    }

    static boolean isLittle(PyThreadState ts, Object byteorder) {
        if (!PyStr.TYPE.isInstance(byteorder)) {
            throw Errors.typeError(
                    ts,
                    "to_bytes() argument 'byteorder' must be str, not "
                            + Types.of(byteorder).displayName());
        }
        Object order = ts.strValue(byteorder);
        if ("little".equals(order)) {
            return true;
        }
        if ("big".equals(order)) {
            return false;
        }
        throw Errors.valueError(ts, "byteorder must be either 'little' or 'big'");
    }

    static Object fromBytes(PyThreadState ts, TypeObject cls, Object bytes, Object byteorder, boolean signed) {
        boolean little = isLittle(ts, byteorder);
        byte[] data = bytesOf(ts, bytes);
        Object value = IntBits.fromBytes(data, 0, data.length, little, signed);
        return cls == PyInt.TYPE ? value : Call.call1(ts, cls, value);
    }

    /** {@code PyObject_Bytes}: a buffer, or an iterable of ints. */
    private static byte[] bytesOf(PyThreadState ts, Object o) {
        if (o instanceof PyBytes b) {
            return b.value();
        }
        Object made = Call.findSpecial0(ts, o, "__bytes__");
        if (made instanceof PyBytes b) {
            return b.value();
        }
        if (Types.of(o).slot(Slot.BUFFER) != null) {
            try (BufferView view = ts.buffer(o, false)) {
                return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
            }
        }
        if (PyStr.TYPE.isInstance(o)) {
            throw Errors.typeError(ts, "cannot convert 'str' object to bytes");
        }
        if (Types.of(o).slot(Slot.ITER) == null && Types.of(o).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(ts, "cannot convert '" + Types.of(o).displayName() + "' object to bytes");
        }
        Object[] items = Iter.toArray(ts, o);
        byte[] result = new byte[items.length];
        for (int i = 0; i < items.length; i++) {
            long v = Numbers.clampedLong(ts, items[i]);
            if (v < 0 || v > 255) {
                throw Errors.valueError(ts, "bytes must be in range(0, 256)");
            }
            result[i] = (byte) v;
        }
        return result;
    }
}
