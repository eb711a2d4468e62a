package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import java.lang.invoke.MethodHandles;
import java.math.BigInteger;
import java.util.ArrayList;

/** Reads the constants and code objects of a generated class from the text that its initialiser holds. */
public final class ConstantDecoder {
    private String text = "";
    private int at;
    private final ArrayList<String> chunks = new ArrayList<>(1);

    /** Makes a decoder without text. */
    public ConstantDecoder() {}

    /** Adds text at the end. */
    public void add(String chunk) {
        chunks.add(chunk);
    }

    /** Joins what was added, once. */
    private void join() {
        if (chunks.size() == 1 && text.isEmpty()) {
            text = chunks.getFirst();
        } else {
            StringBuilder all = new StringBuilder(text);
            for (int i = 0; i < chunks.size(); i++) {
                all.append(chunks.get(i));
            }
            text = all.toString();
        }
        chunks.clear();
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
        if (!chunks.isEmpty()) {
            join();
        }
        return LongMethod.of(lookup, this);
    }

    private String token() {
        int end = text.indexOf(';', at);
        String s = text.substring(at, end);
        at = end + 1;
        return s;
    }

    int number() {
        return Integer.parseInt(token());
    }

    private String chars() {
        int n = number();
        String s = text.substring(at, at + n);
        at += n;
        return s;
    }

    /** The next constant. */
    public Object value() {
        if (!chunks.isEmpty()) {
            join();
        }
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
                return Str.of(chars());
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
        if (!chunks.isEmpty()) {
            join();
        }
        String[] names = new String[number()];
        for (int i = 0; i < names.length; i++) {
            names[i] = text().intern();
        }
        return names;
    }

    /** The next code object. */
    public PyCode code(CompiledCode vectorcall) {
        if (!chunks.isEmpty()) {
            join();
        }
        Object name = Str.of(text());
        Object qualname = Str.of(text());
        Object filename = LibraryRoot.filename(text());
        int flags = number();
        int argcount = number();
        int posonly = number();
        int kwonly = number();
        int firstlineno = number();
        String[] varnames = names();
        String[] names = names();
        String[] cellvars = names();
        String[] freevars = names();
        Object[] consts = new Object[number()];
        for (int i = 0; i < consts.length; i++) {
            if (text.charAt(at) == 'K') {
                at++;
                consts[i] = new PyCode.Nested(number());
            } else {
                consts[i] = value();
            }
        }
        long fingerprint = Long.parseUnsignedLong(token(), 16);
        Positions positions = new Positions(positions());
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
                names,
                cellvars,
                freevars,
                consts,
                positions,
                vectorcall,
                number(),
                fingerprint,
                number() != 0);
    }

    private int[] positions() {
        int[] table = new int[number()];
        for (int i = 0; i < table.length; i++) {
            int zigzag = text.charAt(at++);
            if (zigzag == 0xfff0) {
                zigzag = text.charAt(at++) << 15 | text.charAt(at++);
            }
            table[i] = (i < 4 ? 0 : table[i - 4]) + (zigzag >>> 1 ^ -(zigzag & 1));
        }
        return table;
    }
}
