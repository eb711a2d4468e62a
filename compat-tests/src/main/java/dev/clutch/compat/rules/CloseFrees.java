package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.runtime.CloseReport;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an interpreter had of the module is collected after it was closed, and the close meets no resistance. */
public final class CloseFrees extends Rule {
    private static final int COLLECTIONS = 160;

    /** Makes the rule. */
    public CloseFrees() {
        super(
                "close-frees",
                Kind.REQUIRED,
                32,
                "Closing an interpreter ends and frees everything the module had there");
    }

    @Override
    public void check(Bench bench) throws Exception {
        Map<String, WeakReference<Object>> watched = used(bench);
        for (int i = 0; i < COLLECTIONS && !freed(watched); i++) {
            System.gc();
            Thread.sleep(i < 5 ? 2 : 25);
        }
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, WeakReference<Object>> entry : watched.entrySet()) {
            Object left = entry.getValue().get();
            if (left != null) {
                findings.add(entry.getKey() + " lives on after its interpreter was closed, a "
                        + left.getClass().getName() + " of " + bench.module()
                        + (bench.subject().provider() == null
                                ? ""
                                : ", provider " + bench.subject().provider()));
            }
        }
        if (!findings.isEmpty()) {
            throw new Violation(findings);
        }
    }

    /** A method of its own, so that no variable keeps what is to be collected. */
    private static Map<String, WeakReference<Object>> used(Bench bench) throws Exception {
        Map<String, WeakReference<Object>> watched = new LinkedHashMap<>();
        Guest guest = bench.isolated();
        CloseReport report;
        try {
            bench.use(guest);
            Object module = guest.eval("__subject__");
            guest.in(ts -> {
                Object state = ts.moduleState(module, Object.class);
                if (state != null) {
                    watched.put("the state of the module", new WeakReference<>(state));
                }
                watched.put("the module object", new WeakReference<>(module));
                return true;
            });
            watched.put("the interpreter", new WeakReference<>(guest.interpreter()));
        } finally {
            report = guest.close(bench.soon());
        }
        if (!report.isClean()) {
            throw new Violation("the close met resistance: " + report);
        }
        return watched;
    }

    private static boolean freed(Map<String, WeakReference<Object>> watched) {
        for (WeakReference<Object> each : watched.values()) {
            if (each.get() != null) {
                return false;
            }
        }
        return true;
    }
}
