package dev.clutch.compat.graph;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The plain values in the state of a module at one moment: numbers, truth values, texts, sizes of collections, by the way to them. */
public final class Snapshot {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Snapshot() {}

    /** Takes one of the state of a module object, {@code __subject__} of the guest. */
    public static Snapshot of(Bench bench, Guest guest) throws Guest.Raised {
        Object module = guest.eval("__subject__");
        Snapshot snapshot = new Snapshot();
        guest.in(ts -> {
            Object state = ts.moduleState(module, Object.class);
            if (state != null) {
                ObjectGraph graph = ObjectGraph.of(Map.of("state", state), type -> false, java.util.Set.of());
                for (Object object : graph.objects()) {
                    snapshot.note(graph, object);
                }
            }
            return true;
        });
        return snapshot;
    }

    /** Returns what another has changed, as sentences. */
    public List<String> changes(Snapshot later) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            String where = entry.getKey();
            if (later.values.containsKey(where) && !Objects.equals(entry.getValue(), later.values.get(where))) {
                changes.add(where + " changed from " + entry.getValue() + " to " + later.values.get(where));
            }
        }
        return changes;
    }

    private void note(ObjectGraph graph, Object object) {
        if (object instanceof Collection<?> collection) {
            values.put(graph.path(object) + ".size()", collection.size());
        } else if (object instanceof Map<?, ?> map) {
            values.put(graph.path(object) + ".size()", map.size());
        } else if (object instanceof AtomicLong || object instanceof AtomicInteger || object instanceof AtomicBoolean) {
            values.put(graph.path(object), object.toString());
        }
        for (Class<?> c = object.getClass();
                c != null && !c.getName().startsWith("java.") && !c.getName().startsWith("dev.clutch.interp.");
                c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && isPlain(field.getType())) {
                    try {
                        field.setAccessible(true);
                        values.put(graph.path(object) + "." + field.getName(), field.get(object));
                    } catch (IllegalAccessException | InaccessibleObjectException e) {
                        continue;
                    }
                }
            }
        }
    }

    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive() || type == String.class || Number.class.isAssignableFrom(type) && !isCell(type);
    }

    private static boolean isCell(Class<?> type) {
        return type == AtomicLong.class || type == AtomicInteger.class;
    }
}
