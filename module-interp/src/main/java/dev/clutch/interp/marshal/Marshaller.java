package dev.clutch.interp.marshal;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
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
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes values as {@code marshal.dumps} does. */
public final class Marshaller {
    private final PyThreadState ts;
    private final int version;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final IdentityHashMap<Object, Integer> references = new IdentityHashMap<>();
    private int depth;

    private Marshaller(PyThreadState ts, int version) {
        this.ts = ts;
        this.version = version;
    }

    /** Returns the bytes of a value. */
    public static byte[] dumps(PyThreadState ts, Object value, int version) {
        Marshaller m = new Marshaller(ts, version);
        m.write(value);
        return m.out.toByteArray();
    }

    private void int32(int v) {
        out.write(v);
        out.write(v >> 8);
        out.write(v >> 16);
        out.write(v >> 24);
    }

    private void write(Object value) {
        if (++depth > MarshalFormat.MAX_DEPTH) {
            throw Errors.valueError(ts, "object too deeply nested to marshal");
        }
        simple(value);
        depth--;
    }

    private void simple(Object value) {
        if (value == Singleton.NONE) {
            out.write(MarshalFormat.NONE);
        } else if (value == Singleton.ELLIPSIS) {
            out.write(MarshalFormat.ELLIPSIS);
        } else if (value == Exceptions.type("StopIteration")) {
            out.write(MarshalFormat.STOP_ITERATION);
        } else if (value instanceof Boolean b) {
            out.write(b ? MarshalFormat.TRUE : MarshalFormat.FALSE);
        } else if (value instanceof Long n) {
            if (n == (int) (long) n) {
                out.write(MarshalFormat.INT);
                int32((int) (long) n);
            } else {
                big(BigInteger.valueOf(n));
            }
        } else if (value instanceof BigInteger n) {
            big(n);
        } else if (value instanceof Double d) {
            if (version > 1) {
                out.write(MarshalFormat.BINARY_FLOAT);
                binary(d);
            } else {
                out.write(MarshalFormat.FLOAT);
                text(d);
            }
        } else if (value instanceof PyComplex c && c.type() == PyComplex.TYPE) {
            if (version > 1) {
                out.write(MarshalFormat.BINARY_COMPLEX);
                binary(c.re);
                binary(c.im);
            } else {
                out.write(MarshalFormat.COMPLEX);
                text(c.re);
                text(c.im);
            }
        } else {
            referable(value);
        }
    }

    private void binary(double d) {
        long bits = Double.doubleToRawLongBits(d);
        int32((int) bits);
        int32((int) (bits >>> 32));
    }

    private void text(double d) {
        byte[] digits = Text.java(Text.repr(ts, d)).getBytes(StandardCharsets.US_ASCII);
        out.write(digits.length);
        out.writeBytes(digits);
    }

    private void big(BigInteger n) {
        out.write(MarshalFormat.LONG);
        BigInteger rest = n.abs();
        int digits = (rest.bitLength() + 14) / 15;
        int32(n.signum() < 0 ? -digits : digits);
        for (int i = 0; i < digits; i++) {
            int digit = rest.shiftRight(15 * i).intValue() & 0x7fff;
            out.write(digit);
            out.write(digit >> 8);
        }
    }

    private void referable(Object value) {
        int flag = 0;
        if (version >= 3) {
            Integer known = references.putIfAbsent(value, references.size());
            if (known != null) {
                out.write(MarshalFormat.REF);
                int32(known);
                return;
            }
            flag = MarshalFormat.FLAG_REF;
        }
        if (Str.isStr(value)) {
            string(value, flag);
        } else if (value instanceof PyBytes b && b.type() == PyBytes.TYPE) {
            bytes(b.value(), flag);
        } else if (value instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            Object[] items = t.items();
            if (version >= 4 && items.length < 256) {
                out.write(MarshalFormat.SMALL_TUPLE | flag);
                out.write(items.length);
            } else {
                out.write(MarshalFormat.TUPLE | flag);
                int32(items.length);
            }
            all(items);
        } else if (value instanceof PyList l && l.type() == PyList.TYPE) {
            out.write(MarshalFormat.LIST | flag);
            int32(l.size());
            all(l.toArray());
        } else if (value instanceof PyDict d && d.type() == PyDict.TYPE) {
            out.write(MarshalFormat.DICT | flag);
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                write(d.keyAt(p));
                write(d.valueAt(p));
            }
            out.write(MarshalFormat.NULL);
        } else if (ts.typeOf(value) == PySet.TYPE || ts.typeOf(value) == PyFrozenSet.TYPE) {
            Object[] items = Iter.toArray(ts, value);
            out.write((ts.typeOf(value) == PyFrozenSet.TYPE ? MarshalFormat.FROZENSET : MarshalFormat.SET) | flag);
            int32(items.length);
            all(items);
        } else if (value instanceof PyCode c) {
            if (!UnitLoader.hasUnit(c)) {
                throw Errors.valueError(ts, "unmarshallable object");
            }
            code(c, flag);
        } else {
            try (var view = ts.buffer(value, false)) {
                byte[] copy = new byte[view.length()];
                System.arraycopy(view.array(), view.offset(), copy, 0, copy.length);
                bytes(copy, flag);
            } catch (dev.clutch.extension.spi.PythonException e) {
                if (Errors.matches(e, "TypeError")) {
                    throw Errors.valueError(ts, "unmarshallable object");
                }
                throw e;
            }
        }
    }

    private void all(Object[] items) {
        for (Object item : items) {
            write(item);
        }
    }

    private void bytes(byte[] value, int flag) {
        out.write(MarshalFormat.STRING | flag);
        int32(value.length);
        out.writeBytes(value);
    }

    private void string(Object value, int flag) {
        boolean ascii = value instanceof String && Str.isAscii(value);
        byte[] data = ascii
                ? ((String) value).getBytes(StandardCharsets.ISO_8859_1)
                : Utf8.encode(value, ErrorHandlers.SURROGATEPASS);
        if (version >= 4 && ascii) {
            if (data.length < 256) {
                out.write(MarshalFormat.SHORT_ASCII | flag);
                out.write(data.length);
            } else {
                out.write(MarshalFormat.ASCII | flag);
                int32(data.length);
            }
        } else {
            out.write(MarshalFormat.UNICODE | flag);
            int32(data.length);
        }
        out.writeBytes(data);
    }

    /** A code object is the class files of its unit and its number in there. */
    private void code(PyCode code, int flag) {
        CompiledUnit unit = UnitLoader.unitOf(code);
        out.write(MarshalFormat.CODE | flag);
        long engine = Library.engine();
        int32((int) engine);
        int32((int) (engine >>> 32));
        int32(UnitLoader.indexOf(code));
        utf8(unit.mainClass());
        int32(unit.classes().size());
        for (Map.Entry<String, byte[]> e : unit.classes().entrySet()) {
            utf8(e.getKey());
            int32(e.getValue().length);
            out.writeBytes(e.getValue());
        }
    }

    private void utf8(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        int32(data.length);
        out.writeBytes(data);
    }
}
