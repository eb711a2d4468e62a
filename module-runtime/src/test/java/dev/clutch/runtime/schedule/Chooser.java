package dev.clutch.runtime.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Decides who runs. Two families, alternating by seed: they find different faults. */
abstract sealed class Chooser {
    final Random random;

    Chooser(long seed) {
        this.random = new Random(seed);
    }

    static Chooser of(long seed) {
        return (seed & 1) == 0 ? new Walk(seed) : new Priorities(seed);
    }

    /** Returns which of the threads that can run does, as an index. */
    abstract int choose(int[] actors);

    /** Returns whether the running thread is stopped where it is. */
    abstract boolean preempts(int actor);

    /** Returns whether nothing runs until the next timer ends: a machine may be that slow. */
    boolean pauses() {
        return random.nextInt(64) == 0;
    }

    /** A random walk, with few or many switches. */
    private static final class Walk extends Chooser {
        private final int rarity;

        Walk(long seed) {
            super(seed);
            this.rarity = 1 << 1 + random.nextInt(5);
        }

        @Override
        int choose(int[] actors) {
            return random.nextInt(actors.length);
        }

        @Override
        boolean preempts(int actor) {
            return random.nextInt(rarity) == 0;
        }
    }

    /**
     * Strict priorities that change at a few random points, which finds a fault of depth d with a known probability (Burckhardt and others, "A randomized scheduler with probabilistic guarantees
     * of finding bugs", 2010). A thread that runs for long is put last, since code that polls would never end.
     */
    private static final class Priorities extends Chooser {
        private static final int CHANGES = 3;
        private static final int LENGTH = 600;
        private static final int PATIENCE = 400;

        private final Map<Integer, Integer> priorities = new HashMap<>();
        private final int[] changes = new int[CHANGES];
        private int points;
        private int last = -1;
        private int alone;
        private int lowest;

        Priorities(long seed) {
            super(seed);
            for (int i = 0; i < CHANGES; i++) {
                changes[i] = random.nextInt(LENGTH);
            }
        }

        private int priority(int actor) {
            return priorities.computeIfAbsent(actor, _ -> random.nextInt(1_000_000));
        }

        @Override
        int choose(int[] actors) {
            int best = 0;
            for (int i = 1; i < actors.length; i++) {
                if (priority(actors[i]) > priority(actors[best])) {
                    best = i;
                }
            }
            return best;
        }

        @Override
        boolean preempts(int actor) {
            points++;
            alone = actor == last ? alone + 1 : 0;
            last = actor;
            boolean change = alone > PATIENCE;
            for (int at : changes) {
                change |= at == points;
            }
            if (change) {
                alone = 0;
                priorities.put(actor, --lowest);
            }
            // The chooser decides whether somebody better waits.
            return change || random.nextInt(8) == 0;
        }
    }
}
