package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.compat.graph.Owners;
import java.util.ArrayList;
import java.util.List;

/** Types and exceptions of the module belong to the interpreter that has them. */
public final class TypesDiffer extends Rule {
    /** Makes the rule. */
    public TypesDiffer() {
        super("types-differ", Kind.REQUIRED, 30, "Each interpreter has types and exceptions of its own");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest first = bench.isolated();
                Guest second = bench.isolated()) {
            List<String> findings = new ArrayList<>();
            for (Guest guest : List.of(first, second)) {
                bench.use(guest);
                Object names = guest.eval("[n for n, v in vars(__subject__).items() if isinstance(v, type)]");
                for (Object name : guest.in(ts -> ts.toArray(names))) {
                    Object type = guest.eval("vars(__subject__)['" + name + "']");
                    Object owner = Owners.of(type);
                    if (owner != null && owner != guest.interpreter()) {
                        findings.add(bench.module() + "." + name + " in " + guest.interpreter() + " is the type of "
                                + owner);
                    }
                }
            }
            if (!findings.isEmpty()) {
                throw new Violation(findings);
            }
        }
    }
}
