package dev.clutch.interp.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.runtime.exchange.UnboundPolicy;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Schedules;
import org.junit.jupiter.api.Test;

/** What buffers cross with, under explored schedules: they are on one side at a time, and go back to their owner. */
class DataSchedulesTest {
    /** A bytearray is handed over while its sender is interrupted: it is on one side, or on its way, never on two. */
    static final class Transferred extends PythonScenario {
        Transferred() {
            super(2, """
                    import _interpchannels, _interpreters
                    data = bytearray(b"data")
                    got = b""
                    def send(channel):
                        _interpchannels.send(channel, _interpreters.transfer(data), timeout=0.01)
                    def receive(channel):
                        global got
                        for _ in range(4):
                            got = got or _interpchannels.recv(channel, b"")[0]
                    def size():
                        return len(data)
                    def got_size():
                        return len(got)
                    """);
        }

        @Override
        void play(Play play) {
            long id = interpreters[0].runtime().exchange().channels().create(UnboundPolicy.REPLACE);
            play.start("sender", () -> {
                Object answer = call(0, "send", id);
                if (answer instanceof String text) {
                    assertThat(text).matches("raised (KeyboardInterrupt\\(\\)|TimeoutError\\(.*\\))");
                }
            });
            play.start("interrupter", () -> interpreters[0].interrupt());
            play.start("receiver", () -> assertThat(call(1, "receive", id)).isSameAs(Singleton.NONE));
            play.join();
            assertThat(call(1, "receive", id)).isSameAs(Singleton.NONE);
            assertThat((long) call(0, "size") + (long) call(1, "got_size")).isEqualTo(4);
        }
    }

    /** Two memoryviews of one interpreter's objects are given back in another, or nobody opens them: the exporters hear of it once each, in their own interpreter. */
    static final class ReleasedInItsOwner extends PythonScenario {
        ReleasedInItsOwner() {
            super(3, """
                    import _interpchannels, _interpreters
                    here = _interpreters.get_current()[0]
                    heard = []
                    class Exporter:
                        def __buffer__(self, flags):
                            return memoryview(b"data")
                        def __release_buffer__(self, view):
                            heard.append(_interpreters.get_current()[0])
                    def send(channel):
                        for _ in range(2):
                            _interpchannels.send_buffer(channel, Exporter(), blocking=False)
                    def receive(channel):
                        view, unbound = _interpchannels.recv(channel)
                        data = bytes(view)
                        view.release()
                        return data == b"data"
                    def destroy(channel):
                        _interpchannels.destroy(channel)
                    def heard_here():
                        for _ in range(3):
                            pass
                        return heard == [here, here]
                    """);
        }

        @Override
        void play(Play play) {
            var channels = interpreters[0].runtime().exchange().channels();
            long id = channels.create(UnboundPolicy.REPLACE);
            assertThat(call(0, "send", id)).isSameAs(Singleton.NONE);
            play.start("receiver", () -> {
                Object answer = call(1, "receive", id);
                assertThat(answer.equals(true) || answer.toString().startsWith("raised Channel"))
                        .as("%s", answer)
                        .isTrue();
            });
            play.start("destroyer", () -> assertThat(call(2, "destroy", id)).isSameAs(Singleton.NONE));
            play.start("owner", () -> call(0, "heard_here"));
            play.join();
            assertThat(call(0, "heard_here")).isEqualTo(true);
        }
    }

    @Test
    void releasedInItsOwner() {
        Schedules.explore(ReleasedInItsOwner.class);
    }

    @Test
    void transferred() {
        Schedules.explore(Transferred.class);
    }
}
