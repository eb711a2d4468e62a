package dev.clutch.interp.ast;

import org.jspecify.annotations.Nullable;

/** One name of an import statement. */
public record Alias(String name, @Nullable String asname, int lineno, int colOffset, int endLineno, int endColOffset)
        implements Node {}
