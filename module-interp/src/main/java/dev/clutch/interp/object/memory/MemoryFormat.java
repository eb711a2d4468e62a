package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Truth;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Single items in native formats, as on 64-bit Linux: little-endian, {@code long} of 8 bytes. Answers to {@code unpack_single} and {@code pack_single}. */
final class MemoryFormat {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MemoryFormat() {}

    /** The size of an item of a native single-character format with or without {@code @}, or -1 ({@code get_native_fmtchar}). */
    static int size(String format) {
        return switch (character(format)) {
            case 'c', 'b', 'B', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
            default -> -1;
        };
    }

    /** The character of such a format, 0 for none. */
    static char character(String format) {
        int at = !format.isEmpty() && format.charAt(0) == '@' ? 1 : 0;
        return format.length() == at + 1 ? format.charAt(at) : 0;
    }

    static boolean isByte(String format) {
        char c = character(format);
        return c == 'b' || c == 'B' || c == 'c';
    }

    /** {@code adjust_fmt}. */
    static char single(PyThreadState ts, String format) {
        char c = character(format);
        if (c == 0) {
            throw Errors.error(ts, "NotImplementedError", "memoryview: unsupported format " + format);
        }
        return c;
    }

    static Object unpack(PyThreadState ts, char c, byte[] a, int at) {
        switch (c) {
            case 'B':
                return (long) (a[at] & 0xff);
            case 'b':
                return (long) a[at];
            case 'c':
                return new PyBytes(new byte[] {a[at]});
            case '?':
                return a[at] != 0;
            case 'h':
                return (long) (short) SHORT.get(a, at);
            case 'H':
                return (long) ((short) SHORT.get(a, at) & 0xffff);
            case 'i':
                return (long) (int) INT.get(a, at);
            case 'I':
                return (int) INT.get(a, at) & 0xffffffffL;
            case 'l', 'q', 'n':
                return (long) LONG.get(a, at);
            case 'L', 'Q', 'N', 'P':
                long l = (long) LONG.get(a, at);
                return l >= 0 ? (Object) l : IntMath.of(new BigInteger(Long.toUnsignedString(l)));
            case 'e':
                return (double) Float.float16ToFloat((short) SHORT.get(a, at));
            case 'f':
                return (double) Float.intBitsToFloat((int) INT.get(a, at));
            case 'd':
                return Double.longBitsToDouble((long) LONG.get(a, at));
            default:
                throw unsupported(ts, c);
        }
    }

    private static PythonException unsupported(PyThreadState ts, char c) {
        return Errors.error(ts, "NotImplementedError", "memoryview: format " + c + " not supported");
    }

    static void pack(PyThreadState ts, char c, byte[] a, int at, Object item) {
        switch (c) {
            case 'B' -> a[at] = (byte) signed(ts, c, item, 0, 255);
            case 'b' -> a[at] = (byte) signed(ts, c, item, -128, 127);
            case 'c' -> {
                if (!(item instanceof PyBytes b)) {
                    throw wrongType(ts, c);
                }
                if (b.size() != 1) {
                    throw wrongValue(ts, c);
                }
                a[at] = b.value()[0];
            }
            case '?' -> a[at] = (byte) (Truth.of(ts, item) ? 1 : 0);
            case 'h' -> SHORT.set(a, at, (short) signed(ts, c, item, Short.MIN_VALUE, Short.MAX_VALUE));
            case 'H' -> SHORT.set(a, at, (short) signed(ts, c, item, 0, 0xffff));
            case 'i' -> INT.set(a, at, (int) signed(ts, c, item, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case 'I' -> INT.set(a, at, (int) signed(ts, c, item, 0, 0xffffffffL));
            case 'l', 'q', 'n' -> LONG.set(a, at, signed(ts, c, item, Long.MIN_VALUE, Long.MAX_VALUE));
            case 'L', 'Q', 'N' -> LONG.set(a, at, unsigned(ts, c, item));
            case 'P' -> LONG.set(a, at, pointer(ts, c, item));
            case 'e' -> SHORT.set(a, at, half(ts, number(ts, c, item)));
            case 'f' -> INT.set(a, at, Float.floatToRawIntBits((float) number(ts, c, item)));
            case 'd' -> LONG.set(a, at, Double.doubleToRawLongBits(number(ts, c, item)));
            default -> throw unsupported(ts, c);
        }
    }

    /** Rounds once: the float between is rounded to odd, so that its last bit tells the rest. */
    private static short half(PyThreadState ts, double d) {
        if (Double.isFinite(d) && Math.abs(d) >= 65520) {
            throw wrongValue(ts, 'e');
        }
        float f = (float) d;
        if (f != d && !Float.isNaN(f)) {
            int bits = Float.floatToRawIntBits(f);
            f = Float.intBitsToFloat((Math.abs((double) f) > Math.abs(d) ? bits - 1 : bits) | 1);
        }
        return Float.floatToFloat16(f);
    }

    private static double number(PyThreadState ts, char c, Object item) {
        try {
            return Numbers.asDouble(ts, item);
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError")) {
                throw wrongType(ts, c);
            }
            if (Errors.matches(e, "OverflowError") || Errors.matches(e, "ValueError")) {
                throw wrongValue(ts, c);
            }
            throw e;
        }
    }

    private static PythonException wrongType(PyThreadState ts, char c) {
        return Errors.typeError(ts, "memoryview: invalid type for format '" + c + "'");
    }

    private static PythonException wrongValue(PyThreadState ts, char c) {
        return Errors.valueError(ts, "memoryview: invalid value for format '" + c + "'");
    }

    private static Object index(PyThreadState ts, char c, Object item) {
        if (item instanceof Long) {
            return item;
        }
        if (Types.of(item).slot(Slot.INDEX) == null) {
            throw wrongType(ts, c);
        }
        try {
            return Numbers.index(ts, item);
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError")) {
                throw wrongType(ts, c);
            }
            if (Errors.matches(e, "OverflowError") || Errors.matches(e, "ValueError")) {
                throw wrongValue(ts, c);
            }
            throw e;
        }
    }

    private static long signed(PyThreadState ts, char c, Object item, long min, long max) {
        if (index(ts, c, item) instanceof Long l && l >= min && l <= max) {
            return l;
        }
        throw wrongValue(ts, c);
    }

    private static long unsigned(PyThreadState ts, char c, Object item) {
        BigInteger v = IntMath.big(index(ts, c, item));
        if (v.signum() < 0 || v.bitLength() > 64) {
            throw wrongValue(ts, c);
        }
        return v.longValue();
    }

    /** {@code PyLong_AsVoidPtr}, which takes negative numbers too. */
    private static long pointer(PyThreadState ts, char c, Object item) {
        BigInteger v = IntMath.big(index(ts, c, item));
        if (v.signum() < 0 ? v.bitLength() > 63 : v.bitLength() > 64) {
            throw wrongValue(ts, c);
        }
        return v.longValue();
    }
}
