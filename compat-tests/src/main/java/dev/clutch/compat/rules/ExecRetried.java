package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;

/** Each module that the import brings with it is missing once; then the import is tried again. */
public final class ExecRetried extends Rule {
    private static final String SABOTAGE = """
            import builtins, sys
            for name in [n for n in sys.modules if n not in __keep__]:
                del sys.modules[name]
            sys.modules[__victim__] = None
            try:
                __import__(__name_of_subject__)
            except ImportError:
                __failed__ = True
            else:
                __failed__ = False
            __left__ = __name_of_subject__ in sys.modules
            del sys.modules[__victim__]
            """;

    /** Makes the rule. */
    public ExecRetried() {
        super(
                "exec-retried",
                Kind.REQUIRED,
                24,
                "An import that failed half-way leaves nothing behind and can be tried again");
    }

    @Override
    public void check(Bench bench) throws Exception {
        Object[] victims;
        try (Guest scout = bench.isolated()) {
            scout.run("import sys, traceback, importlib\n__keep__ = set(sys.modules)");
            bench.load(scout);
            Object brought = scout.eval("[n for n in sys.modules if n not in __keep__ and n != " + bench.quoted()
                    + " and not " + bench.quoted() + ".startswith(n + '.')]");
            victims = scout.in(ts -> ts.toArray(brought));
        }
        boolean failed = false;
        for (Object victim : victims) {
            try (Guest guest = bench.isolated()) {
                guest.run("import sys, traceback, importlib\n__keep__ = set(sys.modules)");
                guest.set("__victim__", victim);
                guest.set("__name_of_subject__", bench.module());
                bench.must(guest, SABOTAGE, "fails otherwise than with ImportError without " + victim);
                if (!Boolean.TRUE.equals(guest.eval("__failed__"))) {
                    continue;
                }
                failed = true;
                if (Boolean.TRUE.equals(guest.eval("__left__"))) {
                    throw new Violation(
                            bench.module() + " stays in sys.modules after its import failed for want of " + victim);
                }
                bench.use(guest);
            }
        }
        if (!failed) {
            throw new Untested("the execution steps import nothing that could be missing");
        }
    }
}
