package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes constants as text for class files; {@link dev.clutch.interp.object.ConstantDecoder} reads them. */
final class ConstantEncoder {
    private static final int CHUNK = 20000;

    private final StringBuilder out = new StringBuilder();

    void value(Object value) {
        if (value instanceof String s) {
            text(s);
        } else if (value instanceof Long l) {
            out.append('I').append(l.longValue()).append(';');
        } else if (value instanceof Singleton s) {
            out.append(s == Singleton.NONE ? 'N' : s == Singleton.ELLIPSIS ? 'E' : 'X');
        } else if (value instanceof Boolean b) {
            out.append(b ? 'T' : 'F');
        } else if (value instanceof BigInteger i) {
            out.append('B');
            bytes(i.toByteArray());
        } else if (value instanceof Double d) {
            real('D', d);
        } else if (value instanceof CodePoints c) {
            codePoints(c);
        } else if (value instanceof PyBytes b) {
            out.append('Y');
            bytes(b.value());
        } else if (value instanceof PyComplex c) {
            real('C', c.re);
            real('D', c.im);
        } else if (value instanceof PyTuple t) {
            out.append('(').append(t.size()).append(';');
            for (Object o : t.items()) {
                value(o);
            }
        } else {
            throw new IllegalArgumentException(
                    "not a constant: " + value.getClass().getName());
        }
    }

    private void bytes(byte[] bytes) {
        out.append(bytes.length).append(';');
        for (byte x : bytes) {
            out.append((char) (x & 0xff));
        }
    }

    private void real(char tag, double d) {
        out.append(tag).append(Long.toHexString(Double.doubleToRawLongBits(d))).append(';');
    }

    void text(String s) {
        out.append('S').append(s.length()).append(';').append(s);
    }

    private void codePoints(CodePoints c) {
        out.append('U').append(c.length()).append(';');
        for (int i = 0; i < c.length(); i++) {
            out.append(Integer.toHexString(c.at(i))).append(';');
        }
    }

    /** A code object of the same unit. */
    void code(int id) {
        out.append('K').append(id).append(';');
    }

    void fingerprint(long value) {
        out.append(Long.toHexString(value)).append(';');
    }

    void number(int value) {
        out.append(value).append(';');
    }

    void names(List<String> names) {
        number(names.size());
        for (String name : names) {
            text(name);
        }
    }

    void names(String[] names) {
        names(List.of(names));
    }

    /** Positions: differences to the one before, seven bits in a character, so that the text keeps to Latin-1. */
    void positions(int[] table) {
        number(table.length);
        for (int i = 0; i < table.length; i++) {
            int before = i < 4 ? 0 : table[i - 4];
            int zigzag = (table[i] - before) << 1 ^ (table[i] - before) >> 31;
            for (; zigzag >>> 7 != 0; zigzag >>>= 7) {
                out.append((char) (zigzag & 0x7f | 0x80));
            }
            out.append((char) zigzag);
        }
    }

    /** What is read only when somebody asks, behind its length. */
    void packed(ConstantEncoder other) {
        number(other.out.length());
        out.append(other.out);
    }

    /** Whole numbers, small ones in one character. */
    void words(int[] words) {
        number(words.length);
        for (int word : words) {
            int zigzag = word << 1 ^ word >> 31;
            if (zigzag >= 0 && zigzag < 0xd000) {
                out.append((char) zigzag);
            } else {
                out.append((char) 0xfff0).append((char) (word >>> 16)).append((char) (word & 0xffff));
            }
        }
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    List<String> chunks() {
        ArrayList<String> chunks = new ArrayList<>();
        for (int i = 0; i < out.length(); i += CHUNK) {
            chunks.add(out.substring(i, Math.min(out.length(), i + CHUNK)));
        }
        return chunks;
    }
}
