package dev.clutch.extension.spi;

/** What an extension module declares about isolation: the values of {@code Py_mod_multiple_interpreters} (PEP 684, PEP 489). */
@Stability(since = "0.1")
public enum MultipleInterpreters {
    /** {@code Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED}: the main interpreter only. */
    NOT_SUPPORTED,
    /** {@code Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED}: any interpreter that shares the main lock. */
    SUPPORTED,
    /** {@code Py_MOD_PER_INTERPRETER_GIL_SUPPORTED}: any interpreter, also one with a lock of its own. */
    PER_INTERPRETER_GIL_SUPPORTED
}
