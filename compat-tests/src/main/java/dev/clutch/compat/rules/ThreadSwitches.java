package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import dev.clutch.runtime.Breaker;
import dev.clutch.runtime.InterpreterLock;
import dev.clutch.runtime.PollListener;
import dev.clutch.runtime.RuntimeThreadState;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the sample starts hand the interpreter's lock over as a seed says: at polls, which are the only places where one can come between two steps of another. Time takes no lock away meanwhile.
 */
public final class ThreadSwitches extends Rule {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int RARITIES = 5;
    private static final int LOOKS = 20;
    private static final int LOOK_NANOS = 50_000;
    /** So often in a row nobody came: the others wait for something else. */
    private static final int MOST_VAIN = 10;

    /** Makes the rule. */
    public ThreadSwitches() {
        super(
                "thread-switches",
                Kind.STOCHASTIC,
                43,
                "The sample passes wherever its threads give the lock to each other");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            // what the sample imports besides is nothing to explore
            bench.use(guest);
            long seed = bench.subject().seed();
            InterpreterLock lock = guest.interpreter().lock();
            long interval = lock.intervalNanos();
            lock.setIntervalNanos(NEVER.toNanos());
            try {
                for (int i = 0; i < bench.schedules(); i++) {
                    explore(bench, guest, seed + i, seed);
                }
            } finally {
                guest.interpreter().setPollListener(null);
                lock.setIntervalNanos(interval);
            }
        }
    }

    private static void explore(Bench bench, Guest guest, long seed, long first) throws Untested, Violation {
        Switches switches = new Switches(guest.interpreter().lock(), seed);
        guest.interpreter().setPollListener(switches);
        try {
            bench.sample(guest);
        } catch (Violation e) {
            throw new Violation(e.getMessage() + "\nschedule " + (seed - first) + ", " + switches.given
                    + " hand-overs\nreplay with -Dclutch.compat.seed=" + first);
        }
        if (!switches.several) {
            throw new Untested("the sample starts no thread that runs Python code");
        }
    }

    /** Asks the polling thread to hand over. Its fields are guarded by the interpreter's lock, which a poll holds. */
    private static final class Switches implements PollListener {
        private final InterpreterLock lock;
        private final Random random;
        private final int rarity;
        private @Nullable RuntimeThreadState one;
        private boolean several;
        private int vain;
        private int given;

        Switches(InterpreterLock lock, long seed) {
            this.lock = lock;
            random = new Random(seed);
            rarity = 1 << random.nextInt(RARITIES);
        }

        @Override
        public void polled(RuntimeThreadState ts) {
            several |= one != null && one != ts;
            one = ts;
            if (several && random.nextInt(rarity) == 0 && isAwaited()) {
                given++;
                ts.request(Breaker.SWITCH);
            }
        }

        /** Whether a thread waits for the lock, or comes soon: one that was just started, or woken, is given the time to arrive. */
        private boolean isAwaited() {
            if (vain < MOST_VAIN) {
                for (int i = 0; lock.queueLength() == 0 && i < LOOKS; i++) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
            }
            boolean awaited = lock.queueLength() > 0;
            vain = awaited ? 0 : vain + 1;
            return awaited;
        }
    }
}
