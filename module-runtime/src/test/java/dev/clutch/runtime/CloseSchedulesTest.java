package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import dev.clutch.runtime.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attaching, threads and guards against a close, under explored schedules. */
class CloseSchedulesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A thread either gets in and does its work before modules go, or is refused. */
    static final class AttachAgainstClose implements Scenario {
        private int inside;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                for (int i = 0; i < 2; i++) {
                    play.start("visitor " + i, () -> {
                        try (Attachment a = other.attach()) {
                            inside++;
                            a.threadState().detach();
                            a.threadState().reattach();
                            assertThat(small.language().log).doesNotContain("clearModules 1");
                            inside--;
                        } catch (InterpreterClosedException e) {
                            assertThat(e).hasMessageContaining("interpreter 1");
                        }
                    });
                }
                play.start("closer", () -> {
                    long start = System.nanoTime();
                    assertThat(other.close(LONG).isClean()).isTrue();
                    assertThat(System.nanoTime() - start)
                            .as("nobody is waited for who has left")
                            .isLessThan(LONG.toNanos());
                    assertThat(inside).isZero();
                });
                play.join();
                assertThat(other.lock().holder()).isNull();
            }
        }
    }

    /** Three threads close the same interpreter: it happens once, and all get the one report. */
    static final class ManyClosers implements Scenario {
        private final List<CloseReport> reports = new ArrayList<>();

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                for (int i = 0; i < 3; i++) {
                    play.start("closer " + i, () -> {
                        CloseReport report = other.close(LONG);
                        reports.add(report); // between two points: nobody is in between
                    });
                }
                play.join();
                assertThat(reports).hasSize(3).allMatch(r -> r == reports.getFirst());
                assertThat(small.language().log)
                        .filteredOn("dropInterpreter 1"::equals)
                        .hasSize(1);
            }
        }
    }

    /** A thread starts threads while another closes: each that was started ends before the modules go. */
    static final class StartingAgainstClose implements Scenario {
        private int begun;
        private int ended;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                play.start("starter", () -> {
                    for (int i = 0; i < 3; i++) {
                        try {
                            other.startThread("worker " + i, ThreadKind.NON_DAEMON, 0, ts -> {
                                ts.checkBreaker();
                                assertThat(small.language().log).doesNotContain("clearModules 1");
                                ended++;
                            });
                            begun++;
                        } catch (OperationRefusedException e) {
                            assertThat(e).hasMessage("can't create new thread at interpreter shutdown");
                        }
                    }
                });
                play.start(
                        "closer", () -> assertThat(other.close(LONG).isClean()).isTrue());
                play.join();
                assertThat(ended).isEqualTo(begun);
            }
        }
    }

    /** Daemon threads, one that polls and one that blocks, are ended at a safe point. */
    static final class DaemonsEnd implements Scenario {
        private int begun;
        private int cleaned;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime()
                        .newInterpreter(InterpreterConfig.builder()
                                .allowDaemonThreads(true)
                                .build());
                WaitPoint never = new WaitPoint();
                other.startThread("busy", ThreadKind.DAEMON, 0, ts -> {
                    begun++;
                    try {
                        while (true) {
                            ts.checkBreaker();
                        }
                    } finally {
                        cleaned++;
                    }
                });
                other.startThread("blocked", ThreadKind.DAEMON, 0, ts -> {
                    begun++;
                    try {
                        boolean ignored = never.awaitInterruptibly(ts, Long.MAX_VALUE);
                    } finally {
                        cleaned++;
                    }
                });
                CloseReport report = other.close(LONG);
                assertThat(report.isClean()).as("%s", report).isTrue();
                assertThat(cleaned).isEqualTo(begun);
            }
        }
    }

    /** A thread that ends is not asked a second time while it cleans up: an exception in its {@code finally} would replace what it restores there. */
    static final class CleaningUpIsNotDisturbed implements Scenario {
        private static final Duration CLEANING = Duration.ofMillis(200);

        private int begun;
        private int cleaned;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime()
                        .newInterpreter(InterpreterConfig.builder()
                                .allowDaemonThreads(true)
                                .build());
                WaitPoint never = new WaitPoint();
                other.startThread("cleaner", ThreadKind.DAEMON, 0, ts -> {
                    begun++;
                    try {
                        boolean ignored = never.awaitInterruptibly(ts, Long.MAX_VALUE);
                    } finally {
                        ts.detach();
                        sleep(CLEANING);
                        ts.reattach();
                        ts.checkBreaker();
                        cleaned++;
                    }
                });
                assertThat(other.close(LONG).isClean()).isTrue();
                assertThat(cleaned).isEqualTo(begun);
            }
        }
    }

    /** A wait that puts something back ends when it can, whatever is asked of the thread, or when a close has given the thread up. */
    static final class PuttingBackIsNotInterrupted implements Scenario {
        private int begun;
        private int gone;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime()
                        .newInterpreter(InterpreterConfig.builder()
                                .allowDaemonThreads(true)
                                .build());
                WaitPoint back = new WaitPoint();
                WaitPoint never = new WaitPoint();
                play.start("restorer", () -> {
                    try (Attachment a = other.attach()) {
                        a.threadState().setAsyncException("stop");
                        back.awaitUninterruptibly(a.threadState());
                        assertThat(back.isDone()).isTrue();
                        assertThatThrownBy(() -> a.threadState().checkBreaker()).hasMessage("async stop");
                    }
                });
                play.start("finisher", back::finish);
                play.join();
                other.startThread("hopeless", ThreadKind.DAEMON, 0, ts -> {
                    begun++;
                    try {
                        never.awaitUninterruptibly(ts);
                    } catch (ThreadEnd e) {
                        gone++;
                        throw e;
                    }
                });
                CloseReport report = other.close(Duration.ofMillis(100));
                assertThat(report.findings())
                        .hasSize(begun)
                        .allMatch(finding -> finding.kind() == CloseReport.Kind.THREAD_ABANDONED);
                sleep(Duration.ofMillis(100));
                assertThat(gone).isEqualTo(begun);
            }
        }
    }

    /** Who has a guard gets in while the interpreter closes, and the close waits for it. */
    static final class GuardsDelayClose implements Scenario {
        private volatile boolean entered;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                InterpreterGuard guard = other.guard("a callback");
                play.start("callback", () -> {
                    try (guard;
                            Attachment a = guard.attach()) {
                        a.threadState().checkBreaker();
                        assertThat(small.language().log).doesNotContain("clearModules 1");
                        entered = true;
                    }
                });
                play.start("closer", () -> {
                    assertThat(other.close(LONG).isClean()).isTrue();
                    assertThat(entered).isTrue();
                });
                play.join();
            }
        }
    }

    /** A new interpreter and the close of its runtime: it is either refused or closed with the others. */
    static final class BirthAgainstRuntimeClose implements Scenario {
        private int born;

        @Override
        public void run(Play play) {
            SmallRuntime small = new SmallRuntime();
            play.start("parent", () -> {
                try {
                    RuntimeInterpreter child = small.runtime().newInterpreter();
                    born++;
                    assertThat(child.id()).isEqualTo(1);
                } catch (InterpreterClosedException e) {
                    assertThat(e).hasMessageContaining("makes no new interpreters");
                }
            });
            small.close();
            play.join();
            assertThat(small.language().log)
                    .filteredOn("dropInterpreter 1"::equals)
                    .hasSizeGreaterThanOrEqualTo(born);
        }
    }

    @Test
    void attachAgainstClose() {
        Schedules.explore(AttachAgainstClose.class);
    }

    @Test
    void manyClosers() {
        Schedules.explore(ManyClosers.class);
    }

    @Test
    void startingAgainstClose() {
        Schedules.explore(StartingAgainstClose.class);
    }

    @Test
    void daemonsEnd() {
        Schedules.explore(DaemonsEnd.class);
    }

    @Test
    void cleaningUpIsNotDisturbed() {
        Schedules.explore(CleaningUpIsNotDisturbed.class);
    }

    @Test
    void puttingBackIsNotInterrupted() {
        Schedules.explore(PuttingBackIsNotInterrupted.class);
    }

    @Test
    void guardsDelayClose() {
        Schedules.explore(GuardsDelayClose.class);
    }

    @Test
    void birthAgainstRuntimeClose() {
        Schedules.explore(BirthAgainstRuntimeClose.class);
    }
}
