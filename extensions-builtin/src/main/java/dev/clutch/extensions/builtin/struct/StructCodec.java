package dev.clutch.extensions.builtin.struct;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values to bytes and back. Answers to {@code s_pack_internal} and {@code s_unpack_internal}. */
final class StructCodec {
    private static final VarHandle SHORT_LE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BE = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LE =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final ThreadState ts;
    private final StructModule module;
    private final StructFormat format;
    private final byte[] a;
    private final int base;
    private final boolean little;

    StructCodec(ThreadState ts, StructModule module, StructFormat format, byte[] a, int base) {
        this.ts = ts;
        this.module = module;
        this.format = format;
        this.a = a;
        this.base = base;
        this.little = format.isLittle();
    }

    // --- unpacking ---------------------------------------------------------------------------------------------

    Object unpack() {
        Object[] values = new Object[format.items()];
        int n = 0;
        for (int f = 0; f < format.fieldCount(); f++) {
            StructFormat.Field field = format.field(f);
            int at = base + field.offset();
            for (int i = 0; i < field.count(); i++) {
                values[n++] = value(field, at);
                at += field.size();
            }
        }
        return ts.newTuple(values);
    }

    private Object value(StructFormat.Field field, int at) {
        switch (field.kind()) {
            case 'b':
                return (long) a[at];
            case 'B':
                return (long) (a[at] & 0xff);
            case '?':
                return a[at] != 0;
            case 'c':
                return ts.newBytes(new byte[] {a[at]});
            case 's':
                return ts.newBytes(Arrays.copyOfRange(a, at, at + field.size()));
            case 'p':
                int n = field.size() == 0 ? 0 : Math.min(a[at] & 0xff, field.size() - 1);
                return ts.newBytes(n == 0 ? new byte[0] : Arrays.copyOfRange(a, at + 1, at + 1 + n));
            case 'h':
                return (long) getShort(at);
            case 'H':
                return (long) (getShort(at) & 0xffff);
            case 'i':
                return (long) getInt(at);
            case 'I':
                return getInt(at) & 0xffffffffL;
            case 'q':
                return getLong(at);
            case 'e':
                return (double) Float.float16ToFloat(getShort(at));
            case 'f':
                return (double) Float.intBitsToFloat(getInt(at));
            case 'd':
                return Double.longBitsToDouble(getLong(at));
            default:
                long l = getLong(at);
                return l >= 0 ? (Object) l : ts.newInt(new BigInteger(Long.toUnsignedString(l)));
        }
    }

    private short getShort(int at) {
        return little ? (short) SHORT_LE.get(a, at) : (short) SHORT_BE.get(a, at);
    }

    private int getInt(int at) {
        return little ? (int) INT_LE.get(a, at) : (int) INT_BE.get(a, at);
    }

    private long getLong(int at) {
        return little ? (long) LONG_LE.get(a, at) : (long) LONG_BE.get(a, at);
    }

    // --- packing -----------------------------------------------------------------------------------------------

    /** Packs values from an index on; the bytes between the fields are cleared. */
    void pack(Object[] values, int from) {
        Arrays.fill(a, base, base + format.size(), (byte) 0);
        int n = from;
        for (int f = 0; f < format.fieldCount(); f++) {
            StructFormat.Field field = format.field(f);
            int at = base + field.offset();
            for (int i = 0; i < field.count(); i++) {
                put(field, at, values[n++]);
                at += field.size();
            }
        }
    }

