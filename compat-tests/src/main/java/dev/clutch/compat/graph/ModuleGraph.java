package dev.clutch.compat.graph;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.runtime.verifier.Report;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The graph of one module object: its state, its attributes, and the static fields of the extension's classes. */
public final class ModuleGraph {
    private ModuleGraph() {}

    /** Walks, inside the interpreter, so that nothing moves meanwhile. */
    public static ObjectGraph of(Bench bench, Guest guest, Set<String> excused) throws Guest.Raised {
        Object module = guest.eval("__subject__");
        Class<?> anchor = anchor(bench, guest, module);
        return guest.in(ts -> {
            Map<String, Object> roots = new LinkedHashMap<>();
            Object state = ts.moduleState(module, Object.class);
            if (state != null) {
                roots.put("state of " + bench.module(), state);
            }
            roots.put("module " + bench.module(), module);
            if (anchor != null) {
                roots.put("class " + anchor.getName(), anchor);
            }
            return ObjectGraph.of(roots, companions(anchor), excused);
        });
    }

    /** The class that says where the extension comes from. */
    private static @Nullable Class<?> anchor(Bench bench, Guest guest, Object module) throws Guest.Raised {
        String provider = bench.subject().provider();
        try {
            if (provider != null) {
                return Class.forName(provider, false, bench.subject().loader());
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        @Nullable Class<?>[] found = new @Nullable Class<?>[1];
        guest.in(ts -> {
            Object state = ts.moduleState(module, Object.class);
            found[0] = state == null ? null : state.getClass();
            return true;
        });
        return found[0];
    }

    private static Predicate<Class<?>> companions(@Nullable Class<?> anchor) {
        if (anchor == null) {
            return type -> false;
        }
        CodeSource place = anchor.getProtectionDomain().getCodeSource();
        return type -> type.getClassLoader() == anchor.getClassLoader()
                && (place == null
                        || type.getProtectionDomain().getCodeSource() != null
                                && place.getLocation()
                                        .equals(type.getProtectionDomain()
                                                .getCodeSource()
                                                .getLocation()));
    }

    /** Returns the fields whose claim to be guarded by a lock the verifier has checked. */
    public static Set<String> excused(@Nullable Report report) {
        return report == null ? Set.of() : report.sharedState().keySet();
    }
}
