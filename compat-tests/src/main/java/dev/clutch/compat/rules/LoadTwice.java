package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.extension.spi.PyObject;
import org.jspecify.annotations.Nullable;

/** Two module objects in one interpreter, as the howto on isolating extension modules asks for. */
public final class LoadTwice extends Rule {
    /** Makes the rule. */
    public LoadTwice() {
        super(
                "load-twice",
                Kind.REQUIRED,
                40,
                "The module can be loaded twice in one interpreter, and the copies are independent");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.load(guest);
            guest.run("first = __subject__\nbefore = set(vars(first))");
            Object first = guest.eval("first");
            Object state = state(guest, first);
            bench.must(guest, "del sys.modules[" + bench.quoted() + "]", "does not let itself be forgotten");
            bench.load(guest);
            Object second = guest.eval("__subject__");
            if (first == second) {
                throw new Violation("the second import of " + bench.module() + " gives the module object of the first");
            }
            if (state != null && state == state(guest, second)) {
                throw new Violation("two module objects have one state, a "
                        + state.getClass().getName());
            }
            Object same = guest.eval(
                    "[n for n in vars(first) if isinstance(vars(first)[n], type)"
                            + " and vars(first)[n].__module__ == first.__name__ and vars(__subject__).get(n) is vars(first)[n]]");
            if (!guest.in(ts -> ts.size(same) == 0)) {
                throw new Violation("two module objects have the same types: " + guest.in(ts -> ts.reprText(same)));
            }
            bench.sample(guest);
        }
    }

    private static @Nullable Object state(Guest guest, Object module) throws Guest.Raised {
        @Nullable Object[] found = new @Nullable Object[1];
        guest.in(ts -> {
            found[0] = module instanceof PyObject ? ts.moduleState(module, Object.class) : null;
            return true;
        });
        return found[0];
    }
}
