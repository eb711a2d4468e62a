package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterpreterLockTest {
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(new TestLanguage()).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        assertThat(runtime.close(Duration.ofSeconds(10))).allMatch(CloseReport::isClean);
    }

    @Test
    void oneThreadAtATimeHoldsIt() throws Exception {
        AtomicBoolean inside = new AtomicBoolean();
        AtomicLong turns = new AtomicLong();
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 4; i++) {
                threads.start(() -> {
                    try (Attachment a = main.attach()) {
                        RuntimeThreadState ts = a.threadState();
                        for (int n = 0; n < 5_000; n++) {
                            assertThat(inside.compareAndSet(false, true)).isTrue();
                            turns.incrementAndGet();
                            inside.set(false);
                            ts.detach();
                            ts.reattach();
                        }
                    }
                });
            }
        }
        assertThat(turns).hasValue(20_000);
        assertThat(main.lock().holder()).isNull();
        assertThat(main.lock().queueLength()).isZero();
    }

    @Test
    void aBusyHolderHandsOverAtItsNextPoll() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(1);
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                try (Attachment a = main.attach()) {
                    running.countDown();
                    while (!stop.get()) {
                        a.threadState().checkBreaker();
                    }
                }
            });
            running.await();
            threads.start(() -> {
                try (Attachment _ = main.attach()) {
                    stop.set(true);
                }
            });
        }
        InterpreterLock.Statistics statistics = main.lock().statistics();
        assertThat(statistics.dropRequests()).isPositive();
        assertThat(statistics.forcedSwitches()).isPositive();
        assertThat(statistics.switches()).isGreaterThanOrEqualTo(2);
        assertThat(statistics.longestOverdueNanos()).isPositive().isLessThanOrEqualTo(statistics.overdueNanos());
    }

    @Test
    void aForcedDropReturnsOnlyWhenAnotherHasHadTheLock() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean other = new AtomicBoolean();
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                try (Attachment a = main.attach()) {
                    RuntimeThreadState ts = a.threadState();
                    running.countDown();
                    while (!ts.isRequested(Breaker.SWITCH)) {
                        Thread.onSpinWait();
                    }
                    assertThat(other).isFalse();
                    ts.handleBreaker();
                    assertThat(other).isTrue();
                    assertThat(ts.isRequested(Breaker.SWITCH)).isFalse();
                }
            });
            running.await();
            threads.start(() -> {
                try (Attachment _ = main.attach()) {
                    other.set(true);
                }
            });
        }
    }

    @Test
    void busyThreadsTakeTurnsAndNoneStarves() throws Exception {
        main.lock().setIntervalNanos(200_000);
        AtomicIntegerArray turns = new AtomicIntegerArray(3);
        AtomicBoolean stop = new AtomicBoolean();
        try (Threads threads = new Threads()) {
            for (int i = 0; i < turns.length(); i++) {
                int me = i;
                threads.start(() -> {
                    try (Attachment a = main.attach()) {
                        RuntimeThreadState ts = a.threadState();
                        while (!stop.get()) {
                            if (ts.breakerSet()) {
                                ts.handleBreaker();
                                turns.incrementAndGet(me);
                            }
                        }
                    }
                });
            }
            Threads.until(() -> turns.get(0) > 5 && turns.get(1) > 5 && turns.get(2) > 5);
            stop.set(true);
        }
    }

    @Test
    void virtualThreadsTakeTurnsWithPlatformThreads() throws Exception {
        AtomicLong count = new AtomicLong();
        long[] unguarded = new long[1];
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 64; i++) {
                Threads.Body body = () -> {
                    try (Attachment a = main.attach()) {
                        for (int n = 0; n < 100; n++) {
                            unguarded[0]++;
                            count.incrementAndGet();
                            a.threadState().detach();
                            a.threadState().reattach();
                        }
                    }
                };
                if (i % 8 == 0) {
                    threads.start(body);
                } else {
                    threads.startVirtual(body);
                }
            }
        }
        assertThat(count).hasValue(6_400);
        assertThat(unguarded[0]).isEqualTo(6_400);
    }

    @Test
    void waitingVirtualThreadsDoNotPinTheirCarriers() throws Exception {
        int many = Math.max(64, 8 * java.lang.Runtime.getRuntime().availableProcessors());
        CountDownLatch free = new CountDownLatch(1);
        try (Threads threads = new Threads();
                Attachment a = main.attach()) {
            for (int i = 0; i < many; i++) {
                threads.startVirtual(() -> {
                    try (Attachment inner = main.attach()) {
                        inner.threadState().checkBreaker();
                    }
                });
            }
            Threads.until(() -> main.lock().queueLength() == many);
            // All carriers would be taken if waiting pinned.
            threads.startVirtual(free::countDown);
            free.await();
            a.threadState().detach();
            Threads.until(() -> main.lock().queueLength() == 0);
            a.threadState().reattach();
        }
    }

    @Test
    void anInterruptOfAWaitingJavaThreadIsKeptForIt() throws Exception {
        try (Threads threads = new Threads();
                Attachment a = main.attach()) {
            AtomicBoolean seen = new AtomicBoolean();
            Thread waiter = threads.start(() -> {
                try (Attachment _ = main.attach()) {
                    seen.set(Thread.interrupted());
                }
            });
            Threads.until(() -> main.lock().queueLength() == 1);
            waiter.interrupt();
            a.threadState().detach();
            waiter.join();
            a.threadState().reattach();
            assertThat(seen).isTrue();
        }
    }

    @Test
    void aTimedTakeGivesUpAndLeavesTheQueue() throws Exception {
        try (Threads threads = new Threads();
                Attachment a = main.attach()) {
            Thread waiter = threads.start(() -> {
                RuntimeThreadState ts = runtime.language().createThreadState(main);
                ts.bind(Thread.currentThread());
                assertThat(ts.tryReattach(2_000_000)).isFalse();
                assertThat(ts.isAttached()).isFalse();
            });
            waiter.join();
            assertThat(main.lock().queueLength()).isZero();
            assertThat(main.lock().holder()).isSameAs(a.threadState());
        }
    }

    @Test
    void theUncontendedPathKeepsNoStatisticsButSwitches() {
        try (Attachment a = main.attach()) {
            InterpreterLock.Statistics before = main.lock().statistics();
            for (int i = 0; i < 100; i++) {
                a.threadState().detach();
                a.threadState().reattach();
            }
            assertThat(main.lock().statistics()).isEqualTo(before);
        }
    }

    @Test
    void ownLocksAreApartAndSharedOnesAreOne() {
        RuntimeInterpreter own = runtime.newInterpreter();
        RuntimeInterpreter shared = runtime.newInterpreter(InterpreterConfig.legacy());
        assertThat(own.lock()).isNotSameAs(main.lock());
        assertThat(shared.lock()).isSameAs(main.lock());
    }

    @Test
    void wrongUseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> main.lock().setIntervalNanos(0))
                .withMessage("switch interval must be strictly positive");
        RuntimeThreadState ts;
        try (Attachment a = main.attach()) {
            ts = a.threadState();
            assertThatIllegalStateException().isThrownBy(ts::reattach).withMessageContaining("is attached already");
        }
        assertThatIllegalStateException().isThrownBy(ts::detach).withMessageContaining("is not attached");
        assertThatIllegalStateException().isThrownBy(ts::handleBreaker);
    }
}
