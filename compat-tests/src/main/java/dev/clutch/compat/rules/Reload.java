package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;

/** {@code importlib.reload} of an extension module gives the same module object, with what it has. */
public final class Reload extends Rule {
    /** Makes the rule. */
    public Reload() {
        super("reload", Kind.REQUIRED, 25, "importlib.reload gives the same module, and it still works");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.use(guest);
            guest.run("import importlib\n__names__ = set(vars(__subject__))");
            bench.must(guest, "__again__ = importlib.reload(__subject__)", "cannot be reloaded");
            if (!Boolean.TRUE.equals(guest.eval("__again__ is __subject__"))) {
                throw new Violation("importlib.reload(" + bench.module() + ") gives another module object");
            }
            if (!Boolean.TRUE.equals(guest.eval("__names__ <= set(vars(__subject__))"))) {
                throw new Violation("reloading " + bench.module() + " loses "
                        + guest.text("sorted(__names__ - set(vars(__subject__)))"));
            }
            bench.sample(guest);
        }
    }
}
