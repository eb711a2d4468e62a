package dev.clutch.extensions.builtin.struct;

import java.util.ArrayList;
import java.util.List;

/** A format that has been read: what lies where. Answers to {@code prepare_s}. Immutable. */
final class StructFormat {
    /** A format that says nothing sensible; the message is that of {@code struct.error}. */
    static final class FormatException extends Exception {
        private static final long serialVersionUID = 1;

        FormatException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Some items of one kind.
     *
     * @param kind the character, {@code l} and the like already replaced by one that tells the size
     * @param shown the character that messages show
     * @param size of an item; for {@code s} and {@code p} of the one item
     * @param count of items
     */
    record Field(char kind, char shown, int offset, int size, int count) {}

    /** Before {@code Struct.__init__}. */
    static final StructFormat NONE = new StructFormat("", true, new Field[0], -1, -1);

    private final String text;
    private final boolean isLittle;
    private final Field[] fields;
    private final int size;
    private final int items;

    private StructFormat(String text, boolean isLittle, Field[] fields, int size, int items) {
        this.text = text;
        this.isLittle = isLittle;
        this.fields = fields;
        this.size = size;
        this.items = items;
    }

    String text() {
        return text;
    }

    boolean isLittle() {
        return isLittle;
    }

    int fieldCount() {
        return fields.length;
    }

    Field field(int i) {
        return fields[i];
    }

    /** Bytes of the whole. */
    int size() {
        return size;
    }

    /** Values of the whole. */
    int items() {
        return items;
    }

    static StructFormat parse(String text) throws FormatException {
        if (text.indexOf('\0') >= 0) {
            throw new FormatException("embedded null character");
        }
        int at = 0;
        boolean isNative = true;
        boolean little = true;
        if (!text.isEmpty()) {
            char c = text.charAt(0);
            if (c == '@' || c == '=' || c == '<' || c == '>' || c == '!') {
                at = 1;
                isNative = c == '@';
                little = c != '>' && c != '!';
            }
        }
        List<Field> fields = new ArrayList<>();
        long size = 0;
        long items = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (isSpace(c)) {
                continue;
            }
            long count = 1;
            if (c >= '0' && c <= '9') {
                count = (long) c - '0';
                while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                    count = count * 10 + text.charAt(at++) - '0';
                    if (count > Long.MAX_VALUE / 100) {
                        throw new FormatException("total struct size too long");
                    }
                }
                if (at == text.length()) {
                    throw new FormatException("repeat count given without format specifier");
                }
                c = text.charAt(at++);
            }
            int itemSize = sizeOf(c, isNative);
            if (itemSize == 0) {
                throw new FormatException("bad char in struct format");
            }
            if (isNative && itemSize > 1) {
                size = (size + itemSize - 1) / itemSize * itemSize;
            }
            if (count * (double) itemSize + size > Integer.MAX_VALUE - 8) {
                throw new FormatException("total struct size too long");
            }
            if (c == 's' || c == 'p') {
                fields.add(new Field(c, c, (int) size, (int) count, 1));
                items++;
            } else if (c != 'x') {
                if (count > 0) {
                    fields.add(new Field(kind(c, itemSize), c, (int) size, itemSize, (int) count));
                }
                items += count;
            }
            size += count * itemSize;
        }
        return new StructFormat(text, little, fields.toArray(new Field[0]), (int) size, (int) items);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    /** The size of an item, which natively is its alignment too; 0 for a character that is none. */
    private static int sizeOf(char c, boolean isNative) {
        switch (c) {
            case 'x', 'c', 'b', 'B', '?', 's', 'p':
                return 1;
            case 'h', 'H', 'e':
                return 2;
            case 'i', 'I', 'f':
                return 4;
            case 'q', 'Q', 'd':
                return 8;
            case 'l', 'L':
                return isNative ? 8 : 4;
            case 'n', 'N', 'P':
                return isNative ? 8 : 0;
            default:
                return 0;
        }
    }

    private static char kind(char c, int size) {
        switch (c) {
            case 'l':
                return size == 8 ? 'q' : 'i';
            case 'L':
                return size == 8 ? 'Q' : 'I';
            case 'n':
                return 'q';
            case 'N':
                return 'Q';
            case 'f':
                return 'f';
            default:
                return c;
        }
    }

    /** Whether floats of four bytes that are too large become infinite, as the machine's conversion does it. */
    boolean isNative() {
        return text.isEmpty() || "=<>!".indexOf(text.charAt(0)) < 0;
    }
}
