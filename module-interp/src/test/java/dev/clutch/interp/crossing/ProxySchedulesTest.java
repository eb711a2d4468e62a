package dev.clutch.interp.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.interp.PyThreadState;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Schedules;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Objects that are used from other interpreters, under explored schedules. */
class ProxySchedulesTest {
    /** Interpreters in a ring: the function of each calls that of the next through a proxy. */
    abstract static class Ring extends PythonScenario {
        final PyProxy[] hops;

        Ring(int size) {
            super(size, """
                    def hop(n):
                        return there(n - 1) + 1 if n else 0
                    """);
            this.hops = new PyProxy[size];
        }

        @Override
        void play(Play play) {
            int size = interpreters.length;
            for (int i = 0; i < size; i++) {
                try (Attachment a = interpreters[i].attach()) {
                    PyThreadState ts = (PyThreadState) a.threadState();
                    hops[i] = PyProxy.of(ts, Objects.requireNonNull(globals[i].get("hop")));
                }
            }
            for (int i = 0; i < size; i++) {
                globals[i].put("there", new PyProxy(hops[(i + 1) % size].shared));
            }
            hop(play);
        }

        abstract void hop(Play play);

        /** Starts a thread that goes from one to the next. */
        void start(Play play, int from, long times) {
            play.start(
                    "from " + from, () -> assertThat(call(from, "hop", times)).isEqualTo(times));
        }
    }

    /** Two interpreters call each other, there and back again. */
    static final class EachOther extends Ring {
        EachOther() {
            super(2);
        }

        @Override
        void hop(Play play) {
            start(play, 0, 3);
            start(play, 1, 3);
            play.join();
        }
    }

    /** Three interpreters call each other in a ring, each more than once round. */
    static final class RingOfThree extends Ring {
        RingOfThree() {
            super(3);
        }

        @Override
        void hop(Play play) {
            for (int i = 0; i < 3; i++) {
                start(play, i, 4);
            }
            play.join();
        }
    }

    /** One of the ring closes: who calls it has the answer or is told that it is gone, and the close waits for nobody who waits for it. */
    static final class UnderClose extends Ring {
        UnderClose() {
            super(3);
        }

        @Override
        void hop(Play play) {
            for (int i = 0; i < 3; i++) {
                int from = i;
                play.start("from " + i, () -> {
                    Object answer = call(from, "hop", 4L);
                    if (!answer.equals(4L)) {
                        assertThat((String) answer)
                                .matches("refused|(?s)raised .*the object is gone with interpreter 2.*");
                    }
                });
            }
            play.start("closer", () -> {
                long start = System.nanoTime();
                assertThat(interpreters[1].close(LONG).isClean()).isTrue();
                assertThat(System.nanoTime() - start).isLessThan(LONG.toNanos());
            });
            play.join();
            assertThat(call(0, "hop", 1L)).asString().contains("the object is gone with interpreter 2");
        }
    }

    /** A call that never returns is ended by the close of the interpreter in which it runs; its caller, inside of two of them, goes on where it came from. */
    static final class EndedVisit extends PythonScenario {
        EndedVisit() {
            super(2, """
                    def spin(back):
                        back(None)
                        while True:
                            pass
                    def visit(function):
                        function(entered)
                    def entered(_):
                        global inside
                        inside = True
                    """);
        }

        @Override
        void play(Play play) {
            PyProxy spin;
            try (Attachment a = interpreters[1].attach()) {
                spin = PyProxy.of((PyThreadState) a.threadState(), Objects.requireNonNull(globals[1].get("spin")));
            }
            play.start(
                    "visitor",
                    () -> assertThat(call(0, "visit", new PyProxy(spin.shared)))
                            .asString()
                            .contains("the object is gone with interpreter 2"));
            play.start("closer", () -> {
                CloseReport report = interpreters[1].close(Duration.ofMillis(50));
                assertThat(report.findings()).allMatch(finding -> finding.kind() == CloseReport.Kind.NOT_WAITED_FOR);
            });
            play.join();
        }
    }

    /** The owner ends the sharing while others call: each call is answered or refused, and none comes through afterwards. */
    static final class Revoked extends Ring {
        private volatile boolean revoked;

        Revoked() {
            super(2);
        }

        @Override
        void hop(Play play) {
            for (int i = 0; i < 2; i++) {
                play.start("caller " + i, () -> {
                    for (int n = 0; n < 2; n++) {
                        boolean late = revoked;
                        Object answer = call(0, "hop", 1L);
                        if (late || !answer.equals(1L)) {
                            assertThat(answer).asString().contains("the object is not shared any more");
                        }
                    }
                });
            }
            play.start("owner", () -> {
                try (Attachment a = interpreters[1].attach()) {
                    hops[1].revoke((PyThreadState) a.threadState());
                }
                revoked = true;
            });
            play.join();
        }
    }

    @Test
    void eachOther() {
        Schedules.explore(EachOther.class);
    }

    @Test
    void ringOfThree() {
        Schedules.explore(RingOfThree.class);
    }

    @Test
    void underClose() {
        Schedules.explore(UnderClose.class);
    }

    @Test
    void endedVisit() {
        Schedules.explore(EndedVisit.class);
    }

    @Test
    void revoked() {
        Schedules.explore(Revoked.class);
    }
}
