package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.compat.graph.Snapshot;
import java.util.List;

/** What one copy of the module does must not show in another, in the same interpreter or elsewhere. */
public final class StateDiffers extends Rule {
    /** Makes the rule. */
    public StateDiffers() {
        super("state-differs", Kind.REQUIRED, 41, "Using one module object changes no state of another");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest first = bench.isolated();
                Guest second = bench.isolated()) {
            bench.load(first);
            bench.load(second);
            Snapshot before = Snapshot.of(bench, first);
            bench.sample(second);
            compare(before, Snapshot.of(bench, first), "used in another interpreter");

            bench.must(second, "del sys.modules[" + bench.quoted() + "]", "does not let itself be forgotten");
            Guest copy = second;
            Snapshot old = Snapshot.of(bench, second);
            Object kept = second.eval("__subject__");
            bench.load(copy);
            bench.sample(copy);
            copy.set("__subject__", kept);
            compare(old, Snapshot.of(bench, copy), "used through a second copy in the same interpreter");
        }
    }

    private static void compare(Snapshot before, Snapshot after, String when) throws Violation {
        List<String> changes = before.changes(after);
        if (!changes.isEmpty()) {
            throw new Violation(changes.stream()
                    .map(c -> "when the module was " + when + ", " + c)
                    .toList());
        }
    }
}
