package dev.clutch.errorprone;

import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The verifier's table of types, as far as it speaks of whole types. */
final class KnownTypes {
    private static final Map<String, String> KINDS = read();

    private KnownTypes() {}

    private static Map<String, String> read() {
        Map<String, String> kinds = new HashMap<>();
        try (InputStream in = KnownTypes.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("rules.txt is not in this jar");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.strip().split(" +");
                    switch (words[0]) {
                        case "value", "handle", "holder", "mutable" -> kinds.put(words[1].replace('$', '.'), words[0]);
                        default -> {}
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(kinds);
    }

    /** Whether objects of a type change for sure, or give away something that may. */
    static boolean isMutable(Type type, VisitorState state) {
        if (type.hasTag(TypeTag.ARRAY)) {
            return true;
        }
        String kind = kind(type, state);
        return "holder".equals(kind) || "mutable".equals(kind);
    }

    /** Whether the table says that objects of a type never change. */
    static boolean isImmutable(Type type, VisitorState state) {
        if (type.isPrimitive()) {
            return true;
        }
        String kind = kind(type, state);
        return "value".equals(kind) || "handle".equals(kind);
    }

    /** The kind of the type, or of the nearest supertype that has one. */
    private static @Nullable String kind(Type type, VisitorState state) {
        for (Type each : state.getTypes().closure(state.getTypes().erasure(type))) {
            Symbol symbol = each.tsym;
            String kind = KINDS.get(symbol.getQualifiedName().toString());
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }
}
