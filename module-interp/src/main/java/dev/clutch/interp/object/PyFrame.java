package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A frame, made when somebody looks. It stands in for its function in {@link PyThreadState#frames} from then on, so that it stays the same object; what only the
 * running code knows is filled in when an exception leaves it. Answers to {@code PyFrameObject}.
 */
@ExtensionType(name = "frame", exported = false)
public final class PyFrame extends PyObject {
    /** {@code types.FrameType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFrameDefinition(), TypeObject.OBJECT);

    /** The function that runs. */
    public final PyFunction function;
    /** Index in {@link PyThreadState#frames} while it runs, -1 afterwards. */
    int depth;

    /** Values and cells in the order of {@code co_varnames}, then the other cells; null when not known. */
    @Nullable
    Object @Nullable [] locals;

    /** The mapping of a class or module body. */
    @Nullable
    Object namespace;
    /** Position where it stopped; -1 while it runs. */
    int position = -1;

    /** Line where another thread was seen to be, 0 for none: that thread's stack can't be asked later. */
    int seenLine;

    /** What {@code f_locals} returns, the same dict each time. */
    private final PyDict snapshot = new PyDict();

    @Nullable
    PyFrame back;

    boolean cleared;

    /** Makes the frame of a function. */
    public PyFrame(PyFunction function, int depth) {
        super(TYPE);
        this.function = function;
        this.depth = depth;
    }

    /** Gives it the live locals of its function. */
    public void setLocals(@Nullable Object @Nullable [] values) {
        locals = values;
    }

    /** Gives it the namespace of its body. */
    public void setNamespace(Object mapping) {
        namespace = mapping;
    }

    /** Notes where and with which locals an exception left it. */
    public void stop(int where, @Nullable Object @Nullable [] values) {
        position = where;
        if (values != null) {
            locals = values;
        }
    }

    /** The code has ended: links the caller's frame, which this one keeps from now on. */
    public void leave(PyThreadState ts) {
        if (depth > 0) {
            back = FrameStack.frame(ts, depth - 1);
        }
        depth = -1;
    }

    /** The globals of the code. */
    public PyDict globals() {
        return function.globals;
    }

    /** Whether the code is running. */
    public boolean running() {
        return depth >= 0;
    }

    @Getter
    Object f_code(PyThreadState ts) {
        return function.code;
    }

    @Getter
    Object f_globals(PyThreadState ts) {
        return function.globals;
    }

    @Getter
    Object f_builtins(PyThreadState ts) {
        return function.builtins;
    }

    @Getter
    Object f_back(PyThreadState ts) {
        PyFrame b = depth > 0 ? FrameStack.frame(ts, depth - 1) : back;
        return b == null ? Singleton.NONE : b;
    }

    @Getter
    Object f_lineno(PyThreadState ts) {
        if (seenLine > 0) {
            return (long) seenLine;
        }
        if (depth >= 0) {
            return (long) FrameStack.line(ts, depth, function.code);
        }
        return (long) (position >= 0 ? function.code.positions.line(position) : function.code.firstlineno);
    }

    @Getter
    Object f_locals(PyThreadState ts) {
        if (namespace != null) {
            return namespace;
        }
        if ((function.code.flags & PyCode.CO_OPTIMIZED) == 0) {
            // the body of a module: its locals are the globals
            return function.globals;
        }
        if (locals == null) {
            if (cleared) {
                return new PyDict();
            }
            throw Errors.error(
                    ts,
                    "RuntimeError",
                    "the locals of " + function.code.qualname
                            + " cannot be seen while it runs: the function does not name locals, vars, dir, eval or exec");
        }
        return FrameStack.fill(snapshot, function, locals);
    }
}
