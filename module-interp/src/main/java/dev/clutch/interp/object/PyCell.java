package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Compare;
import org.jspecify.annotations.Nullable;

/** A cell object: a variable shared by nested functions. Answers to {@code PyCellObject}. */
@ExtensionType(name = "cell", exported = false, doc = "A variable that nested functions share.")
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

    @Expose(signature = "(contents=<absent>, /)")
    static Object __new__(PyThreadState ts, PyType cls, @Nullable Object contents) {
        return new PyCell(contents);
    }

    @Getter("cell_contents")
    Object contents(PyThreadState ts) {
        if (value == null) {
            throw Errors.valueError(ts, "Cell is empty");
        }
        return value;
    }

    @Setter("cell_contents")
    void setContents(PyThreadState ts, @Nullable Object contents) {
        value = contents;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        String what =
                value == null ? "empty" : Types.of(value).displayName() + " object at " + Identity.address(ts, value);
        return "<cell at " + Identity.address(ts, this) + ": " + what + ">";
    }

    /** Compares the contents; an empty cell is less than any other ({@code cell_richcompare}). */
    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyCell c)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object a = value;
        Object b = c.value;
        if (a != null && b != null) {
            return Compare.rich(ts, op.id(), a, b);
        }
        return Ordering.holds(op, (a == null ? 0 : 1) - (b == null ? 0 : 1));
    }
}
