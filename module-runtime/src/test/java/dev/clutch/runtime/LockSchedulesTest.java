package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import dev.clutch.runtime.schedule.Schedules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link InterpreterLock} and {@link WaitPoint} under explored schedules. */
class LockSchedulesTest {
    /** What the lock protects: a read and a write apart. */
    private static final class Guarded {
        private int inside;
        private int count;

        void step() {
            inside++;
            assertThat(inside).as("threads inside").isEqualTo(1);
            count++;
            inside--;
        }
    }

    static final class OneAtATime implements Scenario {
        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                Guarded guarded = new Guarded();
                for (int i = 0; i < 3; i++) {
                    play.start("worker " + i, () -> {
                        try (Attachment a = small.main().attach()) {
                            for (int n = 0; n < 3; n++) {
                                guarded.step();
                                a.threadState().detach();
                                a.threadState().reattach();
                            }
                        }
                    });
                }
                play.join();
                assertThat(guarded.count).isEqualTo(9);
                assertThat(small.main().lock().holder()).isNull();
                assertThat(small.main().lock().queueLength()).isZero();
            }
        }
    }

    /** The holder leaves only when it is asked to, the others want in: each forced hand-over must reach somebody else. */
    static final class ForcedHandOver implements Scenario {
        private volatile int arrived;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                play.start("busy", () -> {
                    try (Attachment a = small.main().attach()) {
                        while (arrived < 2) {
                            a.threadState().checkBreaker();
                        }
                    }
                });
                for (int i = 0; i < 2; i++) {
                    play.start("other " + i, () -> {
                        try (Attachment _ = small.main().attach()) {
                            arrived++;
                        }
                    });
                }
                play.join();
            }
        }
    }

    /**
     * A waiter whose time is over may have been given the signal of a drop, and may be what a forced drop waits for: it must pass on the one and end the other. The interval of the
     * lock is an hour for those who can only be woken, so that a lost signal shows in virtual time.
     */
    static final class TimedWaitersLoseNothing implements Scenario {
        private static final long HOUR = 3_600_000_000_000L;

        @Override
        public void run(Play play) {
            long start = System.nanoTime();
            try (SmallRuntime small = new SmallRuntime()) {
                InterpreterLock lock = small.main().lock();
                lock.setIntervalNanos(HOUR);
                for (int i = 0; i < 2; i++) {
                    play.start("impatient " + i, () -> {
                        try (Attachment a = small.main().attach()) {
                            for (int n = 0; n < 3; n++) {
                                a.threadState().detach();
                                if (!a.threadState().tryReattach(5_000)) {
                                    a.threadState().reattach();
                                }
                                a.threadState().checkBreaker();
                            }
                        }
                    });
                }
                play.start("patient", () -> {
                    try (Attachment a = small.main().attach()) {
                        a.threadState().checkBreaker();
                    }
                });
                play.join();
            }
            assertThat(System.nanoTime() - start).isLessThan(HOUR);
        }
    }

    /** The same with an interval that is over before the time is: the holder is asked to drop and then nobody comes. */
    static final class WhoAskedMayHaveLeft implements Scenario {
        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                small.main().lock().setIntervalNanos(3_000);
                for (int i = 0; i < 2; i++) {
                    play.start("impatient " + i, () -> {
                        try (Attachment a = small.main().attach()) {
                            for (int n = 0; n < 4; n++) {
                                a.threadState().detach();
                                while (!a.threadState().tryReattach(10_000)) {
                                    small.main().lock().statistics();
                                }
                                for (int polls = 0; polls < 20; polls++) {
                                    a.threadState().checkBreaker();
                                }
                            }
                        }
                    });
                }
                play.join();
            }
        }
    }

    /** A waiter asks for the lock after the interval of that lock and not before; the statistics tell how long it waited, and how long the holder kept the lock after it was asked. */
    static final class AsksAfterTheInterval implements Scenario {
        private static final Duration KEPT = Duration.ofMillis(2);
        private static final Duration LONGER = Duration.ofMillis(70);

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                other.lock().setIntervalNanos(LONGER.toNanos());
                hold(play, small.main());
                hold(play, other);
                play.join();
                check(small.main().lock().statistics(), 5_000);
                check(other.lock().statistics(), LONGER.toNanos() / 1_000);
            }
        }

        private static void hold(Play play, RuntimeInterpreter interpreter) {
            play.start("holder of " + interpreter.id(), () -> {
                try (Attachment a = interpreter.attach()) {
                    play.start("waiter of " + interpreter.id(), () -> {
                        try (Attachment inner = interpreter.attach()) {
                            inner.threadState().checkBreaker();
                        }
                    });
                    while (!a.threadState().isRequested(Breaker.SWITCH)) {
                        sleep(Duration.ofNanos(100_000));
                    }
                    sleep(KEPT);
                    a.threadState().checkBreaker();
                }
            });
        }

        private static void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static void check(InterpreterLock.Statistics found, long intervalMicros) {
            // the waiter, and the holder that wants the lock again
            assertThat(found.waits()).isBetween(1L, 2L);
            assertThat(found.dropRequests()).isPositive();
            // the holder that wants it again asks too, when its successor gets no time to run
            assertThat(found.forcedSwitches()).isBetween(1L, found.waits());
            assertThat(found.waitedMicros()).isBetween(intervalMicros, intervalMicros + 60_000);
            long longest = found.longestOverdueNanos();
            assertThat(longest).isGreaterThanOrEqualTo(KEPT.toNanos());
            assertThat(found.overdueNanos()).isBetween(longest, longest * found.forcedSwitches());
        }
    }

    /** Threads that enter two interpreters in opposite order: the outer lock is given up while they wait for the inner. */
    static final class NestedInOppositeOrder implements Scenario {
        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter a = small.runtime().newInterpreter();
                RuntimeInterpreter b = small.runtime().newInterpreter();
                play.start("ab", () -> both(a, b));
                play.start("ba", () -> both(b, a));
                play.join();
            }
        }

        private static void both(RuntimeInterpreter outer, RuntimeInterpreter inner) {
            try (Attachment first = outer.attach()) {
                first.threadState().checkBreaker();
                try (Attachment second = inner.attach()) {
                    second.threadState().checkBreaker();
                }
                assertThat(first.threadState().isAttached()).isTrue();
                first.threadState().checkBreaker();
            }
        }
    }

    /** Finishing, a timeout, and an interrupt meet at a wait point. */
    static final class WaitPointAnswers implements Scenario {
        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                WaitPoint point = new WaitPoint();
                for (int i = 0; i < 2; i++) {
                    play.start("waiter " + i, () -> {
                        try (Attachment a = small.main().attach()) {
                            WaitPoint.Outcome outcome = point.await(a.threadState(), 50_000);
                            if (outcome == WaitPoint.Outcome.DONE) {
                                assertThat(point.isDone()).isTrue();
                            }
                            assertThat(a.threadState().isAttached()).isTrue();
                            assertThat(point.await(a.threadState(), Long.MAX_VALUE))
                                    .isNotEqualTo(WaitPoint.Outcome.TIMED_OUT);
                        }
                    });
                }
                play.start("finisher", point::finish);
                play.join();
            }
        }
    }

    @Test
    void oneAtATime() {
        Schedules.explore(OneAtATime.class);
    }

    @Test
    void forcedHandOver() {
        Schedules.explore(ForcedHandOver.class);
    }

    @Test
    void timedWaitersLoseNothing() {
        Schedules.explore(TimedWaitersLoseNothing.class);
    }

    @Test
    void whoAskedMayHaveLeft() {
        Schedules.explore(WhoAskedMayHaveLeft.class);
    }

    @Test
    void asksAfterTheInterval() {
        Schedules.explore(AsksAfterTheInterval.class);
    }

    @Test
    void nestedInOppositeOrder() {
        Schedules.explore(NestedInOppositeOrder.class);
    }

    @Test
    void waitPointAnswers() {
        Schedules.explore(WaitPointAnswers.class);
    }
}
