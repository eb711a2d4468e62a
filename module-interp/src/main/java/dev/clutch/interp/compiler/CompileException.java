package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Node;
import org.jspecify.annotations.Nullable;

/** A syntax error that only the compiler finds, with the place. */
public final class CompileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Node node;

    CompileException(String message, @Nullable Node node) {
        super(message, null, false, false);
        this.node = node;
    }

    /** Returns the place, or null. */
    public @Nullable Node node() {
        return node;
    }
}
