package dev.clutch.interp.compiler;

/**
 * How to compile.
 *
 * @param filename {@code co_filename}
 * @param className binary name of the first generated class; the others append to it
 * @param optimise 0, 1 without assertions ({@code -O}), 2 without docstrings too ({@code -OO}), or {@link #DECIDED_LATER}
 * @param futureAnnotations whether {@code from __future__ import annotations} is inherited
 * @param futureFlags further {@code CO_FUTURE} flags for {@code co_flags}
 * @param topLevelAwait whether a module may await ({@code PyCF_ALLOW_TOP_LEVEL_AWAIT}); one that does becomes a coroutine
 */
public record CompileOptions(
        String filename,
        String className,
        int optimise,
        boolean futureAnnotations,
        int futureFlags,
        boolean topLevelAwait) {
    /** For code that is compiled before it is known which {@code -O} it will run under: it asks the interpreter. */
    public static final int DECIDED_LATER = -1;

    /** Options for a source of this name. */
    public static CompileOptions of(String filename) {
        return new CompileOptions(filename, "dev.clutch.unit.Unit", 0, false, 0, false);
    }
}
