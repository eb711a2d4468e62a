package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** All at once, from the import on. */
public final class LoadParallel extends Rule {
    private static final int INTERPRETERS = 8;

    /** Makes the rule. */
    public LoadParallel() {
        super(
                "load-parallel",
                Kind.REQUIRED,
                45,
                "Eight interpreters import the module and run the sample at the same time");
    }

    @Override
    public void check(Bench bench) throws Exception {
        CyclicBarrier start = new CyclicBarrier(INTERPRETERS);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < INTERPRETERS; i++) {
            work.add(() -> {
                try (Guest guest = bench.isolated()) {
                    start.await();
                    bench.use(guest);
                    return true;
                }
            });
        }
        bench.together(work);
    }
}
