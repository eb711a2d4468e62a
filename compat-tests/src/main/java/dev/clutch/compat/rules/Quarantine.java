package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sample leaves in its variables is the same where the interpreter has classes of its own. */
public final class Quarantine extends Rule {
    private static final String RESULTS = """
            def __results__(g):
                plain = (type(None), bool, int, float, complex, str, bytes)
                def show(v, deep=0):
                    t = type(v)
                    if t in plain:
                        return repr(v)
                    if t in (tuple, list, set, frozenset) and deep < 9:
                        parts = [show(x, deep + 1) for x in v]
                        return t.__name__ + str(sorted(parts) if t in (set, frozenset) else parts)
                    if t is dict and deep < 9:
                        return str([(show(k, deep + 1), show(x, deep + 1)) for k, x in v.items()])
                    return 'an object of ' + t.__module__ + '.' + t.__qualname__
                return [x for n, v in list(g.items()) if not n.startswith('__') for x in (n, show(v))]
            """;

    /** Makes the rule. */
    public Quarantine() {
        super(
                "quarantine",
                Kind.OPTIONAL,
                34,
                "The sample gives the same results where an interpreter has the classes of the module for itself");
    }

    @Override
    public void check(Bench bench) throws Exception {
        if (bench.subject().provider() == null) {
            throw new Untested("a module that came with Clutch is never put into quarantine");
        }
        Map<String, String> apart;
        try (Guest quarantined = bench.quarantined()) {
            try {
                quarantined.run("import " + bench.module());
            } catch (Guest.Raised e) {
                if (String.valueOf(e.getMessage()).contains("CLUTCH-007")) {
                    throw new Untested(String.valueOf(e.getMessage()));
                }
                throw new Violation(bench.module() + " is not imported in quarantine:\n" + e.getMessage());
            }
            bench.use(quarantined);
            apart = results(quarantined);
        }
        Map<String, String> usual = usual(bench);
        if (apart.equals(usual)) {
            return;
        }
        Map<String, String> again = usual(bench);
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, String> entry : usual.entrySet()) {
            String value = entry.getValue();
            // what differs from run to run says nothing
            if (value.equals(again.get(entry.getKey())) && !value.equals(apart.get(entry.getKey()))) {
                findings.add("after the sample " + entry.getKey() + " is " + value + ", and in quarantine "
                        + apart.get(entry.getKey()));
            }
        }
        if (!findings.isEmpty()) {
            throw new Violation(findings);
        }
    }

    private static Map<String, String> usual(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.use(guest);
            return results(guest);
        }
    }

    private static Map<String, String> results(Guest guest) throws Guest.Raised {
        guest.run(RESULTS);
        Object pairs = guest.eval("__results__(globals())");
        return guest.in(ts -> {
            Map<String, String> results = new TreeMap<>();
            Object[] items = ts.toArray(pairs);
            for (int i = 0; i < items.length; i += 2) {
                results.put(items[i].toString(), items[i + 1].toString());
            }
            return results;
        });
    }
}
