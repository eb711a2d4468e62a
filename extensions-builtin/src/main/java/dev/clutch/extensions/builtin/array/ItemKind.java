package dev.clutch.extensions.builtin.array;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** What the items of an array are, as on 64-bit Linux, little-endian. Answers to {@code arraydescr} and its functions. */
enum ItemKind {
    BYTE('b', 1, 1),
    UNSIGNED_BYTE('B', 1, 0),
    CHARACTER('u', 4, 20),
    SHORT('h', 2, 4),
    UNSIGNED_SHORT('H', 2, 2),
    INT('i', 4, 8),
    UNSIGNED_INT('I', 4, 6),
    LONG('l', 8, 12),
    UNSIGNED_LONG('L', 8, 10),
    LONG_LONG('q', 8, 12),
    UNSIGNED_LONG_LONG('Q', 8, 10),
    FLOAT('f', 4, 14),
    DOUBLE('d', 8, 16);

    private static final ItemKind[] ALL = values();
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    final char code;
    final int size;
    /** The code of the same items in a pickle. */
    final int machineFormat;

    ItemKind(char code, int size, int machineFormat) {
        this.code = code;
        this.size = size;
        this.machineFormat = machineFormat;
    }

    /** Returns the kind of a type code, or null. */
    static @Nullable ItemKind of(int code) {
        for (ItemKind k : ALL) {
            if (k.code == code) {
                return k;
            }
        }
        return null;
    }

    /** The last kind of integers of a size. */
    static ItemKind integers(int size, boolean signed) {
        ItemKind found = BYTE;
        for (ItemKind k : ALL) {
            boolean kindSigned = Character.isLowerCase(k.code);
            if (k.size == size && kindSigned == signed && k != CHARACTER && k != FLOAT && k != DOUBLE) {
                found = k;
            }
        }
        return found;
    }

    /** The format of the items of a buffer. */
    String format() {
        return this == CHARACTER ? "w" : String.valueOf(code);
    }

    Object get(ThreadState ts, byte[] a, int index) {
        int at = index * size;
        return switch (this) {
            case BYTE -> (long) a[at];
            case UNSIGNED_BYTE -> (long) (a[at] & 0xff);
            case CHARACTER -> character(ts, (int) INTS.get(a, at));
            case SHORT -> (long) (short) SHORTS.get(a, at);
            case UNSIGNED_SHORT -> (long) ((short) SHORTS.get(a, at) & 0xffff);
            case INT -> (long) (int) INTS.get(a, at);
            case UNSIGNED_INT -> (int) INTS.get(a, at) & 0xffffffffL;
            case LONG, LONG_LONG -> (long) LONGS.get(a, at);
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> {
                long l = (long) LONGS.get(a, at);
                yield l >= 0 ? (Object) l : ts.newInt(new BigInteger(Long.toUnsignedString(l)));
            }
            case FLOAT -> (double) Float.intBitsToFloat((int) INTS.get(a, at));
            case DOUBLE -> Double.longBitsToDouble((long) LONGS.get(a, at));
        };
    }

    private static Object character(ThreadState ts, int c) {
        checkCharacter(ts, c);
        return Str.ofCodePoint(c);
    }

    static void checkCharacter(ThreadState ts, int c) {
        if (c < 0 || c > Character.MAX_CODE_POINT) {
            throw ts.valueError("character U+" + Integer.toHexString(c) + " is not in range [U+0000; U+10ffff]");
        }
    }

    /** The bits of a value for an item; raises without having touched anything. */
    long bits(ThreadState ts, Object v) {
        return switch (this) {
            case BYTE -> {
                long l = ranged(ts, v, Short.MIN_VALUE, Short.MAX_VALUE, "signed short integer");
                yield check(ts, l, Byte.MIN_VALUE, Byte.MAX_VALUE, "signed char");
            }
            case UNSIGNED_BYTE -> ranged(ts, v, 0, 255, "unsigned byte integer");
            case CHARACTER -> codePoint(ts, v);
            case SHORT -> ranged(ts, v, Short.MIN_VALUE, Short.MAX_VALUE, "signed short integer");
            case UNSIGNED_SHORT -> {
                long l = ranged(ts, v, Integer.MIN_VALUE, Integer.MAX_VALUE, "signed integer");
                yield check(ts, l, 0, 0xffff, "unsigned short");
            }
            case INT -> ranged(ts, v, Integer.MIN_VALUE, Integer.MAX_VALUE, "signed integer");
            case UNSIGNED_INT -> {
                BigInteger b = unsigned(ts, v, "can't convert negative value to unsigned int", UNSIGNED_TOO_LARGE);
                if (b.bitLength() > 32) {
                    throw overflow(ts, "unsigned int is greater than maximum");
                }
                yield b.longValue();
            }
            case LONG -> ts.asLong(v);
            case UNSIGNED_LONG ->
                unsigned(ts, v, "can't convert negative value to unsigned int", UNSIGNED_TOO_LARGE)
                        .longValue();
            case LONG_LONG -> {
                if (ts.index(v) instanceof Long l) {
                    yield l;
                }
                throw overflow(ts, TOO_BIG);
            }
            case UNSIGNED_LONG_LONG ->
                unsigned(ts, v, "can't convert negative int to unsigned", TOO_BIG)
                        .longValue();
            case FLOAT -> Float.floatToRawIntBits((float) ts.asDouble(v));
            case DOUBLE -> Double.doubleToRawLongBits(ts.asDouble(v));
        };
    }

    private static final String UNSIGNED_TOO_LARGE = "Python int too large to convert to C unsigned long";
    private static final String TOO_BIG = "int too big to convert";

    private static PythonException overflow(ThreadState ts, String message) {
        return ts.error("OverflowError", message);
    }

    private static long ranged(ThreadState ts, Object v, long min, long max, String what) {
        return check(ts, ts.asLong(v), min, max, what);
    }

    private static long check(ThreadState ts, long l, long min, long max, String what) {
        if (l < min) {
            throw overflow(ts, what + " is less than minimum");
        }
        if (l > max) {
            throw overflow(ts, what + " is greater than maximum");
        }
        return l;
    }

    private static BigInteger unsigned(ThreadState ts, Object v, String negative, String tooLarge) {
        BigInteger b = ts.asBigInteger(v);
        if (b.signum() < 0) {
            throw overflow(ts, negative);
        }
        if (b.bitLength() > 64) {
            throw overflow(ts, tooLarge);
        }
        return b;
    }

    private static long codePoint(ThreadState ts, Object v) {
        if (!ts.isStr(v) || Str.length(ts.strValue(v)) != 1) {
            throw ts.typeError("array item must be unicode character");
        }
        return Str.at(ts.strValue(v), 0);
    }

    void set(byte[] a, int index, long bits) {
        int at = index * size;
        switch (size) {
            case 1 -> a[at] = (byte) bits;
            case 2 -> SHORTS.set(a, at, (short) bits);
            case 4 -> INTS.set(a, at, (int) bits);
            default -> LONGS.set(a, at, bits);
        }
    }
}
