package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code except} clause. */
public record ExceptHandler(
        @Nullable Expr type,
        @Nullable String name,
        List<Stmt> body,
        int lineno,
        int colOffset,
        int endLineno,
        int endColOffset)
        implements Node {}
