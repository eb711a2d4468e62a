package dev.clutch.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The scheduler finds what is planted, finds nothing where nothing is, and repeats itself. */
class SchedulesTest {
    /** Two threads add to a counter, each by a read and a write. */
    static final class RacyCounter implements Scenario {
        private int count;

        @Override
        public void run(Play play) {
            for (int i = 0; i < 2; i++) {
                play.start("adder " + i, () -> count++);
            }
            play.join();
            assertThat(count).isEqualTo(2);
        }
    }

    /** The same under a lock. */
    static final class LockedCounter implements Scenario {
        private final ReentrantLock lock = new ReentrantLock();
        private int count;

        @Override
        public void run(Play play) {
            for (int i = 0; i < 2; i++) {
                play.start("adder " + i, () -> {
                    lock.lock();
                    try {
                        count++;
                    } finally {
                        lock.unlock();
                    }
                });
            }
            play.join();
            assertThat(count).isEqualTo(2);
        }
    }

    /** Two locks, taken in either order. */
    static final class LockOrder implements Scenario {
        private final ReentrantLock first = new ReentrantLock();
        private final ReentrantLock second = new ReentrantLock();

        @Override
        public void run(Play play) {
            play.start("forwards", () -> both(first, second));
            play.start("backwards", () -> both(second, first));
            play.join();
        }

        private static void both(ReentrantLock a, ReentrantLock b) {
            a.lock();
            try {
                b.lock();
                try {
                    assertThat(b.isHeldByCurrentThread()).isTrue();
                } finally {
                    b.unlock();
                }
            } finally {
                a.unlock();
            }
        }
    }

    /** A waiter that tests its condition outside of the lock and so misses the signal. */
    static final class LostSignal implements Scenario {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private volatile boolean set;

        @Override
        @SuppressWarnings("WaitNotInLoop") // that is the fault
        public void run(Play play) {
            play.start("waiter", () -> {
                if (!set) {
                    lock.lock();
                    try {
                        changed.await();
                    } finally {
                        lock.unlock();
                    }
                }
            });
            lock.lock();
            try {
                set = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
            play.join();
        }
    }

    /** Waits that end by their time, an hour in all. */
    static final class LongWaits implements Scenario {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition never = lock.newCondition();

        @Override
        public void run(Play play) {
            long start = System.nanoTime();
            lock.lock();
            try {
                long left = 3_600_000_000_000L;
                while (left > 0) {
                    left = never.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                lock.unlock();
            }
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(3_600_000_000_000L);
        }
    }

    private static ScheduleFailure failureOf(Class<? extends Scenario> scenario) {
        return catchThrowableOfType(ScheduleFailure.class, () -> Schedules.explore(scenario));
    }

    @Test
    void aRacyCounterIsFound() {
        assertThat(failureOf(RacyCounter.class))
                .hasMessageContaining("RacyCounter")
                .hasMessageContaining(Schedules.SEED);
    }

    @Test
    void aLockedCounterIsClean() {
        Schedules.explore(LockedCounter.class);
    }

    @Test
    void aLockOrderInversionIsFoundWithBothStacks() {
        assertThat(failureOf(LockOrder.class))
                .hasMessageContaining("deadlock")
                .hasMessageContaining("forwards")
                .hasMessageContaining("backwards");
    }

    @Test
    void aLostSignalIsFound() {
        assertThat(failureOf(LostSignal.class)).hasMessageContaining("deadlock");
    }

    @Test
    void timeIsVirtual() {
        Schedules.explore(LongWaits.class);
    }

    @Test
    void aSeedIsReplayedStepByStep() {
        String once = Schedules.trace(LockedCounter.class, 4711);
        assertThat(once).contains("A").contains("B").contains("C");
        assertThat(Schedules.trace(LockedCounter.class, 4711)).isEqualTo(once);
        long failing = failureOf(RacyCounter.class).seed();
        assertThat(catchThrowableOfType(ScheduleFailure.class, () -> Schedules.trace(RacyCounter.class, failing)))
                .isNotNull();
    }
}