    private void put(StructFormat.Field field, int at, Object v) {
        char shown = field.shown();
        switch (field.kind()) {
            case 'b' -> a[at] = (byte) signed(shown, v, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case 'B' -> a[at] = (byte) signed(shown, v, 0, 0xff);
            case '?' -> a[at] = (byte) (ts.isTrue(v) ? 1 : 0);
            case 'c' -> putCharacter(at, v);
            case 's', 'p' -> putText(field, at, v);
            case 'h' -> putShort(at, (short) signed(shown, v, Short.MIN_VALUE, Short.MAX_VALUE));
            case 'H' -> putShort(at, (short) signed(shown, v, 0, 0xffff));
            case 'i' -> putInt(at, (int) signed(shown, v, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case 'I' -> putInt(at, (int) signed(shown, v, 0, 0xffffffffL));
            case 'q' -> putLong(at, signed(shown, v, Long.MIN_VALUE, Long.MAX_VALUE));
            case 'Q' -> putLong(at, unsigned(shown, v));
            case 'P' -> putLong(at, pointer(v));
            case 'e' -> putShort(at, half(v));
            case 'f' -> putInt(at, Float.floatToRawIntBits(single(v)));
            default -> putLong(at, Double.doubleToRawLongBits(number(v)));
        }
    }

    private void putShort(int at, short v) {
        if (little) {
            SHORT_LE.set(a, at, v);
        } else {
            SHORT_BE.set(a, at, v);
        }
    }

    private void putInt(int at, int v) {
        if (little) {
            INT_LE.set(a, at, v);
        } else {
            INT_BE.set(a, at, v);
        }
    }

    private void putLong(int at, long v) {
        if (little) {
            LONG_LE.set(a, at, v);
        } else {
            LONG_BE.set(a, at, v);
        }
    }

    private void putCharacter(int at, Object v) {
        if (!ts.isBytes(v) || ts.size(v) != 1) {
            throw module.error(ts, "char format requires a bytes object of length 1");
        }
        a[at] = ts.bytesOf(v)[0];
    }

    private void putText(StructFormat.Field field, int at, Object v) {
        if (!ts.isBytes(v) && !ts.isByteArray(v)) {
            throw module.error(ts, "argument for '" + field.kind() + "' must be a bytes object");
        }
        byte[] text = ts.bytesOf(v);
        if (field.kind() == 's') {
            System.arraycopy(text, 0, a, at, Math.min(text.length, field.size()));
        } else if (field.size() > 0) {
            int n = Math.min(text.length, field.size() - 1);
            System.arraycopy(text, 0, a, at + 1, n);
            a[at] = (byte) Math.min(n, 255);
        }
    }

    /** {@code get_pylong}. */
    private Object index(Object v) {
        if (v instanceof Long) {
            return v;
        }
        if (!ts.isIndex(v)) {
            throw module.error(ts, "required argument is not an integer");
        }
        return ts.index(v);
    }

    private long signed(char shown, Object v, long min, long max) {
        if (index(v) instanceof Long l && l >= min && l <= max) {
            return l;
        }
        throw module.error(ts, "'" + shown + "' format requires " + min + " <= number <= " + max);
    }

    private long unsigned(char shown, Object v) {
        Object i = index(v);
        if (i instanceof Long l && l >= 0) {
            return l;
        }
        if (i instanceof BigInteger b && b.signum() > 0 && b.bitLength() <= 64) {
            return b.longValue();
        }
        throw module.error(ts, "'" + shown + "' format requires 0 <= number <= 18446744073709551615");
    }

    /** {@code PyLong_AsVoidPtr}. */
    private long pointer(Object v) {
        Object i = index(v);
        if (i instanceof Long l) {
            return l;
        }
        BigInteger b = (BigInteger) i;
        if (b.signum() < 0 || b.bitLength() > 64) {
            throw module.error(ts, "int too large to convert");
        }
        return b.longValue();
    }

    private double number(Object v) {
        if (v instanceof Double d) {
            return d;
        }
        try {
            return ts.asDouble(v);
        } catch (PythonException e) {
            throw module.error(ts, "required argument is not a float");
        }
    }

    private PythonException tooLarge(Object v, char kind) {
        return ts.isInt(v)
                ? module.error(ts, "int too large to convert")
                : ts.error("OverflowError", "float too large to pack with " + kind + " format");
    }

    private float single(Object v) {
        double d = number(v);
        float f = (float) d;
        if (Float.isInfinite(f) && Double.isFinite(d) && !format.isNative()) {
            throw tooLarge(v, 'f');
        }
        return f;
    }

    /** {@code PyFloat_Pack2}. It rounds once: the float between is rounded to odd, so that its last bit tells the rest. */
    private short half(Object v) {
        double d = number(v);
        if (Double.isFinite(d) && Math.abs(d) >= 65520) {
            throw tooLarge(v, 'e');
        }
        float f = (float) d;
        if (f != d && !Float.isNaN(f)) {
            int bits = Float.floatToRawIntBits(f);
            f = Float.intBitsToFloat((Math.abs((double) f) > Math.abs(d) ? bits - 1 : bits) | 1);
        }
        return Float.floatToFloat16(f);
    }
}
