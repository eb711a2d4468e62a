package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PythonThreadTest {
    private static final long LONG = Duration.ofSeconds(20).toNanos();

    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(language).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void itRunsAttachedUnderItsName() {
        AtomicReference<String> seen = new AtomicReference<>();
        try (Attachment a = main.attach()) {
            PythonThread thread = main.startThread("Thread-1 (work)", ThreadKind.NON_DAEMON, 0, ts -> {
                assertThat(ts.isAttached()).isTrue();
                assertThat(ts.interpreter()).isSameAs(main);
                assertThat(ts.threadIdent()).isEqualTo(Thread.currentThread().threadId());
                try (Attachment nested = main.attach()) {
                    assertThat(nested.threadState()).isSameAs(ts);
                }
                seen.set(Thread.currentThread().getName() + " "
                        + Thread.currentThread().isDaemon());
            });
            assertThat(thread.join(a.threadState(), LONG)).isTrue();
            assertThat(thread.isDone()).isTrue();
            assertThat(main.threadStates()).containsExactly(a.threadState());
        }
        assertThat(seen).hasValue("Thread-1 (work) true");
        assertThat(language.log).contains("clearThreadState 0").doesNotContain("threadFailed");
    }

    @Test
    void joinGivesTheLockBackAndCanTimeOut() {
        WaitPoint release = new WaitPoint();
        try (Attachment a = main.attach()) {
            PythonThread thread = main.startThread(
                    "waits",
                    ThreadKind.DAEMON,
                    0,
                    ts -> assertThat(release.awaitInterruptibly(ts, LONG)).isTrue());
            assertThat(thread.join(a.threadState(), 1_000_000)).isFalse();
            release.finish();
            assertThat(thread.join(a.threadState(), LONG)).isTrue();
        }
    }

    @Test
    void aThreadCannotJoinItself() {
        AtomicReference<PythonThread> self = new AtomicReference<>();
        AtomicReference<String> message = new AtomicReference<>();
        try (Attachment a = main.attach()) {
            PythonThread thread = main.startThread("self", ThreadKind.UNMANAGED, 0, ts -> {
                try {
                    boolean ignored = self.get().join(ts, 0);
                } catch (OperationRefusedException e) {
                    message.set(String.valueOf(e.getMessage()));
                }
            });
            self.set(thread);
            assertThat(thread.join(a.threadState(), LONG)).isTrue();
        }
        assertThat(message).hasValue("cannot join current thread");
    }

    @Test
    void whatItThrowsIsReported() {
        try (Attachment a = main.attach()) {
            PythonThread thread = main.startThread("fails", ThreadKind.UNMANAGED, 0, ts -> {
                throw new TestLanguage.Raised("oops");
            });
            assertThat(thread.join(a.threadState(), LONG)).isTrue();
        }
        assertThat(language.log).contains("threadFailed oops");
    }

    @Test
    void itsStackHoldsTheRecursionLimit() {
        AtomicInteger reached = new AtomicInteger();
        try (Attachment a = main.attach()) {
            main.setRecursionLimit(a.threadState(), 20_000);
            PythonThread thread =
                    main.startThread("deep", ThreadKind.UNMANAGED, 0, ts -> reached.set(descend(20_000, 1, 2, 3)));
            assertThat(thread.join(a.threadState(), LONG)).isTrue();
        }
        assertThat(reached).hasValue(20_000 + 6);
        assertThat(language.log).doesNotContain("threadFailed null");
    }

    private static int descend(int depth, long a, long b, long c) {
        if (depth == 0) {
            return (int) (a + b + c);
        }
        return 1 + descend(depth - 1, b, c, a);
    }

    @Test
    void configurationForbidsWithCPythonsSentences() {
        RuntimeInterpreter noThreads = runtime.newInterpreter(
                InterpreterConfig.builder().allowThreads(false).build());
        assertThatExceptionOfType(OperationRefusedException.class)
                .isThrownBy(() -> noThreads.startThread("t", ThreadKind.UNMANAGED, 0, ts -> {}))
                .withMessage("thread is not supported for isolated subinterpreters");
        RuntimeInterpreter isolated = runtime.newInterpreter();
        assertThatExceptionOfType(OperationRefusedException.class)
                .isThrownBy(() -> isolated.startThread("t", ThreadKind.DAEMON, 0, ts -> {}))
                .withMessage("daemon threads are disabled in this (sub)interpreter");
        assertThatIllegalArgumentException().isThrownBy(() -> main.startThread("t", ThreadKind.FOREIGN, 0, ts -> {}));
    }

    @Test
    void noThreadStartsAtShutdown() {
        RuntimeInterpreter other = runtime.newInterpreter();
        AtomicReference<String> message = new AtomicReference<>();
        language.onAtExit = ts -> {
            try {
                PythonThread ignored = other.startThread("late", ThreadKind.UNMANAGED, 0, t -> {});
            } catch (OperationRefusedException e) {
                message.set(String.valueOf(e.getMessage()));
            }
        };
        other.close();
        language.onAtExit = null;
        assertThat(message).hasValue("can't create new thread at interpreter shutdown");
    }
}
