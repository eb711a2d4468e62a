package dev.clutch.interp.object;

import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one interpreter knows of code objects that others have, too, and that therefore never change: which it has read with {@code marshal}, the file names that it has given to some
 * ({@code update_compiled_module}), and the twins for tracing that come from a file as it sees it. Threads that only report what others do may look, too.
 */
public final class CodeNotes {
    private @Nullable WeakHashMap<PyCode, Object> names;
    private @Nullable WeakHashMap<PyCode, Object> twins;

    /** Tells whether this is the first time that the interpreter gets a code object; for later times it needs another one, whose name can differ. */
    public synchronized boolean isNew(PyCode code) {
        return names().putIfAbsent(code, code.filename) == null;
    }

    /** Changes the file name of a code object and of those among its constants that have the same. */
    public synchronized void rename(PyCode code, Object name) {
        Object old = filename(code);
        names().put(code, name);
        for (Object constant : code.constants().items()) {
            if (constant instanceof PyCode inner && filename(inner).equals(old)) {
                rename(inner, name);
            }
        }
    }

    synchronized Object filename(PyCode code) {
        Object name = names == null ? null : names.get(code);
        return name == null ? code.filename : name;
    }

    /** Returns the same code compiled for tracing, the code itself when that is impossible, or null when nobody has asked yet. */
    public synchronized @Nullable PyCode twin(PyCode code) {
        PyCode shared = code.twin();
        Object own = shared != null || twins == null ? shared : twins.get(code);
        return own == Boolean.FALSE ? code : (PyCode) own;
    }

    /** Keeps a twin that is good for this interpreter; null says that there is none. */
    public synchronized void setTwin(PyCode code, @Nullable PyCode twin) {
        WeakHashMap<PyCode, Object> known = twins;
        if (known == null) {
            known = new WeakHashMap<>();
            twins = known;
        }
        known.put(code, twin == null ? Boolean.FALSE : twin);
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
