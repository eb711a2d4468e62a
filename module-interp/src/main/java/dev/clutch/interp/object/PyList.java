package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import java.util.Arrays;

/** A list. Answers to {@code PyListObject}. */
@ExtensionType(name = "list", subclassable = true, sequence = true)
public final class PyList extends PyObject {
    /** {@code list}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyListDefinition(), TypeObject.OBJECT);

    /** The items; elements from {@link #size} on are null. */
    Object[] items;

    int size;

    /** Makes a list that owns the array. */
    public PyList(Object... items) {
        super(TYPE);
        this.items = items;
        this.size = items.length;
    }

    /** Makes a list of a subclass, empty. */
    public PyList(TypeObject type) {
        super(type);
        this.items = new Object[0];
    }

    /** Makes an empty list with room. */
    public PyList(int capacity) {
        super(TYPE);
        this.items = new Object[capacity];
    }

    /** Returns the number of items. */
    public int size() {
        return size;
    }

    /** Returns an item. */
    public Object get(int index) {
        return items[index];
    }

    /** Replaces an item. */
    public void set(int index, Object value) {
        items[index] = value;
    }

    /** Appends an item. */
    public void append(Object value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 4);
        }
        items[size++] = value;
    }

    /** Returns a copy of the items. */
    public Object[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
