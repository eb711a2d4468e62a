package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;

/** PEP 573: methods use the class that defines them, not that of the instance. */
public final class DefiningClass extends WithSubclasses {
    /** Makes the rule. */
    public DefiningClass() {
        super("defining-class", 28, "Methods work on instances of subclasses: they use the class that defines them");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            run(bench, guest);
        }
    }
}
