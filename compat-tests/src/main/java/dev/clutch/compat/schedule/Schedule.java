package dev.clutch.compat.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One schedule: decides which of several actors, an interpreter each, has the turn. An actor that waits for something else than its turn, such as a lock which another one holds, loses it; that is found out by
 * looking at it now and then.
 */
public final class Schedule implements AutoCloseable {
    private static final int NOBODY = -1;
    private static final int LOOK_MICROS = 500;
    /** How many looks without a step end a turn: where another actor has what this one waits for, where it waits for something outside, and where it seems to run. */
    private static final int LOOKS_LOCKED = 1;

    private static final int LOOKS_WAITING = 100;
    private static final int LOOKS_RUNNING = 800;
    private static final int SHOWN = 120;

    /** A thread that takes turns. */
    public final class Actor extends Thread {
        private final int number;

        Actor(int number, Runnable work) {
            super(null, work, "compat-actor-" + number, 16 << 20, false);
            this.number = number;
            setDaemon(true);
        }

        /** Where code of the extension reaches what others may see. */
        void point() {
            step(number, fineRarity);
        }

        @Override
        public void run() {
            try {
                step(number, 1);
                super.run();
            } finally {
                leave(number);
            }
        }
    }

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition turned = mutex.newCondition();
    private final Random random;
    private final int fineRarity;
    private final int coarseRarity;
    private final Actor[] actors;
    private final int[] waiting;
    private final boolean[] gone;
    private final StringBuilder trace = new StringBuilder();
    private final Thread watch = new Thread(this::watch, "compat-schedule");
    private int current = NOBODY;
    private long steps;
    private boolean over;

    /** Makes a schedule for as many actors as there are bodies; nothing runs yet. */
    public Schedule(long seed, Runnable... bodies) {
        random = new Random(seed);
        fineRarity = 2 << random.nextInt(3);
        coarseRarity = 16 << random.nextInt(5);
        waiting = new int[bodies.length];
        gone = new boolean[bodies.length];
        actors = new Actor[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            actors[i] = new Actor(i, bodies[i]);
        }
        watch.setDaemon(true);
    }

    /** Starts the actors: all of them wait before the first gets the turn. */
    public void start(ClassLoader loader) throws InterruptedException {
        for (Actor actor : actors) {
            actor.setContextClassLoader(loader);
            actor.start();
        }
        mutex.lock();
        try {
            for (int i = 0; i < actors.length; i++) {
                while (waiting[i] == 0 && !gone[i]) {
                    turned.await();
                }
            }
            choose();
        } finally {
            mutex.unlock();
        }
        watch.start();
    }

    /** Waits until all have ended; false when they have not in time. */
    public boolean join(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Actor actor : actors) {
            actor.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            if (actor.isAlive()) {
                return false;
            }
        }
        return true;
    }

    /** A poll of Python code in the interpreter of an actor. */
    public void poll(int number) {
        step(number, coarseRarity);
    }

    /** Returns who had the turn, a letter each, the last ones; a mark where a turn ended because its owner waited for something else. */
    public String trace() {
        mutex.lock();
        try {
            return trace.length() <= SHOWN ? trace.toString() : "..." + trace.substring(trace.length() - SHOWN);
        } finally {
            mutex.unlock();
        }
    }

    /** Ends the schedule: whoever still runs does so freely. */
    @Override
    public void close() {
        mutex.lock();
        try {
            over = true;
            turned.signalAll();
        } finally {
            mutex.unlock();
        }
        watch.interrupt();
    }

    /** Goes on when it is this one's turn, perhaps after others. */
    private void step(int number, int rarity) {
        mutex.lock();
        try {
            steps++;
            if (over) {
                return;
            }
            waiting[number]++;
            if (current == number && random.nextInt(rarity) == 0) {
                choose();
            }
            if (trace.isEmpty()) {
                // the first turn is given when all are here
                turned.signalAll();
            } else if (current == NOBODY) {
                give(number);
            }
            while (current != number && !over) {
                turned.awaitUninterruptibly();
            }
            waiting[number]--;
        } finally {
            mutex.unlock();
        }
    }

    private void leave(int number) {
        mutex.lock();
        try {
            gone[number] = true;
            if (current == number) {
                choose();
            }
            turned.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Gives the turn to one of those that wait for it. */
    private void choose() {
        int ready = 0;
        for (int count : waiting) {
            ready += count > 0 ? 1 : 0;
        }
        int left = ready == 0 ? 0 : random.nextInt(ready);
        int chosen = NOBODY;
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] > 0 && left-- == 0) {
                chosen = i;
            }
        }
        give(chosen);
    }

    private void give(int number) {
        if (number != current) {
            current = number;
            trace.append(number == NOBODY ? '.' : (char) ('A' + number));
            turned.signalAll();
        }
    }

    private void watch() {
        long seen = -1;
        int looks = 0;
        try {
            while (true) {
                TimeUnit.MICROSECONDS.sleep(LOOK_MICROS);
                mutex.lock();
                try {
                    if (over) {
                        return;
                    }
                    looks = steps == seen ? looks + 1 : 0;
                    seen = steps;
                    int holder = current;
                    if (holder != NOBODY && waiting[holder] == 0 && looks > 0 && looks >= patience(actors[holder])) {
                        trace.append('!');
                        choose();
                        looks = 0;
                    }
                } finally {
                    mutex.unlock();
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private int patience(Thread holder) {
        if (holder.getState() == Thread.State.RUNNABLE) {
            return LOOKS_RUNNING;
        }
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(holder.threadId());
        for (Actor actor : actors) {
            if (info != null && info.getLockOwnerId() == actor.threadId()) {
                return LOOKS_LOCKED;
            }
        }
        return LOOKS_WAITING;
    }
}
