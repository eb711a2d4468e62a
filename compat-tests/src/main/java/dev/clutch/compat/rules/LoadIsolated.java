package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;

/** In an interpreter that may run at any time. */
public final class LoadIsolated extends Rule {
    /** Makes the rule. */
    public LoadIsolated() {
        super(
                "load-isolated",
                Kind.REQUIRED,
                14,
                "An interpreter with a lock of its own imports the module and runs the sample");
    }

    @Override
    public String needs() {
        return "load-legacy";
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest isolated = bench.isolated()) {
            bench.use(isolated);
        }
    }
}
