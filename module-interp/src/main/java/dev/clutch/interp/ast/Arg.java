package dev.clutch.interp.ast;

import org.jspecify.annotations.Nullable;

/** One parameter. */
public record Arg(
        String arg,
        @Nullable Expr annotation,
        @Nullable String typeComment,
        int lineno,
        int colOffset,
        int endLineno,
        int endColOffset)
        implements Node {}
