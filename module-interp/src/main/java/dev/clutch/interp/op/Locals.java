package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyCell;
import org.jspecify.annotations.Nullable;

/** Local variables that may be unbound. */
public final class Locals {
    private Locals() {}

    /** Loads a local variable. */
    public static Object check(PyThreadState ts, @Nullable Object value, String name) {
        if (value == null) {
            throw unbound(ts, name);
        }
        return value;
    }

    /** Checks before {@code del}. */
    public static void checkDelete(PyThreadState ts, @Nullable Object value, String name) {
        if (value == null) {
            throw unbound(ts, name);
        }
    }

    static PythonException unbound(PyThreadState ts, String name) {
        return Errors.error(
                ts,
                "UnboundLocalError",
                "cannot access local variable '" + name + "' where it is not associated with a value");
    }

    /** The variables of a comprehension that runs in the frame at a depth show in its locals, until {@link #hide}. */
    public static void show(PyThreadState ts, int depth, PyCell[] cells, String[] names) {
        FrameStack.frame(ts, depth).show(names, cells);
    }

    /** Ends what the last {@link #show} began. */
    public static void hide(PyThreadState ts, int depth) {
        FrameStack.frame(ts, depth).hide();
    }

    /** A name in a class body that may also be a variable of the function around it. */
    public static Object classOrCell(PyThreadState ts, Object namespace, PyCell cell, String name) {
        Object v = Globals.fromNamespace(ts, namespace, name);
        return v != null ? v : Cells.free(ts, cell, name);
    }
}
