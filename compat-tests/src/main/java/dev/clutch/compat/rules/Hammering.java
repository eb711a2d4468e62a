package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** The sample runs in four interpreters, again and again, with loads, reloads and pauses between that a seed chooses. */
public final class Hammering extends Rule {
    private static final int INTERPRETERS = 4;
    private static final int ROUNDS = 6;

    /** Makes the rule. */
    public Hammering() {
        super(
                "hammering",
                Kind.STOCHASTIC,
                46,
                "The sample passes in several interpreters at once, however they fall together");
    }

    @Override
    public String needs() {
        return "load-parallel";
    }

    @Override
    public void check(Bench bench) throws Exception {
        long seed = bench.subject().seed();
        CyclicBarrier start = new CyclicBarrier(INTERPRETERS);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < INTERPRETERS; i++) {
            Random random = new Random(seed * 31 + i);
            work.add(() -> {
                try (Guest guest = bench.isolated()) {
                    start.await();
                    bench.load(guest);
                    for (int round = 0; round < ROUNDS; round++) {
                        step(bench, guest, random);
                    }
                    return true;
                }
            });
        }
        try {
            bench.together(work);
        } catch (Violation e) {
            throw new Violation(e.getMessage() + "\nreplay with -Dclutch.compat.seed=" + seed);
        }
    }

    private static void step(Bench bench, Guest guest, Random random) throws Exception {
        switch (random.nextInt(6)) {
            case 0 -> guest.run("sys.modules.pop(" + bench.quoted() + ", None)");
            case 1 -> Thread.sleep(random.nextInt(3));
            case 2 -> bench.must(guest, "__import__('gc').collect()", "does not survive a collection");
            default -> {}
        }
        bench.use(guest);
    }
}
