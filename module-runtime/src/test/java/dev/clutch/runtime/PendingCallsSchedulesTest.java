package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import dev.clutch.runtime.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pending calls, asynchronous exceptions and interrupts under explored schedules. */
class PendingCallsSchedulesTest {
    /** Two threads add, two poll: each call runs once, one at a time, those of an adder in its order. */
    static final class OnceAndInOrder implements Scenario {
        private static final int CALLS = 4;

        private final List<String> made = new ArrayList<>();
        private int inside;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                for (int i = 0; i < 2; i++) {
                    String adder = "adder " + i;
                    play.start(adder, () -> {
                        for (int n = 0; n < CALLS; n++) {
                            String call = adder + " " + n;
                            assertThat(small.main().addPendingCall(ts -> make(ts, call)))
                                    .isTrue();
                        }
                    });
                    play.start("poller " + i, () -> {
                        try (Attachment a = small.main().attach()) {
                            while (made.size() < 2 * CALLS) {
                                a.threadState().checkBreaker();
                                a.threadState().detach();
                                a.threadState().reattach();
                            }
                        }
                    });
                }
                play.join();
                for (int i = 0; i < 2; i++) {
                    String adder = "adder " + i;
                    assertThat(made)
                            .filteredOn(call -> call.startsWith(adder))
                            .containsExactly(adder + " 0", adder + " 1", adder + " 2", adder + " 3");
                }
            }
        }

        private void make(RuntimeThreadState ts, String call) {
            inside++;
            // Gives the lock away in the middle: another thread must not begin to drain.
            ts.detach();
            ts.reattach();
            assertThat(inside).isEqualTo(1);
            inside--;
            made.add(call);
        }
    }

    /** A call that was accepted is made, whether a thread or the close comes to it; one that was not is never made. */
    static final class AcceptedMeansMade implements Scenario {
        private volatile int accepted;
        private volatile int made;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // a thread each
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                RuntimeInterpreter other = small.runtime().newInterpreter();
                play.start("adder", () -> {
                    for (int n = 0; n < 6; n++) {
                        if (other.addPendingCall(_ -> made++)) {
                            accepted++;
                        }
                    }
                });
                play.start("closer", () -> {
                    CloseReport report = other.close(Duration.ofMinutes(1));
                    int dropped = 0;
                    for (CloseReport.Finding finding : report.findings()) {
                        if (finding.kind() == CloseReport.Kind.CALLS_DROPPED) {
                            dropped += Integer.parseInt(finding.subject().replaceAll("\\D", ""));
                        }
                    }
                    made += dropped;
                });
                play.join();
                assertThat(made).isEqualTo(accepted);
            }
        }
    }

    /** An exception that another thread sets comes once, also to a thread that blocks. */
    static final class AsynchronousExceptionComesOnce implements Scenario {
        private volatile long ident;
        private int raised;

        @Override
        public void run(Play play) {
            try (SmallRuntime small = new SmallRuntime()) {
                WaitPoint never = new WaitPoint();
                play.start("victim", () -> {
                    try (Attachment a = small.main().attach()) {
                        ident = a.threadState().threadIdent();
                        while (raised == 0) {
                            try {
                                WaitPoint.Outcome outcome = never.await(a.threadState(), Long.MAX_VALUE);
                                assertThat(outcome).isEqualTo(WaitPoint.Outcome.WOKEN);
                                a.threadState().checkBreaker();
                            } catch (TestLanguage.Raised e) {
                                raised++;
                            }
                        }
                        a.threadState().checkBreaker();
                    }
                });
                play.start("setter", () -> {
                    boolean set = false;
                    while (!set) {
                        try (Attachment _ = small.main().attach()) {
                            set = ident != 0 && small.main().setAsyncException(ident, "stop") == 1;
                        }
                    }
                });
                play.join();
                assertThat(raised).isEqualTo(1);
            }
        }
    }

    @Test
    void onceAndInOrder() {
        Schedules.explore(OnceAndInOrder.class);
    }

    @Test
    void acceptedMeansMade() {
        Schedules.explore(AcceptedMeansMade.class);
    }

    @Test
    void asynchronousExceptionComesOnce() {
        Schedules.explore(AsynchronousExceptionComesOnce.class);
    }
}
