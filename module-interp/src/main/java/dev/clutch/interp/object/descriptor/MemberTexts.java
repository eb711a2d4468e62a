package dev.clutch.interp.object.descriptor;

import dev.clutch.interp.object.TypeObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Docstrings and text signatures of members of built-in types, where CPython shows others than the parameters make: many of its methods have none. Read when somebody
 * first asks, since it is only for people and {@code inspect}.
 */
final class MemberTexts {
    /** Stands for no text signature. */
    static final String NO_SIGNATURE = "-";

    /** One line; an empty signature leaves it to the parameters. */
    record Texts(String signature, String doc) {}

    /** Lines by name, read once. */
    private static final class Lines {
        static final Map<String, Texts> BY_NAME = read();

        private Lines() {}

        private static Map<String, Texts> read() {
            Map<String, Texts> map = new HashMap<>();
            try (InputStream in = MemberTexts.class.getResourceAsStream("members.txt")) {
                if (in == null) {
                    throw new IllegalStateException("members.txt is not in the module");
                }
                String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String line : all.lines().toList()) {
                    int first = line.indexOf('|');
                    if (line.startsWith("#") || first < 0) {
                        continue;
                    }
                    int second = line.indexOf('|', first + 1);
                    map.put(
                            line.substring(0, first),
                            new Texts(line.substring(first + 1, second), line.substring(second + 1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(map);
        }
    }

    private MemberTexts() {}

    /** Returns the texts of a special method. */
    static @Nullable Texts ofSlot(String name) {
        return Lines.BY_NAME.get(name);
    }

    /** Returns the texts of a member of a built-in type. */
    static @Nullable Texts of(TypeObject type, String name) {
        Texts t = Lines.BY_NAME.get(type.name() + "." + name);
        return t != null ? t : Lines.BY_NAME.get("*." + name);
    }

    /** Returns what the file says of a type itself. */
    static @Nullable Texts ofType(TypeObject type) {
        return Lines.BY_NAME.get("type " + type.name());
    }
}
