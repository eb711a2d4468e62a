package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import org.jspecify.annotations.Nullable;

/** Variables that nested functions share. */
public final class Cells {
    private Cells() {}

    /** A cell with a value. */
    public static PyCell of(@Nullable Object value) {
        return new PyCell(value);
    }

    /** An unbound cell. */
    public static PyCell empty() {
        return new PyCell(null);
    }

    /** Loads a variable of the function itself. */
    public static Object get(PyThreadState ts, PyCell cell, String name) {
        Object v = cell.value;
        if (v == null) {
            throw Locals.unbound(ts, name);
        }
        return v;
    }

    /** Loads a free variable. */
    public static Object free(PyThreadState ts, PyCell cell, String name) {
        Object v = cell.value;
        if (v == null) {
            throw unboundFree(ts, name);
        }
        return v;
    }

    private static PythonException unboundFree(PyThreadState ts, String name) {
        return Errors.nameError(
                ts,
                name,
                "cannot access free variable '" + name
                        + "' where it is not associated with a value in enclosing scope");
    }

    /** {@code del} of a variable of the function itself. */
    public static void delete(PyThreadState ts, PyCell cell, String name) {
        get(ts, cell, name);
        cell.value = null;
    }

    /** {@code del} of a free variable. */
    public static void deleteFree(PyThreadState ts, PyCell cell, String name) {
        free(ts, cell, name);
        cell.value = null;
    }
}
