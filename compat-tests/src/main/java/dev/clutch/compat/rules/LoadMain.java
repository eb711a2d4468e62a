package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;

/** Where nothing is refused. */
public final class LoadMain extends Rule {
    /** Makes the rule. */
    public LoadMain() {
        super("load-main", Kind.REQUIRED, 12, "The main interpreter imports the module and runs the sample");
    }

    @Override
    public String needs() {
        return "";
    }

    @Override
    public void check(Bench bench) throws Exception {
        Guest main = bench.main();
        bench.use(main);
        main.forget();
    }
}
