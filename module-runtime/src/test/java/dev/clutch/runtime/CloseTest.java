package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloseTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime = Runtime.start(RuntimeConfig.builder()
            .language(language)
            .closeGrace(Duration.ofMillis(200))
            .build());
    private final RuntimeInterpreter main = runtime.main();
    private final RuntimeInterpreter other = runtime.newInterpreter(
            InterpreterConfig.builder().allowDaemonThreads(true).build());

    @AfterEach
    void close() {
        language.onAtExit = null;
        language.onFlush = null;
        language.onShutdownThreading = null;
        runtime.close();
    }

    private static boolean has(CloseReport report, ClosePhase phase, CloseReport.Kind kind, String subject) {
        for (CloseReport.Finding finding : report.findings()) {
            if (finding.phase() == phase
                    && finding.kind() == kind
                    && finding.subject().contains(subject)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theStepsComeInOrder() {
        language.log.clear();
        List<String> calls = language.log;
        other.atExit(ts -> calls.add("java exit 1"));
        other.atExit(ts -> calls.add("java exit 2"));
        assertThat(other.addPendingCall(ts -> calls.add("pending"))).isTrue();
        CloseReport report = other.close(LONG);
        assertThat(report.isClean()).as("%s", report).isTrue();
        assertThat(report.interpreterId()).isEqualTo(1);
        assertThat(calls)
                .containsExactly(
                        "shutdownThreading 1",
                        "pending",
                        "runAtExit 1",
                        "java exit 2",
                        "java exit 1",
                        "flushStreams 1",
                        "clearModules 1",
                        "clearThreadState 1",
                        "dropInterpreter 1");
        assertThat(report.steps())
                .extracting(CloseReport.Step::phase)
                .containsExactly(
                        ClosePhase.ENTER,
                        ClosePhase.SHUTDOWN_THREADING,
                        ClosePhase.AWAIT_THREADS,
                        ClosePhase.PENDING_CALLS,
                        ClosePhase.AT_EXIT,
                        ClosePhase.PENDING_CALLS,
                        ClosePhase.END_THREADS,
                        ClosePhase.FLUSH_STREAMS,
                        ClosePhase.CLEAR_MODULES,
                        ClosePhase.DROP);
    }

    @Test
    void theRuntimeClosesMainLastAndItsExitCallbacksAfterAll() {
        runtime.newInterpreter();
        language.log.clear();
        runtime.atExit(ts -> language.log.add("runtime exit " + ts));
        language.onAtExit = ts -> {
            if (ts.interpreter() == main) {
                // The others still work while main's exit functions run.
                assertThat(other.lifecycle().state()).isEqualTo(LifecycleState.INITIALIZED);
                try (Attachment a = other.attach()) {
                    a.threadState().checkBreaker();
                }
            }
        };
        List<CloseReport> reports = runtime.close(LONG);
        assertThat(reports)
                .allMatch(CloseReport::isClean)
                .extracting(CloseReport::interpreterId)
                .containsExactly(2L, 1L, 0L);
        assertThat(language.log)
                .filteredOn(s -> s.startsWith("dropInterpreter"))
                .containsExactly("dropInterpreter 2", "dropInterpreter 1", "dropInterpreter 0");
        assertThat(language.log).endsWith("clearThreadState 0", "dropInterpreter 0", "runtime exit null");
        assertThat(runtime.close(LONG)).isEqualTo(reports);
    }

    @Test
    void itWaitsForNonDaemonThreads() {
        AtomicBoolean ended = new AtomicBoolean();
        WaitPoint go = new WaitPoint();
        PythonThread thread = other.startThread("worker", ThreadKind.NON_DAEMON, 0, ts -> {
            boolean ignored = go.awaitInterruptibly(ts, Long.MAX_VALUE);
            ended.set(true);
        });
        language.onShutdownThreading = ts -> go.finish();
        language.onAtExit = ts -> {
            assertThat(ended).isTrue();
            assertThat(other.threadStates()).containsExactly(ts).doesNotContain(thread.threadState());
        };
        CloseReport report = other.close(LONG);
        assertThat(report.isClean()).as("%s", report).isTrue();
    }

    @Test
    void itEndsDaemonThreadsByAnExceptionThatRunsFinally() throws Exception {
        AtomicBoolean cleaned = new AtomicBoolean();
        PythonThread busy = other.startThread("busy", ThreadKind.DAEMON, 0, ts -> {
            try {
                while (true) {
                    ts.checkBreaker();
                }
            } finally {
                // A finally block polls too, and must get through.
                ts.checkBreaker();
                cleaned.set(true);
            }
        });
        WaitPoint never = new WaitPoint();
        PythonThread blocked = other.startThread(
                "blocked", ThreadKind.UNMANAGED, 0, ts -> never.awaitInterruptibly(ts, Long.MAX_VALUE));
        CloseReport report = other.close(LONG);
        assertThat(report.isClean()).as("%s", report).isTrue();
        assertThat(cleaned).isTrue();
        Threads.until(busy::isDone);
        Threads.until(blocked::isDone);
    }

    @Test
    void aThreadThatSwallowsTheExceptionIsAskedAgain() {
        AtomicReference<Integer> asked = new AtomicReference<>(0);
        other.startThread("stubborn", ThreadKind.DAEMON, 0, ts -> {
            while (asked.get() < 3) {
                try {
                    ts.checkBreaker();
                } catch (TestLanguage.Raised e) {
                    asked.set(asked.get() + 1);
                }
            }
        });
        assertThat(other.close(LONG).isClean()).isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void aThreadThatNeverPollsIsNamedAndCloseGoesOn() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        PythonThread deaf = other.startThread("deaf", ThreadKind.DAEMON, 0, ts -> {
            ts.detach();
            release.await();
            try {
                ts.reattach();
            } catch (ThreadEnd e) {
                end.set(e);
                throw e;
            }
        });
        Threads.until(() -> other.lock().holder() == null
                && deaf.threadState().thread() != null
                && deaf.threadState().thread().isAlive());
        CloseReport report = other.close(SHORT);
        assertThat(has(report, ClosePhase.END_THREADS, CloseReport.Kind.THREAD_ABANDONED, "deaf"))
                .as("%s", report)
                .isTrue();
        assertThat(report.toString()).contains("THREAD_ABANDONED").contains("deaf");
        assertThat(language.log).contains("clearModules 1");
        assertThat(other.lifecycle().state()).isEqualTo(LifecycleState.CLOSED);
        release.countDown();
        Threads.until(deaf::isDone);
        assertThat(end.get()).isInstanceOf(ThreadEnd.class);
    }

    @Test
    void aThreadThatKeepsTheLockIsNamedAndCloseEnds() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        PythonThread hog = other.startThread("hog", ThreadKind.DAEMON, 0, ts -> {
            holding.countDown();
            release.await();
            ts.checkBreaker();
        });
        holding.await();
        CloseReport report = other.close(SHORT);
        assertThat(has(report, ClosePhase.ENTER, CloseReport.Kind.LOCK_NOT_OBTAINED, "hog"))
                .as("%s", report)
                .isTrue();
        assertThat(has(report, ClosePhase.END_THREADS, CloseReport.Kind.THREAD_ABANDONED, "hog"))
                .isTrue();
        assertThat(language.log).doesNotContain("clearModules 1").contains("dropInterpreter 1");
        release.countDown();
        Threads.until(hog::isDone);
        assertThat(other.lock().holder()).isNull();
    }

    @Test
    void aDaemonThreadThatPollsButKeepsTheLockIsEndedBeforeTheExitFunctions() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        PythonThread hog = other.startThread("hog", ThreadKind.DAEMON, 0, ts -> {
            holding.countDown();
            while (true) {
                ts.checkSignals();
            }
        });
        holding.await();
        AtomicBoolean exited = new AtomicBoolean();
        language.onAtExit = ts -> exited.set(true);
        CloseReport report = other.close(Duration.ofSeconds(1));
        assertThat(report.isClean()).as("%s", report).isTrue();
        assertThat(exited).isTrue();
        Threads.until(hog::isDone);
    }

    @Test
    void guardsDelayCloseAndAreNamed() throws Exception {
        InterpreterGuard guard = other.guard("a callback");
        CloseReport report = other.close(SHORT);
        assertThat(has(report, ClosePhase.AWAIT_THREADS, CloseReport.Kind.NOT_WAITED_FOR, "a callback"))
                .isTrue();
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(guard::attach);
        guard.close();
    }

    @Test
    void aGuardLetsItsHolderInWhileCloseWaits() throws Exception {
        AtomicBoolean entered = new AtomicBoolean();
        InterpreterGuard guard = other.guard("a callback");
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                Threads.until(() -> other.lifecycle().state() == LifecycleState.CLOSING);
                assertThatExceptionOfType(InterpreterClosedException.class)
                        .isThrownBy(other::attach)
                        .withMessage("interpreter 1 is closing");
                try (guard;
                        Attachment a = guard.attach()) {
                    entered.set(a.threadState().isAttached());
                }
            });
            assertThat(other.close(LONG).isClean()).isTrue();
        }
        assertThat(entered).isTrue();
    }

    @Test
    void aJavaThreadInsideIsWaitedForAndThenEnded() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicReference<String> raised = new AtomicReference<>();
        try (Threads threads = new Threads()) {
            threads.start(() -> {
                try (Attachment a = other.attach()) {
                    inside.countDown();
                    while (true) {
                        a.threadState().checkBreaker();
                    }
                } catch (TestLanguage.Raised e) {
                    raised.set(String.valueOf(e.getMessage()));
                }
            });
            inside.await();
            CloseReport report = other.close(SHORT);
            assertThat(has(report, ClosePhase.AWAIT_THREADS, CloseReport.Kind.NOT_WAITED_FOR, "of interpreter 1"))
                    .as("%s", report)
                    .isTrue();
            assertThat(has(report, ClosePhase.END_THREADS, CloseReport.Kind.THREAD_ABANDONED, ""))
                    .isFalse();
        }
        assertThat(raised).hasValue("ending");
    }

    @Test
    void anExitFunctionThatHangsIsInterrupted() {
        language.onAtExit = ts -> {
            while (true) {
                ts.checkBreaker();
            }
        };
        CloseReport report = other.close(SHORT);
        assertThat(has(report, ClosePhase.AT_EXIT, CloseReport.Kind.INTERRUPTED, ""))
                .as("%s", report)
                .isTrue();
        assertThat(language.log).contains("flushStreams 1", "clearModules 1");
    }

    @Test
    void callsThatComeTooLateAreCounted() {
        List<String> made = new ArrayList<>();
        language.onAtExit = ts -> assertThat(other.addPendingCall(t -> made.add("after the exit functions")))
                .isTrue();
        language.onFlush = ts -> {
            for (int i = 0; i < 2; i++) {
                assertThat(other.addPendingCall(t -> made.add("too late"))).isTrue();
            }
        };
        CloseReport report = other.close(LONG);
        assertThat(made).containsExactly("after the exit functions");
        assertThat(has(report, ClosePhase.DROP, CloseReport.Kind.CALLS_DROPPED, "2 pending calls"))
                .isTrue();
        assertThat(other.addPendingCall(t -> made.add("closed"))).isFalse();
    }

    @Test
    void aCallThatAddsItselfForEverIsDropped() {
        PendingCall[] itself = new PendingCall[1];
        itself[0] = t -> assertThat(other.addPendingCall(itself[0])).isTrue();
        assertThat(other.addPendingCall(itself[0])).isTrue();
        CloseReport report = other.close(SHORT);
        assertThat(has(report, ClosePhase.DROP, CloseReport.Kind.CALLS_DROPPED, "1 pending calls"))
                .as("%s", report)
                .isTrue();
        assertThat(language.log).contains("flushStreams 1", "clearModules 1");
    }

    @Test
    void aStepThatFailsDoesNotStopTheOthers() {
        language.onFlush = ts -> {
            throw new TestLanguage.Raised("disk full");
        };
        other.atExit(ts -> {
            throw new TestLanguage.Raised("bad callback");
        });
        assertThat(other.addPendingCall(ts -> {
                    throw new TestLanguage.Raised("bad call");
                }))
                .isTrue();
        CloseReport report = other.close(LONG);
        assertThat(has(report, ClosePhase.FLUSH_STREAMS, CloseReport.Kind.FAILED, "disk full"))
                .isTrue();
        assertThat(has(report, ClosePhase.AT_EXIT, CloseReport.Kind.FAILED, "bad callback"))
                .isTrue();
        assertThat(has(report, ClosePhase.PENDING_CALLS, CloseReport.Kind.FAILED, "bad call"))
                .isTrue();
        assertThat(language.log).contains("unraisable bad callback in exit callback", "clearModules 1");
    }

    @Test
    void concurrentClosersGetTheSameReport() throws Exception {
        List<CloseReport> reports = new ArrayList<>();
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 4; i++) {
                threads.start(() -> {
                    CloseReport report = other.close(LONG);
                    synchronized (reports) {
                        reports.add(report);
                    }
                });
            }
        }
        assertThat(reports).hasSize(4).allMatch(r -> r == reports.getFirst());
        assertThat(language.log).filteredOn("dropInterpreter 1"::equals).hasSize(1);
    }

    @Test
    void nobodyClosesWhatHeIsInside() {
        try (Attachment _ = other.attach();
                Attachment _ = main.attach()) {
            assertThatIllegalStateException()
                    .isThrownBy(other::close)
                    .withMessage("a thread cannot close interpreter 1 while it is inside it");
            assertThatIllegalStateException().isThrownBy(runtime::close);
        }
        assertThatIllegalStateException()
                .isThrownBy(main::close)
                .withMessage("the main interpreter is closed by its runtime");
    }

    @Test
    void anInterpreterCanBeClosedFromInsideAnother() {
        try (Attachment a = main.attach()) {
            assertThat(other.close(LONG).isClean()).isTrue();
            assertThat(a.threadState().isAttached()).isTrue();
        }
    }

    @Test
    void aSharedLockIsLeftUsable() {
        RuntimeInterpreter shared = runtime.newInterpreter(InterpreterConfig.legacy());
        try (Attachment a = main.attach()) {
            assertThat(shared.close(LONG).isClean()).isTrue();
            a.threadState().checkBreaker();
        }
        assertThat(main.lock().holder()).isNull();
    }

    @Test
    void aRuntimeMayBeClosedByAnotherThread() throws Exception {
        try (Threads threads = new Threads()) {
            threads.start(() -> assertThat(runtime.close(LONG)).allMatch(CloseReport::isClean));
        }
        assertThat(runtime.lifecycle().state()).isEqualTo(LifecycleState.CLOSED);
    }

    @Test
    void nothingKeepsAClosedInterpreterAlive() throws Exception {
        RuntimeInterpreter shared = runtime.newInterpreter(InterpreterConfig.legacy());
        try (Attachment a = shared.attach()) {
            a.threadState().checkBreaker();
        }
        shared.close();
        java.lang.ref.WeakReference<RuntimeInterpreter> reference = new java.lang.ref.WeakReference<>(shared);
        shared = null;
        Threads.until(() -> {
            System.gc();
            return reference.get() == null;
        });
    }
}
