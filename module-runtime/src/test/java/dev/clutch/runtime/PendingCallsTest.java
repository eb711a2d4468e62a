package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingCallsTest {
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(new TestLanguage()).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void callsRunInOrderAtTheNextPoll() {
        List<Integer> made = new ArrayList<>();
        try (Attachment a = main.attach()) {
            for (int i = 0; i < 5; i++) {
                int n = i;
                assertThat(main.addPendingCall(ts -> made.add(n))).isTrue();
            }
            assertThat(made).isEmpty();
            assertThat(a.threadState().breakerSet()).isTrue();
            a.threadState().checkBreaker();
            assertThat(made).containsExactly(0, 1, 2, 3, 4);
            assertThat(a.threadState().breakerSet()).isFalse();
        }
    }

    @Test
    void threeHundredFitAndAHundredRunInAPass() {
        AtomicInteger made = new AtomicInteger();
        try (Attachment a = main.attach()) {
            for (int i = 0; i < 300; i++) {
                assertThat(main.addPendingCall(ts -> made.incrementAndGet())).isTrue();
            }
            assertThat(main.addPendingCall(ts -> made.incrementAndGet())).isFalse();
            for (int pass = 1; pass <= 3; pass++) {
                assertThat(a.threadState().breakerSet()).isTrue();
                a.threadState().handleBreaker();
                assertThat(made).hasValue(100 * pass);
            }
            assertThat(a.threadState().breakerSet()).isFalse();
        }
    }

    @Test
    void theMainThreadQueueHoldsThirtyTwoAndIsDrainedAtOnce() {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 32; i++) {
            assertThat(runtime.addMainThreadCall(ts -> made.incrementAndGet())).isTrue();
        }
        assertThat(runtime.addMainThreadCall(ts -> made.incrementAndGet())).isFalse();
        try (Attachment a = main.attach()) {
            a.threadState().checkBreaker();
        }
        assertThat(made).hasValue(32);
    }

    @Test
    void theMainThreadQueueIsNotDrainedElsewhere() throws Exception {
        AtomicBoolean made = new AtomicBoolean();
        runtime.addMainThreadCall(ts -> made.set(true));
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                try (Attachment a = main.attach()) {
                    a.threadState().request(Breaker.PENDING);
                    a.threadState().checkBreaker();
                }
            });
        }
        assertThat(made).isFalse();
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Attachment a = other.attach()) {
            a.threadState().request(Breaker.PENDING);
            a.threadState().checkBreaker();
            assertThat(made).isFalse();
        }
        try (Attachment a = main.attach()) {
            a.threadState().checkBreaker();
        }
        assertThat(made).isTrue();
    }

    @Test
    void aCallDoesNotDrainInsideACall() {
        List<String> made = new ArrayList<>();
        try (Attachment a = main.attach()) {
            main.addPendingCall(ts -> {
                made.add("outer");
                ts.request(Breaker.PENDING);
                ts.checkBreaker();
                made.add("outer done");
            });
            main.addPendingCall(ts -> made.add("inner"));
            a.threadState().checkBreaker();
        }
        assertThat(made).containsExactly("outer", "outer done", "inner");
    }

    @Test
    void aCallThatThrowsEndsThePassAndLeavesTheRest() {
        AtomicBoolean rest = new AtomicBoolean();
        try (Attachment a = main.attach()) {
            main.addPendingCall(ts -> {
                throw new TestLanguage.Raised("from the call");
            });
            main.addPendingCall(ts -> rest.set(true));
            assertThatThrownBy(() -> a.threadState().checkBreaker())
                    .isInstanceOf(TestLanguage.Raised.class)
                    .hasMessage("from the call");
            assertThat(rest).isFalse();
            assertThat(a.threadState().breakerSet()).isTrue();
            a.threadState().checkBreaker();
            assertThat(rest).isTrue();
        }
    }

    @Test
    void aThrowingCallDoesNotHideTheMainThreadQueue() {
        AtomicBoolean made = new AtomicBoolean();
        try (Attachment a = main.attach()) {
            main.addPendingCall(ts -> {
                throw new TestLanguage.Raised("last of its queue");
            });
            runtime.addMainThreadCall(ts -> made.set(true));
            assertThatThrownBy(() -> a.threadState().checkBreaker()).hasMessage("last of its queue");
            a.threadState().checkBreaker();
        }
        assertThat(made).isTrue();
    }

    @Test
    void oneThreadDrainsAtATimeAndNoCallIsLost() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        int total = 2_000;
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 3; i++) {
                threads.start(() -> {
                    try (Attachment a = main.attach()) {
                        while (!stop.get()) {
                            a.threadState().checkBreaker();
                            a.threadState().detach();
                            a.threadState().reattach();
                        }
                    }
                });
            }
            int added = 0;
            while (added < total) {
                boolean accepted = main.addPendingCall(ts -> {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    // Gives the lock away in the middle, so that others get to poll.
                    ts.detach();
                    ts.reattach();
                    inside.decrementAndGet();
                    made.incrementAndGet();
                });
                if (accepted) {
                    added++;
                } else {
                    Thread.onSpinWait();
                }
            }
            Threads.until(() -> made.get() == total);
            stop.set(true);
        }
    }

    @Test
    void aThreadThatComesLaterIsToldOfCallsThatWait() {
        AtomicBoolean made = new AtomicBoolean();
        RuntimeInterpreter other = runtime.newInterpreter();
        other.addPendingCall(ts -> made.set(true));
        try (Attachment a = other.attach()) {
            a.threadState().checkBreaker();
        }
        assertThat(made).isTrue();
    }

    @Test
    void aBlockedThreadIsWokenWhenNobodyRuns() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        AtomicBoolean made = new AtomicBoolean();
        WaitPoint never = new WaitPoint();
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                try (Attachment a = other.attach()) {
                    ready.countDown();
                    assertThat(never.await(a.threadState(), Long.MAX_VALUE)).isEqualTo(WaitPoint.Outcome.WOKEN);
                    a.threadState().checkBreaker();
                    assertThat(made).isTrue();
                }
            });
            ready.await();
            Threads.until(() -> other.lock().holder() == null);
            assertThat(other.addPendingCall(ts -> made.set(true))).isTrue();
        }
    }
}
