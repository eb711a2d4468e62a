package dev.clutch.interp.object;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled code objects whose {@code co_code} a program has asked for, by fingerprint. Used under the interpreter's lock. */
public final class CodeBodies {
    private final Map<Long, WeakReference<PyCode>> codes = new HashMap<>();

    /** For the interpreter. */
    public CodeBodies() {}

    void note(PyCode code) {
        codes.put(code.fingerprint, new WeakReference<>(code));
    }

    @Nullable
    PyCode find(long fingerprint) {
        WeakReference<PyCode> r = codes.get(fingerprint);
        return r == null ? null : r.get();
    }
}
