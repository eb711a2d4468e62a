package dev.clutch.interp.object;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the sites of an interpreter have learnt that have seen too many kinds of receivers, found by type and name. An entry takes the place of another one that has the same hash. Answers to the cache of
 * {@code _PyType_Lookup}.
 */
final class CommonCaches {
    /** Sites that read an attribute of an instance. */
    static final int READ = 0;

    /** Sites that call a method. */
    static final int CALL = 1;

    /** Sites that write an attribute. */
    static final int WRITE = 2;

    /** Sites that read an attribute of a class itself. */
    static final int OF_CLASS = 3;

    private static final int SIZE = 1024;

    /** A table for each kind of site, null until one of them has seen too much. */
    private final @Nullable AttributeCache[] @Nullable [] tables = new AttributeCache[4][];

    /** Returns the entry for a type and a name, whose version may be over. */
    @Nullable
    AttributeCache get(int kind, TypeObject type, String name) {
        @Nullable AttributeCache[] table = tables[kind];
        if (table == null) {
            return null;
        }
        AttributeCache c = table[index(type, name)];
        return c != null && c.type == type && c.name.equals(name) ? c : null;
    }

    /** Keeps an entry. */
    void put(int kind, AttributeCache entry) {
        @Nullable AttributeCache[] table = tables[kind];
        if (table == null) {
            table = new AttributeCache[SIZE];
            tables[kind] = table;
        }
        table[index(entry.type, entry.name)] = entry;
    }

    private static int index(TypeObject type, String name) {
        int hash = System.identityHashCode(type) * 31 + name.hashCode();
        return (hash ^ hash >>> 10) & SIZE - 1;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(tables, null);
    }
}
