package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.compat.schedule.Schedule;
import dev.clutch.compat.schedule.WovenLoader;
import dev.clutch.runtime.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sample in three interpreters, which take turns as a seed says: at polls of Python code, and before what the extension's own code shares with others. */
public final class Schedules extends Rule {
    private static final int INTERPRETERS = 3;
    private static final int USES = 2;

    /** Makes the rule. */
    public Schedules() {
        super(
                "schedules",
                Kind.STOCHASTIC,
                47,
                "The sample passes whichever interpreter goes on at each step of the extension");
    }

    @Override
    public String needs() {
        return "load-parallel";
    }

    @Override
    public void check(Bench bench) throws Exception {
        if (bench.subject().provider() == null) {
            explore(bench);
            return;
        }
        WovenLoader loader = new WovenLoader(bench.subject().loader());
        try (Runtime runtime = bench.newRuntime(loader)) {
            explore(bench.with(runtime, loader));
        }
    }

    private static void explore(Bench bench) throws Exception {
        List<Guest> guests = new ArrayList<>();
        try {
            for (int i = 0; i < INTERPRETERS; i++) {
                Guest guest = bench.isolated();
                guests.add(guest);
                // what the sample imports besides is nothing to explore
                bench.use(guest);
            }
            long seed = bench.subject().seed();
            for (int i = 0; i < bench.schedules(); i++) {
                explore(bench, guests, seed + i, seed);
            }
        } finally {
            for (Guest guest : guests) {
                guest.close();
            }
        }
    }

    private static void explore(Bench bench, List<Guest> guests, long seed, long first) throws Exception {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Runnable[] bodies = new Runnable[guests.size()];
        for (int i = 0; i < bodies.length; i++) {
            Guest guest = guests.get(i);
            bodies[i] = () -> {
                try {
                    guest.run("import sys\nsys.modules.pop(" + bench.quoted() + ", None)");
                    for (int use = 0; use < USES; use++) {
                        bench.use(guest);
                    }
                } catch (Violation | Guest.Raised e) {
                    failures.add(e);
                }
            };
        }
        try (Schedule schedule = new Schedule(seed, bodies)) {
            for (int i = 0; i < bodies.length; i++) {
                int number = i;
                guests.get(i).interpreter().setPollListener(ts -> schedule.poll(number));
            }
            schedule.start(bench.subject().loader());
            boolean ended = schedule.join(bench.subject().patience().toMillis());
            String replay = "\nschedule " + (seed - first) + ", in turns: " + schedule.trace()
                    + "\nreplay with -Dclutch.compat.seed=" + first;
            if (!failures.isEmpty()) {
                throw new Violation(failures.peek().getMessage() + replay);
            }
            if (!ended) {
                throw new Violation(bench.module() + " hangs" + replay);
            }
        } finally {
            for (Guest guest : guests) {
                guest.interpreter().setPollListener(null);
            }
        }
    }
}
