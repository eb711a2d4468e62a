package dev.clutch.extensions.builtin.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers by the identity of objects: open addressing without an object for each entry ({@code PyMemoTable}). */
final class MemoTable {
    private static final int FIRST = 64;

    private @Nullable Object[] keys = new Object[FIRST];
    private int[] values = new int[FIRST];
    private int size;

    MemoTable() {}

    MemoTable(MemoTable other) {
        keys = other.keys.clone();
        values = other.values.clone();
        size = other.size;
    }

    int size() {
        return size;
    }

    /** Where the object is, or the free place for it. */
    private static int slot(@Nullable Object[] keys, Object o) {
        int mask = keys.length - 1;
        int h = System.identityHashCode(o);
        int i = (h ^ h >>> 15) & mask;
        while (keys[i] != null && keys[i] != o) {
            i = i + 1 & mask;
        }
        return i;
    }

    /** The number of an object, -1 when it has none. */
    int get(Object o) {
        int i = slot(keys, o);
        return keys[i] == null ? -1 : values[i];
    }

    void put(Object o, int value) {
        int i = slot(keys, o);
        if (keys[i] == null) {
            if (size * 2 >= keys.length) {
                grow();
                i = slot(keys, o);
            }
            keys[i] = o;
            size++;
        }
        values[i] = value;
    }

    private void grow() {
        @Nullable Object[] oldKeys = keys;
        int[] oldValues = values;
        @Nullable Object[] newKeys = new Object[oldKeys.length * 4];
        int[] newValues = new int[newKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            Object o = oldKeys[i];
            if (o != null) {
                int at = slot(newKeys, o);
                newKeys[at] = o;
                newValues[at] = oldValues[i];
            }
        }
        keys = newKeys;
        values = newValues;
    }

    void clear() {
        Arrays.fill(keys, null);
        size = 0;
    }

    /** Receives entries. */
    interface Visitor {
        void visit(Object o, int value);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            Object o = keys[i];
            if (o != null) {
                visitor.visit(o, values[i]);
            }
        }
    }
}
