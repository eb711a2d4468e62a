package dev.clutch.interp.ast;

import org.jspecify.annotations.Nullable;

/** A keyword argument; {@code arg} is null for {@code **value}. */
public record Keyword(@Nullable String arg, Expr value, int lineno, int colOffset, int endLineno, int endColOffset)
        implements Node {}
