package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;

/** A tuple. Answers to {@code PyTupleObject}. Of the exact type it is shared by interpreters when its items are. */
@ExtensionType(name = "tuple", subclassable = true, sequence = true)
public final class PyTuple extends PyObject {
    /** {@code tuple}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTupleDefinition(), TypeObject.OBJECT);

    /** The empty tuple. */
    public static final PyTuple EMPTY = new PyTuple();

    /** The items; never written once the tuple can be seen by others. */
    private final Object[] items;

    /** Makes a tuple that owns the array. */
    public PyTuple(Object... items) {
        this(TYPE, items);
    }

    /** Makes a tuple of a subclass that owns the array. */
    public PyTuple(TypeObject type, Object[] items) {
        super(type);
        this.items = items;
    }

    /** Returns the number of items. */
    public int size() {
        return items.length;
    }

    /** Returns an item. */
    public Object get(int index) {
        return items[index];
    }

    /** Returns the items themselves, for reading only. */
    public Object[] items() {
        return items;
    }
}
