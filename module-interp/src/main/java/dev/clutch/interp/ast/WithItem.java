package dev.clutch.interp.ast;

import org.jspecify.annotations.Nullable;

/** One context manager of a {@code with} statement. */
public record WithItem(Expr contextExpr, @Nullable Expr optionalVars) {}
