package dev.clutch.extensions.builtin.array;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Making arrays, of values and of pickles. Answers to {@code array_new} and {@code array__array_reconstructor_impl}. */
final class ArrayMaking {
    private static final String[] UTF = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};

    private ArrayMaking() {}

    static ArrayType make(ThreadState ts, PyType cls, Object[] args) {
        if (args.length == 0) {
            throw ts.typeError("array() takes at least 1 argument (0 given)");
        }
        if (args.length > 2) {
            throw ts.typeError("array() takes at most 2 arguments (" + args.length + " given)");
        }
        int code = character(ts, args[0], "array() argument 1");
        ts.audit("array.__new__", args[0], args.length > 1 ? args[1] : Singleton.NONE);
        return make(ts, cls, code, args.length > 1 ? args[1] : null);
    }

    private static int character(ThreadState ts, Object o, String argument) {
        if (!ts.isStr(o) || Str.length(ts.strValue(o)) != 1) {
            throw ts.typeError(argument + " must be a unicode character, not "
                    + ts.typeOf(o).displayName());
        }
        return Str.at(ts.strValue(o), 0);
    }

    private static ArrayType make(ThreadState ts, PyType cls, int code, @Nullable Object initial) {
        if (initial != null && code != 'u') {
            if (ts.isStr(initial)) {
                throw ts.typeError("cannot use a str to initialize an array with typecode '" + (char) code + "'");
            }
            if (initial instanceof ArrayType a && a.kind == ItemKind.CHARACTER) {
                throw ts.typeError(
                        "cannot use a unicode array to initialize an array with typecode '" + (char) code + "'");
            }
        }
        Object iterator = null;
        boolean bytes = initial != null && (ts.isBytes(initial) || ts.isByteArray(initial));
        boolean same = initial instanceof ArrayType a && a.kind.code == code;
        boolean sequence = initial != null && (ts.isList(initial) || ts.isTuple(initial));
        boolean text = initial != null && code == 'u' && ts.isStr(initial);
        if (initial != null && !bytes && !same && !sequence && !text) {
            iterator = ts.iter(initial);
        }
        ItemKind kind = ItemKind.of(code);
        if (kind == null) {
            throw ts.valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
        }
        if (initial instanceof ArrayType a && same) {
            return new ArrayType(cls, kind, a.bytes(0, a.size));
        }
        if (initial != null && sequence) {
            return new ArrayType(cls, kind, items(ts, kind, ts.toArray(initial)));
        }
        ArrayType result = new ArrayType(cls, kind, new byte[0]);
        if (initial == null) {
            return result;
        }
        if (bytes) {
            result.frombytes(ts, initial);
        } else if (text) {
            result.fromunicode(ts, initial);
        } else if (iterator != null) {
            result.extendByIterable(ts, iterator);
        }
        return result;
    }

    private static byte[] items(ThreadState ts, ItemKind kind, Object[] values) {
        byte[] items = new byte[values.length * kind.size];
        for (int i = 0; i < values.length; i++) {
            kind.set(items, i, kind.bits(ts, values[i]));
        }
        return items;
    }

    /** Makes an array of a machine's format: {@code 0 1} bytes, {@code 2..13} integers, {@code 14..17} floats, {@code 18..21} UTF-16 and UTF-32. */
    static Object reconstruct(
            ThreadState ts, PyType arrayType, Object type, Object typecode, int format, Object items) {
        if (!(type instanceof PyType cls)) {
            throw ts.typeError("first argument must be a type object, not "
                    + ts.typeOf(type).displayName());
        }
        int code = character(ts, typecode, "_array_reconstructor() argument 2");
        if (!cls.isSubtype(arrayType)) {
            throw ts.typeError(cls.displayName() + " is not a subtype of " + arrayType.displayName());
        }
        ItemKind kind = ItemKind.of(code);
        if (kind == null) {
            throw ts.valueError("second argument must be a valid type code");
        }
        if (format < 0 || format > 21) {
            throw ts.valueError("third argument must be a valid machine format code.");
        }
        if (!ts.isBytes(items)) {
            throw ts.typeError(
                    "fourth argument should be bytes, not " + ts.typeOf(items).displayName());
        }
        if (format == kind.machineFormat) {
            return call(ts, cls, kind.code, items);
        }
        byte[] bytes = ts.bytesOf(items);
        if (format >= 18) {
            if (bytes.length % (format < 20 ? 4 : 8) != 0) {
                // CPython's table has these sizes, twice those of the units
                throw notMultiple(ts);
            }
            return call(ts, cls, kind.code, ts.callMethod(items, "decode", UTF[format - 18]));
        }
        int size = format < 2 ? 1 : format < 6 ? 2 : format < 10 ? 4 : format < 14 ? 8 : format < 16 ? 4 : 8;
        if (bytes.length % size != 0) {
            throw notMultiple(ts);
        }
        boolean big = format >= 2 && (format & 1) == 1;
        Object[] values = new Object[bytes.length / size];
        if (format >= 14) {
            for (int i = 0; i < values.length; i++) {
                long bits = bits(bytes, i * size, size, big);
                values[i] = size == 4 ? (double) Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
            }
            return call(ts, cls, kind.code, ts.newList(values));
        }
        boolean signed = format == 1 || format >= 2 && (format - 2 & 2) != 0;
        for (int i = 0; i < values.length; i++) {
            long bits = bits(bytes, i * size, size, big);
            int shift = 64 - size * 8;
            long value = signed ? bits << shift >> shift : bits;
            values[i] = signed || value >= 0 ? (Object) value : ts.newInt(new BigInteger(Long.toUnsignedString(value)));
        }
        return call(ts, cls, ItemKind.integers(size, signed).code, ts.newList(values));
    }

    private static PythonException notMultiple(ThreadState ts) {
        return ts.valueError("string length not a multiple of item size");
    }

    private static long bits(byte[] a, int at, int size, boolean big) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits |= (a[at + i] & 0xffL) << 8 * (big ? size - 1 - i : i);
        }
        return bits;
    }

    /** {@code make_array}. */
    private static Object call(ThreadState ts, PyType cls, char code, Object items) {
        return ts.call(cls, String.valueOf(code), items);
    }
}
