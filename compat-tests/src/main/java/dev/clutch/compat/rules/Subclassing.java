package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Violation;
import java.util.ArrayList;
import java.util.List;

/** A constructor makes an instance of the class it is called with. */
public final class Subclassing extends WithSubclasses {
    /** Makes the rule. */
    public Subclassing() {
        super("subclassing", 29, "The constructor of a subclass makes an instance of that subclass");
    }

    @Override
    public String needs() {
        return "defining-class";
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            run(bench, guest);
            Object wrong = guest.eval("sorted(set(__wrong__))");
            List<String> findings = new ArrayList<>();
            for (Object each : guest.in(ts -> ts.toArray(wrong))) {
                findings.add(bench.module() + "." + each);
            }
            if (!findings.isEmpty()) {
                throw new Violation(findings);
            }
        }
    }
}
