package dev.clutch.interp.object;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes an instance has, in the order of their assignment, and where: the instance's dict as long as nobody asks for it. Shapes form a tree for each type, so
 * they belong to the interpreter of that type and change under its lock only. The name table of one shape never changes.
 */
final class Shape {
    /** More attributes than this are kept in a real dict. */
    static final int MAXIMUM = 40;

    private static final int LINEAR = 8;

    /** The names, one for each value from {@link #start} on. Never written after construction. */
    final String[] names;

    /** Index of the first attribute's value in the instance: the number of {@code __slots__}. */
    final int start;

    private @Nullable Map<String, Shape> transitions;
    private @Nullable Map<String, Integer> index;
    private @Nullable String lastName;
    private @Nullable Shape lastShape;

    /** Makes a root. */
    Shape(int start) {
        this.names = new String[0];
        this.start = start;
    }

    private Shape(Shape parent, String name) {
        this.start = parent.start;
        this.names = java.util.Arrays.copyOf(parent.names, parent.names.length + 1);
        this.names[parent.names.length] = name;
    }

    /** Returns the index of an attribute's value in the instance, or -1. */
    int find(String name) {
        String[] n = names;
        for (int i = 0; i < n.length; i++) {
            if (n[i] == name) {
                return start + i;
            }
        }
        if (n.length > LINEAR) {
            return findHashed(name);
        }
        int hash = name.hashCode();
        for (int i = 0; i < n.length; i++) {
            if (n[i].hashCode() == hash && n[i].equals(name)) {
                return start + i;
            }
        }
        return -1;
    }

    private int findHashed(String name) {
        Map<String, Integer> map = index;
        if (map == null) {
            map = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                map.put(names[i], i);
            }
            index = map;
        }
        Integer i = map.get(name);
        return i == null ? -1 : start + i;
    }

    /** Returns the shape with one more attribute, or null when there would be too many. */
    @Nullable
    Shape with(String name) {
        if (name.equals(lastName)) {
            return lastShape;
        }
        if (names.length == MAXIMUM) {
            return null;
        }
        Map<String, Shape> map = transitions;
        if (map == null) {
            if (lastShape == null) {
                lastName = name;
                lastShape = new Shape(this, name.intern());
                return lastShape;
            }
            map = new HashMap<>();
            transitions = map;
        }
        Shape s = map.get(name);
        if (s == null) {
            s = new Shape(this, name.intern());
            map.put(name, s);
        }
        return s;
    }
}
