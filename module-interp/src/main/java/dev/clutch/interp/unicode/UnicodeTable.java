package dev.clutch.interp.unicode;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The table written by {@code src/tables/unicode_data.py}, read on the first use of a character beyond ASCII. */
final class UnicodeTable {
    static final UnicodeTable INSTANCE = load();

    private static final int MAGIC = 0x436C5543;
    private static final int SHIFT = 7;
    private static final int BLOCK = 1 << SHIFT;

    private final String version;
    private final int[] flags;
    private final int[] differences;
    private final byte[] digits;
    private final char[] blocks;
    private final char[] index;
    private final int[] specialKeys;
    private final int[][] specials;

    private UnicodeTable(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a table of character properties");
        }
        byte[] name = in.readNBytes(in.readUnsignedByte());
        version = new String(name, StandardCharsets.ISO_8859_1);
        int records = in.readUnsignedShort();
        flags = new int[records];
        differences = new int[records * 3];
        digits = new byte[records * 2];
        for (int i = 0; i < records; i++) {
            flags[i] = in.readInt();
            for (int kind = 0; kind < 3; kind++) {
                differences[i * 3 + kind] = in.readInt();
            }
            digits[i * 2] = in.readByte();
            digits[i * 2 + 1] = in.readByte();
        }
        blocks = readChars(in, in.readUnsignedShort() * BLOCK);
        index = readChars(in, (Character.MAX_CODE_POINT + 1) >> SHIFT);
        int count = in.readUnsignedShort();
        specialKeys = new int[count];
        specials = new int[count][];
        for (int i = 0; i < count; i++) {
            specialKeys[i] = in.readInt();
            int[] mapped = new int[in.readUnsignedByte()];
            for (int j = 0; j < mapped.length; j++) {
                mapped[j] = in.readInt();
            }
            specials[i] = mapped;
        }
    }

    private static UnicodeTable load() {
        try (InputStream in = UnicodeTable.class.getResourceAsStream("unicode.bin")) {
            if (in == null) {
                throw new IllegalStateException("the table of character properties is missing from the jar");
            }
            return new UnicodeTable(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char[] readChars(DataInputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count * 2);
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF));
        }
        return chars;
    }

    String version() {
        return version;
    }

    private int record(int codePoint) {
        return blocks[index[codePoint >> SHIFT] << SHIFT | (codePoint & (BLOCK - 1))];
    }

    int flags(int codePoint) {
        return flags[record(codePoint)];
    }

    int decimal(int codePoint) {
        return digits[record(codePoint) * 2];
    }

    int digit(int codePoint) {
        return digits[record(codePoint) * 2 + 1];
    }

    int simple(int codePoint, int kind) {
        return codePoint + differences[record(codePoint) * 3 + kind];
    }

    /** The number of code points of a special mapping, 0 when there is none. */
    int specialLength(int codePoint, int kind) {
        int at = Arrays.binarySearch(specialKeys, codePoint << 2 | kind);
        return at < 0 ? 0 : specials[at].length;
    }

    int special(int codePoint, int kind, int position) {
        return specials[Arrays.binarySearch(specialKeys, codePoint << 2 | kind)][position];
    }
}
