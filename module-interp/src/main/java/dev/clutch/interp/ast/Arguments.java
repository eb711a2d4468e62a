package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function. {@code kwDefaults} holds null for a required keyword-only parameter; {@code
 * defaults} belongs to the last positional ones.
 */
public record Arguments(
        List<Arg> posonlyargs,
        List<Arg> args,
        @Nullable Arg vararg,
        List<Arg> kwonlyargs,
        List<@Nullable Expr> kwDefaults,
        @Nullable Arg kwarg,
        List<Expr> defaults) {}
