package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import dev.clutch.compat.graph.ModuleGraph;
import dev.clutch.compat.graph.ObjectGraph;
import dev.clutch.compat.graph.Shareable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks the objects of two interpreters and looks at what both reach. */
public final class NothingShared extends Rule {
    private static final int SHOWN = 10;

    /** Makes the rule. */
    public NothingShared() {
        super("nothing-shared", Kind.REQUIRED, 31, "Nothing that two interpreters reach from the module can change");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest first = bench.isolated();
                Guest second = bench.isolated()) {
            bench.use(first);
            bench.use(second);
            Set<String> excused = ModuleGraph.excused(DeclarationTrue.report(bench));
            ObjectGraph one = ModuleGraph.of(bench, first, excused);
            ObjectGraph other = ModuleGraph.of(bench, second, excused);
            if (!one.closedPackages().isEmpty()) {
                throw new Untested("fields cannot be read in the packages " + one.closedPackages()
                        + ": run the test on the class path (Surefire: useModulePath false)");
            }
            List<String> findings = shared(one, other, excused);
            if (!findings.isEmpty()) {
                throw new Violation(findings);
            }
        }
    }

    /** Returns what both graphs have and must not. What was reached through such a thing is not told again. */
    public static List<String> shared(ObjectGraph one, ObjectGraph other, Set<String> excused) {
        List<String> findings = new ArrayList<>();
        int more = 0;
        for (Object object : one.objects()) {
            if (!other.contains(object)) {
                continue;
            }
            Object from = one.parent(object);
            String fault = Shareable.fault(object, from, excused);
            if (fault == null || isFollowing(one, other, object, excused)) {
                continue;
            }
            if (findings.size() == SHOWN) {
                more++;
                continue;
            }
            findings.add("shared by two interpreters: an object that " + fault + "\n  first:  " + one.path(object)
                    + "\n  second: " + other.path(object));
        }
        if (more > 0) {
            findings.add("and " + more + " more");
        }
        return findings;
    }

    private static boolean isFollowing(ObjectGraph one, ObjectGraph other, Object object, Set<String> excused) {
        Object from = one.parent(object);
        return from != null
                && other.contains(from)
                && Shareable.fault(from, one.parent(from), excused) != null
                && !(from instanceof Class<?>);
    }
}
