package dev.clutch.interp.object;

import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The code objects that an interpreter has read with {@code marshal}, and the file names that it has given to some ({@code update_compiled_module}). CPython changes the object; here other interpreters have the same
 * one. Threads that only report what others do may look, too.
 */
public final class CodeFiles {
    private @Nullable WeakHashMap<PyCode, Object> names;

    /** Tells whether this is the first time that the interpreter gets a code object; for later times it needs another one, whose name can differ. */
    public synchronized boolean isNew(PyCode code) {
        return names().putIfAbsent(code, code.filename) == null;
    }

    /** Changes the file name of a code object and of those among its constants that have the same. */
    public synchronized void rename(PyCode code, Object name) {
        Object old = of(code);
        names().put(code, name);
        for (Object constant : code.constants().items()) {
            if (constant instanceof PyCode inner && of(inner).equals(old)) {
                rename(inner, name);
            }
        }
    }

    synchronized Object of(PyCode code) {
        Object name = names == null ? null : names.get(code);
        return name == null ? code.filename : name;
    }

    private WeakHashMap<PyCode, Object> names() {
        WeakHashMap<PyCode, Object> known = names;
        if (known == null) {
            known = new WeakHashMap<>();
            names = known;
        }
        return known;
    }
}
