package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;

/** In a second interpreter, one at a time. */
public final class LoadLegacy extends Rule {
    /** Makes the rule. */
    public LoadLegacy() {
        super(
                "load-legacy",
                Kind.REQUIRED,
                13,
                "An interpreter with main's lock imports the module and runs the sample");
    }

    @Override
    public String needs() {
        return "load-main";
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest legacy = bench.legacy()) {
            bench.use(legacy);
        }
    }
}
