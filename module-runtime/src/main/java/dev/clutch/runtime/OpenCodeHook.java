package dev.clutch.runtime;

/** Replaces what {@code io.open_code} does. Answers to {@code Py_OpenCodeHookFunction}. */
@FunctionalInterface
public interface OpenCodeHook {
    /** Returns a Python object like a binary file open for reading; {@code path} is absolute. */
    Object openCode(RuntimeThreadState ts, String path);
}
