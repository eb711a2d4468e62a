package dev.clutch.interp.marshal;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.CodeCache;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.ErrorHandlers;
import dev.clutch.interp.codec.Utf8;
import dev.clutch.interp.compiler.CompiledUnit;
import dev.clutch.interp.compiler.UnitLoader;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Call;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads values as {@code marshal.loads} does. */
public final class Unmarshaller {
    private final PyThreadState ts;
    private final byte[] data;
    private final int end;
    private int at;
    private final ArrayList<@Nullable Object> references = new ArrayList<>();
    private int depth;

    private Unmarshaller(PyThreadState ts, byte[] data, int offset, int length) {
        this.ts = ts;
        this.data = data;
        this.at = offset;
        this.end = offset + length;
    }

    /** A value and the number of bytes that it took. */
    public record Loaded(Object value, int length) {}

    /** Reads the value at the beginning of some bytes. */
    public static Loaded loads(PyThreadState ts, byte[] data, int offset, int length) {
        Unmarshaller u = new Unmarshaller(ts, data, offset, length);
        Object value = u.object();
        return new Loaded(value, u.at - offset);
    }

    private PythonException tooShort() {
        return Errors.error(ts, "EOFError", "marshal data too short");
    }

    private PythonException bad(String what) {
        return Errors.valueError(ts, "bad marshal data (" + what + ")");
    }

    private int int8() {
        if (at >= end) {
            throw tooShort();
        }
        return data[at++] & 0xff;
    }

    private int int32() {
        if (end - at < 4) {
            throw tooShort();
        }
        return int8() | int8() << 8 | int8() << 16 | int8() << 24;
    }

    private int size(String what) {
        int n = int32();
        if (n < 0) {
            throw bad(what + " size out of range");
        }
        return n;
    }

    private byte[] bytes(int n) {
        if (end - at < n) {
            throw tooShort();
        }
        byte[] copy = new byte[n];
        System.arraycopy(data, at, copy, 0, n);
        at += n;
        return copy;
    }

    private Object object() {
        Object value = objectOrNull();
        if (value == null) {
            throw Errors.typeError(ts, "NULL object in marshal data for object");
        }
        return value;
    }

    private @Nullable Object objectOrNull() {
        if (at >= end) {
            throw Errors.error(ts, "EOFError", "EOF read where object expected");
        }
        if (++depth > MarshalFormat.MAX_DEPTH) {
            throw Errors.valueError(ts, "recursion limit exceeded");
        }
        int code = int8();
        Object value = value((char) (code & 0x7f), (code & MarshalFormat.FLAG_REF) != 0);
        depth--;
        return value;
    }

    /** Values that can't contain themselves are noted after they are made, containers before they are filled. */
    private @Nullable Object value(char type, boolean noted) {
        switch (type) {
            case MarshalFormat.NULL:
                return null;
            case MarshalFormat.NONE:
                return Singleton.NONE;
            case MarshalFormat.STOP_ITERATION:
                return Exceptions.type("StopIteration");
            case MarshalFormat.ELLIPSIS:
                return Singleton.ELLIPSIS;
            case MarshalFormat.FALSE:
                return false;
            case MarshalFormat.TRUE:
                return true;
            case MarshalFormat.INT:
                return note((long) int32(), noted);
            case MarshalFormat.LONG:
                return note(big(), noted);
            case MarshalFormat.FLOAT:
                return note(textFloat(), noted);
            case MarshalFormat.BINARY_FLOAT:
                return note(binaryFloat(), noted);
            case MarshalFormat.COMPLEX:
                double real = textFloat();
                return note(new PyComplex(real, textFloat()), noted);
            case MarshalFormat.BINARY_COMPLEX:
                double re = binaryFloat();
                return note(new PyComplex(re, binaryFloat()), noted);
            case MarshalFormat.STRING:
                return note(new PyBytes(bytes(size("bytes object"))), noted);
            case MarshalFormat.ASCII:
            case MarshalFormat.ASCII_INTERNED:
                return note(latin(size("string")), noted);
            case MarshalFormat.SHORT_ASCII:
            case MarshalFormat.SHORT_ASCII_INTERNED:
                return note(latin(int8()), noted);
            case MarshalFormat.UNICODE:
            case MarshalFormat.INTERNED:
                return note(Utf8.decode(bytes(size("string")), ErrorHandlers.SURROGATEPASS), noted);
            case MarshalFormat.SMALL_TUPLE:
                return tuple(int8(), noted);
            case MarshalFormat.TUPLE:
                return tuple(size("tuple"), noted);
            case MarshalFormat.LIST:
                return list(size("list"), noted);
            case MarshalFormat.DICT:
                return dict(noted);
            case MarshalFormat.SET:
                return set(size("set"), noted);
            case MarshalFormat.FROZENSET:
                return frozenset(size("set"), noted);
            case MarshalFormat.CODE:
                return note(code(), noted);
            case MarshalFormat.REF:
                int index = int32();
                Object known = index < 0 || index >= references.size() ? null : references.get(index);
                if (known == null) {
                    throw bad("invalid reference");
                }
                return known;
            default:
                throw bad("unknown type code");
        }
    }

