package dev.clutch.errorprone;

import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The verifier's table of types, as far as it speaks of whole types. */
final class KnownTypes {
    /** By name of the type: true for those that never change, false for those that do. */
    private static final Map<String, Boolean> IMMUTABLE = read();

    private KnownTypes() {}

    private static Map<String, Boolean> read() {
        Map<String, Boolean> types = new HashMap<>();
        try (InputStream in = KnownTypes.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("rules.txt is not in this jar");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] words = line.strip().split(" +", 3);
                switch (words[0]) {
                    // A handle may have methods that write elsewhere.
                    case "value", "handle" -> types.put(words[1].replace('$', '.'), true);
                    case "mutable", "writes" -> types.putIfAbsent(words[1].replace('$', '.'), false);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(types);
    }

    /** Whether objects of a type change for sure: an array, or the table names what changes them. The nearest supertype in the table decides. */
    static boolean isMutable(Type type, VisitorState state) {
        if (type.hasTag(TypeTag.ARRAY)) {
            return true;
        }
        for (Type each : state.getTypes().closure(state.getTypes().erasure(type))) {
            Boolean immutable = IMMUTABLE.get(each.tsym.getQualifiedName().toString());
            if (immutable != null) {
                return !immutable;
            }
        }
        return false;
    }
}
