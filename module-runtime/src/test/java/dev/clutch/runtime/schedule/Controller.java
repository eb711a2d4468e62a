package dev.clutch.runtime.schedule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One schedule. Everything here is done by one platform thread: either by {@link #play} itself, or by a virtual thread of the scenario while {@link #play} runs its continuation. Nothing
 * needs a lock.
 */
final class Controller implements Executor, Play {
    /** How far virtual time goes with each point. */
    private static final long POINT_NANOS = 1_000;

    /** How long a slow machine may keep all threads waiting at a time; close deadlines are longer. */
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private static final int MOST_POINTS = 500_000;
    private static final Method NEW_VIRTUAL_THREAD;
    private static final ThreadLocal<Controller> CURRENT = new ThreadLocal<>();

    static {
        try {
            // The JDK's own tests give virtual threads a scheduler this way; there is no public one in JDK 25.
            NEW_VIRTUAL_THREAD = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            NEW_VIRTUAL_THREAD.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A thread of the schedule. */
    private static final class Actor {
        final String name;
        final int number;
        final Thread runner;
        /** The thread that the code under test made, when the actor is one of those. */
        final @Nullable Thread made;

        boolean timedOut;

        Actor(String name, int number, Thread runner, @Nullable Thread made) {
            this.name = name;
            this.number = number;
            this.runner = runner;
            this.made = made;
        }
    }

    /** Wakes an actor at a time. */
    private record Timer(long due, int order, Actor actor, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return due != other.due ? Long.compare(due, other.due) : Integer.compare(order, other.order);
        }
    }

    /** A continuation that can go on, and the actor that it belongs to. */
    private record Ready(Runnable continuation, Actor actor) {}

    private final Chooser chooser;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final IdentityHashMap<Runnable, Actor> byContinuation = new IdentityHashMap<>();
    private final StringBuilder trace = new StringBuilder();
    private @Nullable Actor running;
    /** The actor whose first continuation is about to come to {@link #execute}. */
    private @Nullable Actor starting;

    private @Nullable Throwable failure;
    private long now;
    private int points;
    private int timerOrder;

    Controller(long seed) {
        this.chooser = Chooser.of(seed);
    }

    /** Returns the controller of the calling thread, null when it is none of a schedule. */
    static @Nullable Controller current() {
        return CURRENT.get();
    }

    /** Runs the scenario to its end. */
    void play(Scenario scenario) throws Throwable {
        begin("main", () -> scenario.run(this), null);
        while (failure == null && hasLive()) {
            now += POINT_NANOS;
            if (ready.isEmpty() && timers.isEmpty()) {
                throw new AssertionError("deadlock" + describe());
            }
            Timer next = timers.peek();
            if (next != null && (ready.isEmpty() || next.due() <= now || isNear(next) && chooser.pauses())) {
                fire(timers.remove());
            } else {
                resume(ready.remove(chooser.choose(numbers())));
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private boolean isNear(Timer timer) {
        return timer.due() - now <= LONGEST_PAUSE_NANOS;
    }

    private boolean hasLive() {
        for (Actor actor : actors) {
            if (actor.runner.isAlive() && !isDaemon(actor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDaemon(Actor actor) {
        return actor.made != null && actor.made.isDaemon();
    }

    private int[] numbers() {
        int[] numbers = new int[ready.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ready.get(i).actor().number;
        }
        return numbers;
    }

    private void resume(Ready next) {
        running = next.actor();
        trace.append((char) ('A' + next.actor().number % 26));
        next.continuation().run();
        running = null;
    }

    private void fire(Timer timer) {
        now = Math.max(now, timer.due());
        timer.action().run();
    }

    /** Takes the continuation of a virtual thread that can run: the JDK calls this when one starts, yields or is unparked. */
    @Override
    public void execute(Runnable continuation) {
        if (starting != null) {
            byContinuation.put(continuation, starting);
            starting = null;
        }
        Actor actor = byContinuation.get(continuation);
        if (actor == null) {
            throw new IllegalStateException("a thread that is not of this schedule");
        }
        ready.add(new Ready(continuation, actor));
    }

    // What the scenario asks.

    @Override
    public void start(String name, Body body) {
        begin(name, body, null);
    }

    @Override
    public void join() {
        Actor self = self();
        for (Actor actor : List.copyOf(actors)) {
            if (actor != self && !isDaemon(actor)) {
                try {
                    actor.runner.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    // What woven code asks.

    /** Lets another thread run, if the schedule says so. */
    @SuppressWarnings("ThreadPriorityCheck") // the scheduler is ours
    void point() {
        now += POINT_NANOS;
        if (++points > MOST_POINTS) {
            failure = new AssertionError("no end after " + MOST_POINTS + " points" + describe());
            Thread.yield();
        }
        Timer next = timers.peek();
        boolean due = next != null && next.due() <= now;
        if (due || (next != null || !ready.isEmpty()) && chooser.preempts(self().number)) {
            Thread.yield();
        }
    }

    long now() {
        return now;
    }

    Thread currentThread() {
        Actor self = self();
        return self.made != null ? self.made : self.runner;
    }

    Thread runner(Thread thread) {
        for (Actor actor : actors) {
            if (actor.made == thread) {
                return actor.runner;
            }
        }
        return thread;
    }

    void adopt(Thread made) {
        Runnable body = made;
        begin(made.getName(), body::run, made);
    }

    /** An interrupt is what ends a wait without its lock's owner; it is ours, and is not seen by the waiter. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        if (nanos <= 0) {
            return nanos;
        }
        Actor self = self();
        long due = nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
        Timer timer = null;
        if (due != Long.MAX_VALUE) {
            timer = timer(due, self, () -> {
                self.timedOut = true;
                self.runner.interrupt();
            });
        }
        try {
            condition.await();
        } catch (InterruptedException e) {
            if (!self.timedOut) {
                throw e;
            }
        } finally {
            if (timer != null) {
                timers.remove(timer);
            }
            if (self.timedOut) {
                self.timedOut = false;
                boolean ignored = Thread.interrupted();
            }
        }
        return due - now;
    }

    void parkNanos(Object blocker, long nanos) {
        if (nanos <= 0) {
            return;
        }
        Actor self = self();
        Timer timer = timer(now + nanos, self, () -> LockSupport.unpark(self.runner));
        LockSupport.park(blocker);
        timers.remove(timer);
    }

    void sleep(long nanos) {
        Actor self = self();
        long due = now + nanos;
        timer(due, self, () -> LockSupport.unpark(self.runner));
        while (now < due) {
            LockSupport.park(this);
        }
    }

    private Timer timer(long due, Actor actor, Runnable action) {
        Timer timer = new Timer(due, timerOrder++, actor, action);
        timers.add(timer);
        return timer;
    }

    private void begin(String name, Body body, @Nullable Thread made) {
        Thread runner;
        try {
            runner = (Thread) NEW_VIRTUAL_THREAD.invoke(null, this, name, 0, (Runnable) () -> perform(body));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no virtual thread with a scheduler", e);
        }
        Actor actor = new Actor(name, actors.size(), runner, made);
        actors.add(actor);
        starting = actor;
        runner.start();
    }

    private void perform(Body body) {
        CURRENT.set(this);
        try {
            body.run();
        } catch (Throwable t) {
            if (failure == null) {
                failure = t;
            }
        } finally {
            CURRENT.remove();
        }
    }

    private Actor self() {
        Actor self = running;
        if (self == null) {
            throw new IllegalStateException("no thread of the schedule runs");
        }
        return self;
    }

    private String describe() {
        StringBuilder out = new StringBuilder();
        for (Actor actor : actors) {
            if (actor.runner.isAlive()) {
                out.append("\n  ").append(actor.name);
                for (StackTraceElement element : actor.runner.getStackTrace()) {
                    if (element.getClassName().startsWith("dev.clutch.")) {
                        out.append("\n    at ").append(element);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Returns the actors, a letter each, in the order in which they ran. */
    String trace() {
        return trace.toString();
    }
}
