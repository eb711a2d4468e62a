package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.exchange.ChannelException;
import dev.clutch.runtime.exchange.ChannelFault;
import dev.clutch.runtime.exchange.ChannelItem;
import dev.clutch.runtime.exchange.ChannelRegistry;
import dev.clutch.runtime.exchange.UnboundPolicy;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Schedules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Channels between interpreters under explored schedules: sending, receiving, closing, the ends of each interpreter. */
class ChannelSchedulesTest {
    /** A scenario of channels. */
    abstract static class Channels extends ExchangeScenario {
        @Override
        void exchange(Play play, SmallRuntime small) {
            exchange(play, small, small.runtime().exchange().channels());
        }

        abstract void exchange(Play play, SmallRuntime small, ChannelRegistry channels);

        ChannelItem item(RuntimeThreadState ts, String name, boolean waits) {
            return new ChannelItem(ts.interpreter().id(), figure(name), UnboundPolicy.REPLACE, waits);
        }

        /** Sends and waits as the module does: what did not leave is the sender's. Returns why it did not, null when it has been received. */
        @Nullable
        ChannelFault sendAndWait(ChannelRegistry channels, RuntimeThreadState ts, long id, String name, long nanos) {
            ChannelItem item = item(ts, name, true);
            ChannelFault fault = null;
            boolean done = false;
            try {
                channels.sendAndWait(ts, id, item, nanos);
                done = true;
                assertThat(isWithReceiver(name)).as(name).isTrue();
            } catch (ChannelException e) {
                fault = e.fault();
            } finally {
                if (!done && item.isWithSender()) {
                    received(item);
                }
            }
            return fault;
        }

        private boolean isWithReceiver(String name) {
            for (Figure figure : sent) {
                if (figure.name.equals(name)) {
                    return figure.ends == 1;
                }
            }
            return false;
        }

        /** Receives as the module does; returns why there was nothing, null when there was. */
        @Nullable
        ChannelFault receive(ChannelRegistry channels, RuntimeThreadState ts, long id) {
            try {
                ChannelItem item = channels.receive(ts, id);
                received(item);
                item.received();
                return null;
            } catch (ChannelException e) {
                return e.fault();
            }
        }

        /** Receives, asking again while it is empty; returns how many have come when nothing will any more. */
        int receiveAll(ChannelRegistry channels, RuntimeThreadState ts, long id, int most) {
            int count = 0;
            while (count < most) {
                ChannelFault fault = receive(channels, ts, id);
                if (fault == null) {
                    count++;
                } else if (fault != ChannelFault.EMPTY) {
                    break;
                }
                ts.checkBreaker();
            }
            return count;
        }
    }

