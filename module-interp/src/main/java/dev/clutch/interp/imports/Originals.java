package dev.clutch.interp.imports;

import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Names of a module as they were at first, and the classes among them: tells whether a program has replaced one, or changed such a class. */
final class Originals {
    private final PyDict namespace;
    private final String[] names;
    private final @Nullable Object[] values;
    private final int[] versions;
    private final int[] positions;
    private int layout;

    Originals(PyDict namespace, String... names) {
        this.namespace = namespace;
        this.names = names;
        values = new Object[names.length];
        versions = new int[names.length];
        positions = new int[names.length];
        locate();
        for (int i = 0; i < names.length; i++) {
            values[i] = namespace.valueAt(positions[i]);
            versions[i] = version(values[i]);
        }
    }

    private boolean locate() {
        layout = namespace.layout();
        for (int i = 0; i < names.length; i++) {
            int position = namespace.position(names[i]);
            if (position < 0) {
                layout--;
                return false;
            }
            positions[i] = position;
        }
        return true;
    }

    private static int version(@Nullable Object value) {
        return value instanceof TypeObject t ? t.version() : 0;
    }

    /** Whether all names have the values of the beginning, and no class among these has other methods. */
    boolean areInPlace() {
        if (layout != namespace.layout() && !locate()) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (namespace.valueAt(positions[i]) != value || versions[i] != version(value)) {
                return false;
            }
        }
        return true;
    }
}
