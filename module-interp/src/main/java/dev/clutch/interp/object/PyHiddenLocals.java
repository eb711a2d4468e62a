package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;

/**
 * The namespace of a program that {@code exec} or {@code eval} runs in a function whose locals cannot be seen, as they were called under another name. A local variable of that
 * function is an error; never a stale value, and never a global of the same name.
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
        Object value = stored.get(ts, key);
        if (value != null) {
            return value;
        }
        if (PyStr.isStr(key) && isLocal(Attr.nameText(ts, key))) {
            throw Errors.error(ts, "RuntimeError", PyFrame.hidden(code));
        }
        throw Errors.make(ts, Exceptions.type("KeyError"), key);
    }

    private boolean isLocal(String name) {
        return contains(code.varnames, name) || contains(code.cellvars, name) || contains(code.freevars, name);
    }

    private static boolean contains(String[] names, String name) {
        for (String n : names) {
            if (n.equals(name)) {
                return true;
            }
        }
        return false;
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
        throw Errors.error(ts, "RuntimeError", PyFrame.hidden(code));
    }
}
