package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Attr;
import org.jspecify.annotations.Nullable;

/**
 * {@code f_locals} of a function whose locals cannot be seen while it runs, and the namespace of a program that {@code exec} or {@code eval} runs there under another name. A local
 * variable of that function is an error; never a stale value, and never a global of the same name.
 */
@ExtensionType(name = "hidden_locals", exported = false)
public final class PyHiddenLocals extends PyObject {
    /** The type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyHiddenLocalsDefinition(), TypeObject.OBJECT);

    private final PyCode code;
    private final PyDict stored = new PyDict();

    /** The locals of a running function. */
    public PyHiddenLocals(PyCode code) {
        super(TYPE);
        this.code = code;
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        Object value = find(ts, key);
        if (value == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
        return value;
    }

    @Expose(signature = "(key, default=None, /)")
    Object get(PyThreadState ts, Object key, Object otherwise) {
        Object value = find(ts, key);
        return value == null ? otherwise : value;
    }

    private @Nullable Object find(PyThreadState ts, Object key) {
        Object value = stored.get(ts, key);
        if (value == null && PyStr.isStr(key) && isLocal(Attr.nameText(ts, key))) {
            throw hidden(ts);
        }
        return value;
    }

    private PythonException hidden(PyThreadState ts) {
        return Errors.error(ts, "RuntimeError", PyFrame.hidden(code));
    }

    private boolean isLocal(String name) {
        return FrameStack.contains(code.varnames, name)
                || FrameStack.contains(code.cellvars, name)
                || FrameStack.contains(code.freevars, name);
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        stored.put(ts, key, value);
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        if (stored.remove(ts, key) == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
    }

    /** The names alone: those of the function, and what was stored. */
    @Expose
    Object __iter__(PyThreadState ts) {
        PyList names = new PyList();
        for (String[] some : new String[][] {code.varnames, code.cellvars, code.freevars}) {
            for (String name : some) {
                names.append(dev.clutch.extension.spi.Str.of(name));
            }
        }
        for (int p = stored.next(0); p >= 0; p = stored.next(p + 1)) {
            names.append(stored.keyAt(p));
        }
        return dev.clutch.interp.op.Iter.iter(ts, names);
    }

    /** Whether subscription has an answer: the traceback module asks before it takes {@code self}. */
    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return stored.get(ts, key) != null;
    }

    @Expose
    Object keys(PyThreadState ts) {
        throw hidden(ts);
    }

    @Expose
    Object values(PyThreadState ts) {
        throw hidden(ts);
    }

    @Expose
    Object items(PyThreadState ts) {
        throw hidden(ts);
    }

    @Expose
    Object copy(PyThreadState ts) {
        throw hidden(ts);
    }
}
