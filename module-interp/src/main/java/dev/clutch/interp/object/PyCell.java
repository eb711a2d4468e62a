package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import org.jspecify.annotations.Nullable;

/** A cell object: a variable shared by nested functions. Answers to {@code PyCellObject}. */
@ExtensionType(name = "cell", exported = false)
public final class PyCell extends PyObject {
    /** {@code types.CellType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCellDefinition(), TypeObject.OBJECT);

    /** The value, null while unbound. */
    public @Nullable Object value;

    /** Makes a cell, unbound if the value is null. */
    public PyCell(@Nullable Object value) {
        super(TYPE);
        this.value = value;
    }
}
