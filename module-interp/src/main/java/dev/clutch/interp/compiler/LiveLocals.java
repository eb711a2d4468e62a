package dev.clutch.interp.compiler;

import dev.clutch.interp.symtable.Scope;

/** Decides whether a function keeps its locals where others can see them while it runs. */
final class LiveLocals {
    private static final String[] NAMES = {"locals", "vars", "dir", "eval", "exec", "breakpoint", "_getframe", "currentframe", "set_trace"};

    private LiveLocals() {}

    static boolean needed(Scope scope) {
        for (String name : NAMES) {
            if (scope.symbol(name) != null) {
                return true;
            }
        }
        return false;
    }
}
