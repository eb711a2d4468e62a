package dev.clutch.interp.compiler;

import dev.clutch.interp.symtable.Scope;

/** Decides whether a function keeps its locals where others can see them while it runs. */
final class LiveLocals {
    private static final String[] NAMES = {
        "locals", "vars", "dir", "eval", "exec", "breakpoint", "_getframe", "currentframe", "set_trace"
    };

    private LiveLocals() {}

    /** Whether code stops itself in a debugger, which then follows it, or sets what traces it: it can be traced from the start. */
    static boolean traced(Scope scope) {
        return scope.symbol("breakpoint") != null || scope.symbol("set_trace") != null;
    }

    /** {@link #traced} for compiled code that turns out to do so through an attribute. */
    static boolean traced(CodeInfo code) {
        return code.names.contains("set_trace") || code.names.contains("f_trace");
    }

    /** Whether compiled code turns out to ask for frames through an attribute. */
    static boolean neededBy(CodeInfo code) {
        return code.names.contains("_getframe")
                || code.names.contains("currentframe")
                || code.names.contains("set_trace");
    }

    /** Whether the variables of an inlined comprehension have to show in the locals of the code around it. */
    static boolean shown(Scope comprehension) {
        return comprehension.asksForFrames() || needed(comprehension);
    }

    static boolean needed(Scope scope) {
        for (String name : NAMES) {
            if (scope.symbol(name) != null) {
                return true;
            }
        }
        return false;
    }
}
