package dev.clutch.extensions.builtin.unicodedata;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables written by {@code src/tables/unicodedata_tables.py}, read on the first use. Two versions share them: the present one and 3.2.0. */
final class UnicodeTables {
    private static final int SHIFT = 7;
    private static final int BLOCK = 1 << SHIFT;
    private static final int NONE = 255;
    private static final long PAIR = 1L << 32;

    /** Loaded by whoever asks for the tables first. */
    private static final class Holder {
        static final UnicodeTables INSTANCE = load();
    }

    /** What a character decomposes to. */
    record Decomposition(String tag, int[] characters) {
        boolean isCanonical() {
            return tag.isEmpty();
        }
    }

    /** The characters of one version. */
    private record Version(String name, char[] blocks, char[] index) {
        int record(int c) {
            return blocks[index[c >> SHIFT] * BLOCK + (c & (BLOCK - 1))];
        }
    }

    private final Version present;
    private final Version old;
    private final String[] categories;
    private final String[] directions;
    private final String[] widths;
    /** Seven bytes for each record. */
    private final byte[] records;

    private final double[] numbers;
    private final int unassigned;
    private final Map<Integer, Decomposition> decompositions;
    private final Map<Long, Integer> compositions;
    private final Map<Integer, Decomposition> oldDecompositions;
    private final Map<String, String> sequences;

    private UnicodeTables(DataInputStream in) throws IOException {
        String presentName = text(in);
        String oldName = text(in);
        categories = texts(in);
        directions = texts(in);
        widths = texts(in);
        int count = in.readUnsignedShort();
        records = new byte[count * 7];
        numbers = new double[count];
        for (int i = 0; i < count; i++) {
            in.readFully(records, i * 7, 7);
            numbers[i] = in.readDouble();
        }
        present = version(in, presentName);
        old = version(in, oldName);
        int cn = 0;
        while (!categories[cn].equals("Cn")) {
            cn++;
        }
        unassigned = cn;
        Map<Integer, Decomposition> parts = new HashMap<>(12000);
        Map<Long, Integer> wholes = new HashMap<>(2000);
        readDecompositions(in, parts, wholes);
        decompositions = Map.copyOf(parts);
        compositions = Map.copyOf(wholes);
        Map<Integer, Decomposition> oldParts = new HashMap<>();
        int changed = in.readUnsignedByte();
        for (int i = 0; i < changed; i++) {
            int c = in.readInt();
            oldParts.put(c, new Decomposition("", characters(in)));
        }
        oldDecompositions = Map.copyOf(oldParts);
        Map<String, String> named = new HashMap<>(1000);
        int sequenceCount = in.readUnsignedShort();
        for (int i = 0; i < sequenceCount; i++) {
            String name = text(in);
            int[] characters = characters(in);
            named.put(name, new String(characters, 0, characters.length));
        }
        sequences = Map.copyOf(named);
    }

    private void readDecompositions(DataInputStream in, Map<Integer, Decomposition> parts, Map<Long, Integer> wholes)
            throws IOException {
        String[] tags = texts(in);
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int c = in.readInt();
            String tag = tags[in.readUnsignedByte()];
            boolean composes = in.readUnsignedByte() != 0;
            int[] mapped = characters(in);
            parts.put(c, new Decomposition(tag, mapped));
            if (composes) {
                wholes.put(mapped[0] * PAIR + mapped[1], c);
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
    }

    private static String[] texts(DataInputStream in) throws IOException {
        String[] all = new String[in.readUnsignedByte()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text(in);
        }
        return all;
    }

    private static int[] characters(DataInputStream in) throws IOException {
        int[] all = new int[in.readUnsignedByte()];
        for (int i = 0; i < all.length; i++) {
            all[i] = in.readInt();
        }
        return all;
    }

    private static char[] shorts(DataInputStream in, int count) throws IOException {
        char[] all = new char[count];
        for (int i = 0; i < count; i++) {
            all[i] = in.readChar();
        }
        return all;
    }

    private static Version version(DataInputStream in, String name) throws IOException {
        char[] blocks = shorts(in, in.readUnsignedShort() * BLOCK);
        return new Version(name, blocks, shorts(in, (Character.MAX_CODE_POINT + 1) >> SHIFT));
    }

    private static UnicodeTables load() {
        try (InputStream in = UnicodeTables.class.getResourceAsStream("properties.bin")) {
            if (in == null) {
                throw new IllegalStateException("the table of Unicode properties is missing from the jar");
            }
            return new UnicodeTables(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UnicodeTables get() {
        return Holder.INSTANCE;
    }

    private int record(boolean inOld, int c) {
        return (inOld ? old : present).record(c);
    }

    private int field(boolean inOld, int c, int field) {
        return records[record(inOld, c) * 7 + field] & 0xff;
    }

    String version(boolean inOld) {
        return (inOld ? old : present).name();
    }

    String category(boolean inOld, int c) {
        return categories[field(inOld, c, 0)];
    }

    boolean isAssigned(boolean inOld, int c) {
        return field(inOld, c, 0) != unassigned;
    }

    String bidirectional(boolean inOld, int c) {
        return directions[field(inOld, c, 1)];
    }

    int combining(boolean inOld, int c) {
        return field(inOld, c, 2);
    }

    int mirrored(boolean inOld, int c) {
        return field(inOld, c, 3);
    }

    String width(boolean inOld, int c) {
        return widths[field(inOld, c, 4)];
    }

    /** -1 for none. */
    int decimal(boolean inOld, int c) {
        int d = field(inOld, c, 5);
        return d == NONE ? -1 : d;
    }

    /** -1 for none. */
    int digit(boolean inOld, int c) {
        int d = field(inOld, c, 6);
        return d == NONE ? -1 : d;
    }

    /** NaN for none. */
    double numeric(boolean inOld, int c) {
        return numbers[record(inOld, c)];
    }

    @Nullable
    Decomposition decomposition(boolean inOld, int c) {
        return inOld && !isAssigned(true, c) ? null : decompositions.get(c);
    }

    /** What the old version decomposes in another way, as far as it goes. */
    @Nullable
    Decomposition oldDecomposition(int c) {
        return oldDecompositions.get(c);
    }

    /** The character that two compose to, -1 for none. */
    int composition(int first, int second) {
        Integer c = compositions.get(first * PAIR + second);
        return c == null ? -1 : c;
    }

    /** The characters of a named sequence. */
    @Nullable
    String sequence(String name) {
        return sequences.get(name);
    }
}