    private Object note(Object value, boolean noted) {
        if (noted) {
            references.add(value);
        }
        return value;
    }

    private int reserve(boolean noted) {
        if (!noted) {
            return -1;
        }
        references.add(null);
        return references.size() - 1;
    }

    private Object fill(int index, Object value) {
        if (index >= 0) {
            references.set(index, value);
        }
        return value;
    }

    private Object tuple(int n, boolean noted) {
        int index = reserve(noted);
        return fill(index, new PyTuple(items(n)));
    }

    private Object[] items(int n) {
        if (n > end - at) {
            throw tooShort();
        }
        Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = object();
        }
        return items;
    }

    private Object list(int n, boolean noted) {
        if (n > end - at) {
            throw tooShort();
        }
        PyList list = new PyList(n);
        note(list, noted);
        for (int i = 0; i < n; i++) {
            list.append(object());
        }
        return list;
    }

    private Object dict(boolean noted) {
        PyDict dict = new PyDict();
        note(dict, noted);
        while (true) {
            Object key = objectOrNull();
            if (key == null) {
                return dict;
            }
            Object v = objectOrNull();
            if (v == null) {
                return dict;
            }
            dict.put(ts, key, v);
        }
    }

    private Object set(int n, boolean noted) {
        PySet set = new PySet();
        note(set, noted);
        for (int i = 0; i < n; i++) {
            set.add(ts, object());
        }
        return set;
    }

    private Object frozenset(int n, boolean noted) {
        int index = reserve(noted);
        return fill(index, Call.call1(ts, PyFrozenSet.TYPE, new PyTuple(items(n))));
    }

    private String latin(int n) {
        return new String(bytes(n), StandardCharsets.ISO_8859_1);
    }

    private double binaryFloat() {
        long low = int32() & 0xffffffffL;
        return Double.longBitsToDouble(low | (long) int32() << 32);
    }

    private double textFloat() {
        Object text = latin(int8());
        return (Double) Call.call1(ts, ts.builtinType("float"), text);
    }

    private Object big() {
        int n = int32();
        BigInteger value = BigInteger.ZERO;
        int digits = Math.abs(n);
        if (n == Integer.MIN_VALUE) {
            throw bad("long size out of range");
        }
        byte[] raw = bytes(digits * 2);
        for (int i = digits - 1; i >= 0; i--) {
            int digit = raw[2 * i] & 0xff | (raw[2 * i + 1] & 0xff) << 8;
            if (digit > 0x7fff) {
                throw bad("digit out of range in long");
            }
            if (i == digits - 1 && digit == 0) {
                throw bad("unnormalized long data");
            }
            value = value.shiftLeft(15).or(BigInteger.valueOf(digit));
        }
        if (n < 0) {
            value = value.negate();
        }
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private Object code() {
        long engine = (int32() & 0xFFFF_FFFFL) | (long) int32() << 32;
        if (engine != Library.engine()) {
            throw bad("code object of another version");
        }
        int start = at;
        int index = int32();
        String main = utf8();
        int n = size("code");
        LinkedHashMap<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String name = utf8();
            classes.put(name, bytes(size("code")));
        }
        CodeCache.Key key = new CodeCache.Key("", -1, 0, index, Arrays.copyOfRange(data, start, at));
        CodeCache cache = ts.interp.codeCache();
        PyCode known = cache.get(key);
        if (known != null && ts.interp.codeNotes().isNew(known)) {
            return known;
        }
        try {
            PyCode code = UnitLoader.load(new CompiledUnit(classes, main), index);
            if (known != null) {
                return code;
            }
            PyCode kept = cache.put(key, code);
            return ts.interp.codeNotes().isNew(kept) ? kept : code;
        } catch (LinkageError | IllegalStateException e) {
            throw bad("code object of another version");
        }
    }

    private String utf8() {
        return new String(bytes(size("string")), StandardCharsets.UTF_8);
    }
}
