package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import dev.clutch.runtime.schedule.Schedules;
import org.junit.jupiter.api.Test;

/** The locks of named resources under explored schedules: one thread at a time, however those who wait are interrupted or closed, and free at the end. */
class SharedResourceSchedulesTest {
    private static final String NAME = "lib";

    /** Threads of as many interpreters that use a resource and look whether they are alone in it. */
    abstract static class Using implements Scenario {
        private boolean used;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                use(play, small);
                SharedResourceReport.Resource lib =
                        small.runtime().sharedResourceReport().resources().getFirst();
                assertThat(lib.holder()).isNull();
                assertThat(lib.queueLength()).isZero();
            }
        }

        abstract void use(Play play, SmallRuntime small);

        void once(RuntimeThreadState ts) {
            ts.acquireResource(NAME);
            try {
                assertThat(used).isFalse();
                used = true;
                ts.checkBreaker();
                used = false;
            } finally {
                used = false;
                ts.releaseResource(NAME);
            }
        }

        void user(Play play, RuntimeInterpreter own, String name) {
            play.start(name, () -> {
                try (Attachment a = own.attach()) {
                    once(a.threadState());
                    once(a.threadState());
                }
            });
        }
    }

    /** Three interpreters take turns. */
    static final class TakesTurns extends Using {
        @Override
        void use(Play play, SmallRuntime small) {
            for (int i = 0; i < 3; i++) {
                user(play, small.runtime().newInterpreter(), "user " + i);
            }
            play.join();
            assertThat(small.runtime()
                            .sharedResourceReport()
                            .resources()
                            .getFirst()
                            .acquisitions())
                    .isEqualTo(6);
        }
    }

    /** The one that waits gets an exception at the moment when the lock is handed to it: it has the lock, or passes it on. */
    static final class Interrupted extends Using {
        private volatile boolean held;
        private volatile boolean queued;

        @Override
        void use(Play play, SmallRuntime small) {
            Runtime runtime = small.runtime();
            RuntimeInterpreter holder = runtime.newInterpreter();
            RuntimeInterpreter own = runtime.newInterpreter();
            play.start("holder", () -> {
                try (Attachment a = holder.attach()) {
                    a.threadState().acquireResource(NAME);
                    held = true;
                    while (runtime.sharedResourceReport().resources().getFirst().queueLength() == 0) {
                        Thread.onSpinWait();
                    }
                    queued = true;
                    a.threadState().releaseResource(NAME);
                }
            });
            play.start("interrupter", () -> {
                while (!queued) {
                    Thread.onSpinWait();
                }
                own.interrupt();
            });
            play.start("waiter", () -> {
                while (!held) {
                    Thread.onSpinWait();
                }
                try (Attachment a = own.attach()) {
                    try {
                        once(a.threadState());
                    } catch (TestLanguage.Raised e) {
                        assertThat(e).hasMessage("interrupted");
                    }
                    // before it leaves, which would give back anything
                    assertThat(runtime.sharedResourceReport()
                                    .resources()
                                    .getFirst()
                                    .holder())
                            .isNotEqualTo(a.threadState().toString());
                }
            });
            play.join();
        }
    }

    /** One interpreter closes while its threads hold and wait. */
    static final class Closed extends Using {
        @Override
        void use(Play play, SmallRuntime small) {
            RuntimeInterpreter own = small.runtime()
                    .newInterpreter(
                            InterpreterConfig.builder().allowDaemonThreads(true).build());
            try (Attachment a = own.attach()) {
                assertThat(a.threadState().isAttached()).isTrue();
                for (int i = 0; i < 2; i++) {
                    PythonThread ignored = own.startThread("daemon " + i, ThreadKind.DAEMON, 0, ts -> {
                        for (int n = 0; n < 4; n++) {
                            once(ts);
                        }
                    });
                }
            }
            user(play, small.runtime().newInterpreter(), "other");
            own.close();
            play.join();
        }
    }

    /** What a thread has not given back is given back when it leaves. */
    static final class LeftBehind extends Using {
        @Override
        void use(Play play, SmallRuntime small) {
            play.start("careless", () -> {
                try (Attachment a = small.runtime().newInterpreter().attach()) {
                    a.threadState().acquireResource(NAME);
                    a.threadState().acquireResource(NAME);
                }
            });
            user(play, small.runtime().newInterpreter(), "other");
            play.join();
        }
    }

    @Test
    void takesTurns() {
        Schedules.explore(TakesTurns.class);
    }

    @Test
    void interrupted() {
        Schedules.explore(Interrupted.class);
    }

    @Test
    void closed() {
        Schedules.explore(Closed.class);
    }

    @Test
    void leftBehind() {
        Schedules.explore(LeftBehind.class);
    }

    /** Statistics: who waited, and how long. */
    @Test
    void waitsAreCounted() throws InterruptedException {
        try (SmallRuntime small = new SmallRuntime();
                Threads threads = new Threads();
                Attachment a = small.main().attach()) {
            Runtime runtime = small.runtime();
            RuntimeThreadState ts = a.threadState();
            ts.acquireResource(NAME);
            ts.acquireResource(NAME);
            RuntimeInterpreter own = runtime.newInterpreter();
            threads.start(() -> {
                try (Attachment inside = own.attach()) {
                    inside.threadState().acquireResource(NAME);
                    inside.threadState().releaseResource(NAME);
                }
            });
            Threads.until(
                    () -> runtime.sharedResourceReport().resources().getFirst().queueLength() == 1);
            SharedResourceReport.Resource held =
                    runtime.sharedResourceReport().resources().getFirst();
            assertThat(held.holder()).isEqualTo(ts.toString());
            assertThat(held.acquisitions()).isEqualTo(1);
            Thread.sleep(20);
            ts.releaseResource(NAME);
            assertThat(runtime.sharedResourceReport().resources().getFirst().queueLength())
                    .isEqualTo(1);
            ts.releaseResource(NAME);
            Threads.until(
                    () -> runtime.sharedResourceReport().resources().getFirst().holder() == null);
            SharedResourceReport.Resource free =
                    runtime.sharedResourceReport().resources().getFirst();
            assertThat(free.acquisitions()).isEqualTo(2);
            assertThat(free.waits()).isEqualTo(1);
            assertThat(free.waitedMicros()).isGreaterThanOrEqualTo(20_000).isEqualTo(free.longestWaitMicros());
            assertThat(runtime.sharedResourceReport().inversions()).isEmpty();
        }
    }
}
