package dev.clutch.interp.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sizes and offsets that types show. Nothing here has them; they are those of CPython's structures, so that programs that look at them go the same way. */
public record TypeSizes(long basicSize, long itemSize, long dictOffset, long weakReferenceOffset) {
    private static final int OBJECT_HEADER = 16;
    private static final int POINTER = 8;
    /** {@code MANAGED_WEAKREF_OFFSET}: such classes keep them before the object. */
    private static final int MANAGED_WEAK_REFERENCES = -32;

    /** The lines of the file, read when somebody first asks. */
    private static final class Known {
        static final Map<String, TypeSizes> BY_NAME = read();

        private Known() {}

        private static Map<String, TypeSizes> read() {
            Map<String, TypeSizes> map = new HashMap<>();
            try (InputStream in = TypeSizes.class.getResourceAsStream("layouts.txt")) {
                if (in == null) {
                    throw new IllegalStateException("layouts.txt is not in the module");
                }
                String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String line : all.lines().toList()) {
                    if (line.startsWith("#")) {
                        continue;
                    }
                    String[] f = line.split(" ", -1);
                    map.put(
                            f[0],
                            new TypeSizes(
                                    Long.parseLong(f[1]),
                                    Long.parseLong(f[2]),
                                    Long.parseLong(f[3]),
                                    Long.parseLong(f[4])));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(map);
        }
    }

    public static TypeSizes of(TypeObject type) {
        TypeSizes known = type.owner == null ? Known.BY_NAME.get(type.name()) : null;
        if (known != null) {
            return known;
        }
        @Nullable TypeObject base = type.base();
        TypeSizes up = base == null ? new TypeSizes(OBJECT_HEADER, 0, 0, 0) : of(base);
        int more = type.declaredSlots() - (base == null ? 0 : base.declaredSlots());
        boolean dict = type.hasDict() && (base == null || !base.hasDict());
        boolean weak = type.hasWeakReferences() && (base == null || !base.hasWeakReferences());
        // a variable-sized type can't manage a dict before the object
        boolean variable = up.itemSize != 0;
        return new TypeSizes(
                up.basicSize + (long) POINTER * more + (dict && variable ? POINTER : 0),
                up.itemSize,
                dict ? -1 : up.dictOffset,
                weak ? MANAGED_WEAK_REFERENCES : up.weakReferenceOffset);
    }
}
