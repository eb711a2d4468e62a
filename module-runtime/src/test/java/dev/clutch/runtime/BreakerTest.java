package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(language).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void anAsynchronousExceptionIsRaisedOnceAndTheLastOneWins() {
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            assertThat(main.setAsyncException(ts.threadIdent(), "first")).isEqualTo(1);
            assertThat(main.setAsyncException(ts.threadIdent(), "second")).isEqualTo(1);
            assertThatThrownBy(ts::checkBreaker).hasMessage("async second");
            ts.checkBreaker();
        }
    }

    @Test
    void anAsynchronousExceptionCanBeTakenBack() {
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            main.setAsyncException(ts.threadIdent(), "x");
            main.setAsyncException(ts.threadIdent(), null);
            ts.checkBreaker();
            assertThat(ts.breakerSet()).isFalse();
            assertThat(main.setAsyncException(-1, "x")).isZero();
        }
    }

    @Test
    void everyRequestIsServedInCPythonsOrder() {
        List<String> order = new ArrayList<>();
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            ts.exceedLimit("steps");
            ts.interrupt();
            ts.setAsyncException("x");
            main.addPendingCall(t -> order.add("pending"));
            ts.request(Breaker.SWITCH);
            runtime.tripSignal(2);
            while (ts.breakerSet()) {
                try {
                    ts.handleBreaker();
                } catch (TestLanguage.Raised e) {
                    order.add(e.getMessage());
                }
            }
        }
        assertThat(language.log).contains("signals 100 in 0");
        assertThat(order).containsExactly("pending", "async x", "interrupted", "limit steps");
    }

    @Test
    void everyInterruptSourceWakesABlockedThread() throws Exception {
        RuntimeInterpreter other = runtime.newInterpreter();
        WaitPoint never = new WaitPoint();
        List<String> raised = new ArrayList<>();
        CountDownLatch in = new CountDownLatch(1);
        RuntimeThreadState[] state = new RuntimeThreadState[1];
        try (Threads threads = new Threads()) {
            Thread blocked = threads.start(() -> {
                try (Attachment a = other.attach()) {
                    state[0] = a.threadState();
                    in.countDown();
                    for (int i = 0; i < 3; i++) {
                        try {
                            never.awaitInterruptibly(a.threadState(), Long.MAX_VALUE);
                        } catch (TestLanguage.Raised e) {
                            raised.add(e.getMessage());
                        }
                    }
                }
            });
            in.await();
            RuntimeThreadState ts = state[0];
            Threads.until(ts::isBlocked);
            ts.setAsyncException("x");
            Threads.until(() -> !ts.isRequested(Breaker.ASYNC_EXC));
            Threads.until(ts::isBlocked);
            other.interrupt();
            Threads.until(() -> !ts.isRequested(Breaker.INTERRUPT));
            // Not waiting for the thread to block again: a wake before the call must not be lost.
            ts.exceedLimit("time");
            blocked.join();
        }
        assertThat(raised).containsExactly("async x", "interrupted", "limit time");
    }

    @Test
    void aWakeThatIsDueIsDeliveredBeforeTheCallBlocks() {
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            ts.interrupt();
            assertThat(new WaitPoint().await(ts, Long.MAX_VALUE)).isEqualTo(WaitPoint.Outcome.WOKEN);
            assertThatThrownBy(ts::checkBreaker).hasMessage("interrupted");
        }
    }

    @Test
    void aSwitchRequestWakesNobody() {
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            ts.request(Breaker.SWITCH);
            assertThat(new WaitPoint().await(ts, 1)).isEqualTo(WaitPoint.Outcome.TIMED_OUT);
        }
    }

    @Test
    void waitPointsEndForGood() {
        WaitPoint point = new WaitPoint();
        try (Attachment a = main.attach()) {
            assertThat(point.awaitInterruptibly(a.threadState(), 1)).isFalse();
            point.finish();
            assertThat(point.isDone()).isTrue();
            assertThat(point.awaitInterruptibly(a.threadState(), 0)).isTrue();
        }
    }
}
