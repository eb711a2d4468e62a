package dev.clutch.compat;

import java.util.Locale;

/** How much a rule binds. */
public enum Kind {
    /** An isolated extension keeps it. */
    REQUIRED,
    /** Users expect it; an extension may have a reason not to. */
    OPTIONAL,
    /** Required, and tried with chance: a seed replays a failure, and passing proves less. */
    STOCHASTIC,
    /** Required, and no program can test it. */
    UNTESTED;

    /** Returns the name as tests show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
