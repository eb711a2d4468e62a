package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.object.bytes.PyBytes;
import java.lang.invoke.MethodHandles;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads the constants and code objects of a generated class from the text that its initialiser holds. */
public final class ConstantDecoder {
    private String text = "";
    private int at;
    /** What was added since the text was last needed, null when it is one piece. */
    private @Nullable StringBuilder growing;
    /** The file name of the last code object, as it was written and as a str. */
    private String written = "";

    private Object filename = "";

    /** Makes a decoder without text. */
    public ConstantDecoder() {}

    private ConstantDecoder(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Adds text at the end. */
    public void add(String chunk) {
        if (growing != null) {
            growing.append(chunk);
        } else if (text.isEmpty()) {
            text = chunk;
        } else {
            growing = new StringBuilder(text).append(chunk);
        }
    }

    /** Joins what was added. */
    private void join() {
        if (growing != null) {
            text = growing.toString();
            growing = null;
        }
    }

    /** The next whole numbers. */
    int[] words() {
        int[] words = new int[number()];
        for (int i = 0; i < words.length; i++) {
            char c = text.charAt(at++);
            if (c == 0xfff0) {
                words[i] = text.charAt(at) << 16 | text.charAt(at + 1);
                at += 2;
            } else {
                words[i] = c >>> 1 ^ -(c & 1);
            }
        }
        return words;
    }

    /** The next method that is too long for the JVM. */
    public LongMethod longMethod(MethodHandles.Lookup lookup) {
        join();
        return LongMethod.of(lookup, this);
    }

    private String token() {
        int end = text.indexOf(';', at);
        String s = text.substring(at, end);
        at = end + 1;
        return s;
    }

    /** Read digit by digit, since there are a dozen in each code object. */
    int number() {
        boolean negative = text.charAt(at) == '-';
        if (negative) {
            at++;
        }
        int value = 0;
        for (char c = text.charAt(at++); c != ';'; c = text.charAt(at++)) {
            value = value * 10 + c - '0';
        }
        return negative ? -value : value;
    }

    private String chars() {
        int n = number();
        String s = text.substring(at, at + n);
        at += n;
        return s;
    }

    /** The next constant. */
    public Object value() {
        join();
        char tag = text.charAt(at++);
        switch (tag) {
            case 'N':
                return Singleton.NONE;
            case 'E':
                return Singleton.ELLIPSIS;
            case 'T':
                return Boolean.TRUE;
            case 'F':
                return Boolean.FALSE;
            case 'I':
                return Long.valueOf(token());
            case 'B':
                return new BigInteger(bytes());
            case 'D':
                return real();
            case 'C':
                double re = real();
                at++;
                return new PyComplex(re, real());
            case 'S':
                return chars(); // the compiler has no String with surrogates
            case 'U':
                int[] points = new int[number()];
                for (int i = 0; i < points.length; i++) {
                    points[i] = Integer.parseInt(token(), 16);
                }
                return Str.of(points);
            case 'Y':
                return new PyBytes(bytes());
            case '(':
                Object[] items = new Object[number()];
                for (int i = 0; i < items.length; i++) {
                    items[i] = value();
                }
                return new PyTuple(items);
            default:
                throw new IllegalStateException("damaged constants of a compiled unit");
        }
    }

    private byte[] bytes() {
        String s = chars();
        byte[] bytes = new byte[s.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) s.charAt(i);
        }
        return bytes;
    }

    private double real() {
        return Double.longBitsToDouble(Long.parseUnsignedLong(token(), 16));
    }

    private String text() {
        at++;
        return chars();
    }

    /** The next array of names. */
    public String[] names() {
        join();
        String[] names = new String[number()];
        for (int i = 0; i < names.length; i++) {
            names[i] = text().intern();
        }
        return names;
    }

    /** The next code object. */
    public PyCode code(CompiledCode vectorcall) {
        join();
        Object name = Str.of(text());
        Object qualified = Str.of(text());
        Object qualname = qualified.equals(name) ? name : qualified;
        String file = text();
        if (!file.equals(written)) {
            written = file;
            filename = LibraryRoot.filename(file);
        }
        int flags = number();
        int argcount = number();
        int posonly = number();
        int kwonly = number();
        int firstlineno = number();
        String[] varnames = names();
        String[] cellvars = names();
        String[] freevars = names();
        int cacheSize = number();
        boolean cleanup = number() != 0;
        long fingerprint = Long.parseUnsignedLong(token(), 16);
        int length = number();
        Packed packed = new Packed(text, at);
        at += length;
        return new PyCode(
                name,
                qualname,
                filename,
                flags,
                argcount,
                posonly,
                kwonly,
                firstlineno,
                varnames,
                cellvars,
                freevars,
                vectorcall,
                cacheSize,
                fingerprint,
                cleanup,
                packed);
    }

    /** Where the details of a code object stand. Any thread may read them, more than once. */
    record Packed(String text, int at) {
        CodeDetails read() {
            ConstantDecoder in = new ConstantDecoder(text, at);
            String[] names = in.names();
            Object[] consts = new Object[in.number()];
            for (int i = 0; i < consts.length; i++) {
                if (in.text.charAt(in.at) == 'K') {
                    in.at++;
                    consts[i] = new PyCode.Nested(in.number());
                } else {
                    consts[i] = in.value();
                }
            }
            return new CodeDetails(names, consts, new Positions(in.positions()));
        }
    }

    private int[] positions() {
        int[] table = new int[number()];
        for (int i = 0; i < table.length; i++) {
            int zigzag = 0;
            int shift = 0;
            char c;
            do {
                c = text.charAt(at++);
                zigzag |= (c & 0x7f) << shift;
                shift += 7;
            } while (c > 0x7f);
            table[i] = (i < 4 ? 0 : table[i - 4]) + (zigzag >>> 1 ^ -(zigzag & 1));
        }
        return table;
    }
}
