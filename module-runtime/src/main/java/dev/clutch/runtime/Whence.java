package dev.clutch.runtime;

/** Who made an interpreter. Answers to {@code _PyInterpreterState_WHENCE_...}; only what the standard library made may be changed through {@code concurrent.interpreters}. */
public enum Whence {
    /** Not recorded. */
    UNKNOWN,
    /** Made with the runtime: the main interpreter. */
    RUNTIME,
    /** Made like {@code Py_NewInterpreter}. */
    LEGACY_CAPI,
    /** Made by the embedder, like {@code Py_NewInterpreterFromConfig}. */
    CAPI,
    /** Made through the cross-interpreter interface. */
    XI,
    /** Made by {@code _interpreters.create}. */
    STDLIB;

    /** Returns the number that {@code _interpreters.whence} gives. */
    public int code() {
        return ordinal();
    }
}