    /** Two send, one without waiting, and two receive: all comes once, and a sender that waited goes on when its item has been received. */
    static final class SendAndReceive extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            inside(play, small, "patient", ts -> {
                for (int n = 0; n < 2; n++) {
                    assertThat(sendAndWait(channels, ts, id, "patient " + n, FOR_EVER))
                            .isNull();
                }
            });
            inside(play, small, "hasty", ts -> {
                for (int n = 0; n < 2; n++) {
                    channels.send(id, item(ts, "hasty " + n, false));
                }
            });
            for (int i = 0; i < 2; i++) {
                inside(play, small, "receiver " + i, ts -> {
                    while (got.size() < 4) {
                        ChannelFault fault = receive(channels, ts, id);
                        assertThat(fault).isIn(null, ChannelFault.EMPTY);
                    }
                });
            }
            play.join();
            eachCameOnce();
            assertThat(channels.size(id)).isZero();
        }
    }

    /** One receives from two senders: the items of each come in its order. */
    static final class InOrder extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                String sender = "sender " + i;
                inside(play, small, sender, ts -> {
                    for (int n = 0; n < 3; n++) {
                        channels.send(id, item(ts, sender + " " + n, false));
                    }
                });
            }
            inside(
                    play,
                    small,
                    "receiver",
                    ts -> assertThat(receiveAll(channels, ts, id, 6)).isEqualTo(6));
            play.join();
            eachCameOnce();
            for (int i = 0; i < 2; i++) {
                String sender = "sender " + i;
                assertThat(gotFrom(sender)).containsExactly(sender + " 0", sender + " 1", sender + " 2");
            }
        }
    }

    /** The time of a sender ends while a receiver takes the item out: it has it, or the sender has it again and is told. */
    static final class TimesOut extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                String name = "item " + i;
                inside(play, small, "sender " + i, ts -> {
                    ChannelFault fault = sendAndWait(channels, ts, id, name, 60_000);
                    assertThat(fault).isIn(null, ChannelFault.TIMED_OUT);
                });
            }
            inside(play, small, "receiver", ts -> {
                for (int n = 0; n < 6; n++) {
                    assertThat(receive(channels, ts, id)).isIn(null, ChannelFault.EMPTY);
                    ts.checkBreaker();
                }
            });
            play.join();
            eachCameOnce();
            assertThat(channels.size(id)).isZero();
        }
    }

    /** A channel is closed with force while one waits for its item to be received, and another receives: each is told, nothing is lost or kept twice. */
    static final class CloseWhileWaiting extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            inside(play, small, "patient", ts -> {
                ChannelFault fault = sendAndWait(channels, ts, id, "patient", FOR_EVER);
                assertThat(fault).isIn(null, ChannelFault.CLOSED, ChannelFault.CLOSED_WAITING);
            });
            inside(play, small, "hasty", ts -> {
                ChannelItem item = item(ts, "hasty", false);
                try {
                    channels.send(id, item);
                } catch (ChannelException e) {
                    assertThat(e.fault()).isEqualTo(ChannelFault.CLOSED);
                    assertThat(item.isWithSender()).isTrue();
                    received(item);
                }
            });
            inside(play, small, "receiver", ts -> receiveAll(channels, ts, id, 2));
            inside(play, small, "closer", ts -> channels.close(id, false, true));
            play.join();
            eachCameOnce();
        }
    }

    /** The send end alone is closed: what is in the channel can be received, and with the last item it is closed. */
    static final class SendEndCloses extends Channels {
        private int accepted;

        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            inside(play, small, "sender", ts -> {
                for (int n = 0; n < 3; n++) {
                    ChannelItem item = item(ts, "item " + n, false);
                    try {
                        channels.send(id, item);
                        accepted++;
                    } catch (ChannelException e) {
                        assertThat(e.fault()).isEqualTo(ChannelFault.CLOSED);
                        received(item);
                    }
                }
            });
            inside(play, small, "closer", ts -> {
                channels.close(id, true, false);
            });
            int[] received = new int[1];
            inside(play, small, "receiver", ts -> received[0] = receiveAll(channels, ts, id, 4));
            play.join();
            assertThat(received[0]).isEqualTo(accepted);
            eachCameOnce();
        }
    }

    /** An interpreter gives its recv end up while another one of its threads receives; the other interpreter keeps its own. */
    static final class ReleaseAgainstReceive extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            RuntimeInterpreter sender = small.runtime().newInterpreter();
            RuntimeInterpreter first = small.runtime().newInterpreter();
            RuntimeInterpreter second = small.runtime().newInterpreter();
            try (Attachment a = sender.attach()) {
                for (int n = 0; n < 4; n++) {
                    channels.send(id, item(a.threadState(), "item " + n, false));
                }
            }
            play.start("receiver", () -> {
                try (Attachment a = first.attach()) {
                    for (int n = 0; n < 3; n++) {
                        assertThat(receive(channels, a.threadState(), id)).isIn(null, ChannelFault.INTERPRETER_CLOSED);
                        a.threadState().checkBreaker();
                    }
                }
            });
            play.start("releaser", () -> {
                try (Attachment a = first.attach()) {
                    channels.release(a.threadState(), id, false, true);
                    assertThat(receive(channels, a.threadState(), id)).isEqualTo(ChannelFault.INTERPRETER_CLOSED);
                }
            });
            play.join();
            assertThat(channels.users(id, false)).doesNotContain(first.id());
            try (Attachment a = second.attach()) {
                int left = 4 - got.size();
                assertThat(receiveAll(channels, a.threadState(), id, left)).isEqualTo(left);
            }
            eachCameOnce();
        }
    }

    /** The sender's interpreter closes: its items have been received, or their places are empty, or gone, as it wanted. */
    static final class SenderCloses extends Channels {
        private int places;
        private int empty;

        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            RuntimeInterpreter sender = small.runtime().newInterpreter();
            RuntimeInterpreter receiver = small.runtime().newInterpreter();
            try (Attachment a = receiver.attach()) {
                // As in CPython, a channel that only the closed interpreter has used is closed.
                assertThat(receive(channels, a.threadState(), id)).isEqualTo(ChannelFault.EMPTY);
            }
            try (Attachment a = sender.attach()) {
                UnboundPolicy[] policies = {UnboundPolicy.REPLACE, UnboundPolicy.REMOVE, UnboundPolicy.ERROR};
                for (UnboundPolicy policy : policies) {
                    channels.send(id, new ChannelItem(a.interpreter().id(), figure(policy.name()), policy, false));
                }
            }
            play.start(
                    "closer",
                    () -> assertThat(sender.close(Duration.ofMinutes(1)).isClean())
                            .isTrue());
            play.start("receiver", () -> {
                try (Attachment a = receiver.attach()) {
                    receivePlaces(channels, a.threadState(), id);
                }
            });
            play.join();
            eachCameOnce();
            assertThat(places).isEqualTo(empty + got.size()).isBetween(2, 3);
        }

        private void receivePlaces(ChannelRegistry channels, RuntimeThreadState ts, long id) {
            while (channels.size(id) > 0) {
                try {
                    ChannelItem item = channels.receive(ts, id);
                    places++;
                    if (item.parcel() == null) {
                        assertThat(item.policy()).isNotEqualTo(UnboundPolicy.REMOVE);
                        empty++;
                    } else {
                        received(item);
                    }
                } catch (ChannelException e) {
                    assertThat(e.fault()).isEqualTo(ChannelFault.EMPTY);
                }
            }
        }
    }

    /** An exception reaches a sender that waits: its item is its own again, or has been received. */
    static final class InterruptedSender extends Channels {
        private volatile long ident;
        private volatile boolean ended;

        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            RuntimeInterpreter own = small.runtime().newInterpreter();
            play.start("sender", () -> {
                try (Attachment a = own.attach()) {
                    ident = a.threadState().threadIdent();
                    assertThat(sendAndWait(channels, a.threadState(), id, "only", FOR_EVER))
                            .isNull();
                    a.threadState().checkBreaker();
                } catch (TestLanguage.Raised e) {
                    assertThat(e).hasMessageContaining("async");
                } finally {
                    ended = true;
                }
            });
            play.start("interrupter", () -> {
                while (ident == 0 && !ended) {
                    Thread.onSpinWait();
                }
                own.setAsyncException(ident, "stop");
            });
            inside(play, small, "receiver", ts -> {
                for (int n = 0; n < 4; n++) {
                    assertThat(receive(channels, ts, id)).isIn(null, ChannelFault.EMPTY);
                    ts.checkBreaker();
                }
            });
            play.join();
            eachCameOnce();
            assertThat(channels.size(id)).isZero();
        }
    }

    /** Names of a channel come and go while it is used: it lives as long as one is left, and what is in it goes with the last. */
    static final class LastName extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            assertThat(channels.name(id)).isTrue();
            assertThat(channels.name(id)).isTrue();
            for (int i = 0; i < 2; i++) {
                String name = "sender " + i;
                inside(play, small, name, ts -> {
                    channels.send(id, item(ts, name, false));
                    channels.unname(id);
                });
            }
            play.join();
            assertThat(channels.list()).isEmpty();
            eachCameOnce();
        }
    }

    /** Threads that are in no interpreter wait for items; each comes to one of them. */
    static final class ReceivedOutside extends Channels {
        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                play.start("outside " + i, () -> take(channels, id));
            }
            inside(play, small, "sender", ts -> {
                assertThat(sendAndWait(channels, ts, id, "first", FOR_EVER)).isNull();
                channels.send(id, item(ts, "second", false));
            });
            play.join();
            eachCameOnce();
            assertThat(got).hasSize(2);
        }

        private void take(ChannelRegistry channels, long id) {
            ChannelItem item = channels.receiveForNobody(null, id, FOR_EVER);
            received(item);
            if (item != null) {
                item.received();
            }
        }
    }

    /** The channel is closed, with what may be in it, while somebody outside waits: he is told. */
    static final class ClosedForWhoWaitsOutside extends Channels {
        private @Nullable ChannelFault fault;

        @Override
        void exchange(Play play, SmallRuntime small, ChannelRegistry channels) {
            long id = channels.create(UnboundPolicy.REPLACE);
            play.start("outside", () -> {
                try {
                    for (int i = 0; i < 2; i++) {
                        received(channels.receiveForNobody(null, id, FOR_EVER));
                    }
                } catch (ChannelException e) {
                    fault = e.fault();
                }
            });
            inside(play, small, "sender", ts -> {
                channels.send(id, item(ts, "only", false));
                channels.close(id, true, true);
            });
            play.join();
            eachCameOnce();
            assertThat(fault).isEqualTo(ChannelFault.CLOSED);
        }
    }

    @Test
    void sendAndReceive() {
        Schedules.explore(SendAndReceive.class);
    }

    @Test
    void inOrder() {
        Schedules.explore(InOrder.class);
    }

    @Test
    void timesOut() {
        Schedules.explore(TimesOut.class);
    }

    @Test
    void closeWhileWaiting() {
        Schedules.explore(CloseWhileWaiting.class);
    }

    @Test
    void sendEndCloses() {
        Schedules.explore(SendEndCloses.class);
    }

    @Test
    void releaseAgainstReceive() {
        Schedules.explore(ReleaseAgainstReceive.class);
    }

    @Test
    void senderCloses() {
        Schedules.explore(SenderCloses.class);
    }

    @Test
    void interruptedSender() {
        Schedules.explore(InterruptedSender.class);
    }

    @Test
    void lastName() {
        Schedules.explore(LastName.class);
    }

    @Test
    void receivedOutside() {
        Schedules.explore(ReceivedOutside.class);
    }

    @Test
    void closedForWhoWaitsOutside() {
        Schedules.explore(ClosedForWhoWaitsOutside.class);
    }
}
