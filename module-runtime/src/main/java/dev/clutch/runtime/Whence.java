package dev.clutch.runtime;

/** Who made an interpreter. Answers to {@code _PyInterpreterState_WHENCE_...}; only what the standard library made may be changed through {@code concurrent.interpreters}. */
public enum Whence {
    /** Not recorded. */
    UNKNOWN(0),
    /** Made with the runtime: the main interpreter. */
    RUNTIME(1),
    /** Made like {@code Py_NewInterpreter}. */
    LEGACY_CAPI(2),
    /** Made by the embedder, like {@code Py_NewInterpreterFromConfig}. */
    CAPI(3),
    /** Made through the cross-interpreter interface. */
    XI(4),
    /** Made by {@code _interpreters.create}. */
    STDLIB(5);

    private final int code;

    Whence(int code) {
        this.code = code;
    }

    /** Returns the number that {@code _interpreters.whence} gives. */
    public int code() {
        return code;
    }
}
