package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code case} clause. */
public record MatchCase(Pattern pattern, @Nullable Expr guard, List<Stmt> body) {}
