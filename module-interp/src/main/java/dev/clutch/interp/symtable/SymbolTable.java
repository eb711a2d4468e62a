package dev.clutch.interp.symtable;

import dev.clutch.interp.ast.Mod;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of a program. Scopes are found by the identity of the node that makes them: the {@link Mod}, a function or class
 * definition, a lambda, a comprehension, a type alias, a type variable with a bound, or, for the block of type parameters,
 * the non-empty list of them.
 */
public final class SymbolTable {
    private final IdentityHashMap<Object, Scope> scopes;
    private final Scope top;

    SymbolTable(IdentityHashMap<Object, Scope> scopes, Scope top) {
        this.scopes = scopes;
        this.top = top;
    }

    /**
     * Collects and resolves the names of a program. Errors are {@link dev.clutch.interp.parser.SyntaxException}s.
     *
     * @param futureAnnotations whether {@code from __future__ import annotations} is in force
     */
    public static SymbolTable build(Mod tree, String filename, boolean futureAnnotations) {
        SymbolCollector collector = new SymbolCollector(filename, futureAnnotations);
        Scope top = collector.collect(tree);
        new ScopeAnalysis(filename).analyze(top);
        return new SymbolTable(collector.scopes(), top);
    }

    public Scope top() {
        return top;
    }

    /** The scope that a node makes. */
    public Scope scopeOf(Object node) {
        Scope scope = scopes.get(node);
        if (scope == null) {
            throw new IllegalArgumentException("no scope for " + node.getClass().getSimpleName());
        }
        return scope;
    }

    public @Nullable Scope findScope(Object node) {
        return scopes.get(node);
    }

    /** The scope of a block of type parameters. */
    public Scope scopeOfTypeParameters(List<?> typeParams) {
        return scopeOf(typeParams);
    }
}
