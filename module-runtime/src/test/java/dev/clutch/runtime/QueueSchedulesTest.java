package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.exchange.ExchangeClosedException;
import dev.clutch.runtime.exchange.Item;
import dev.clutch.runtime.exchange.ItemQueue;
import dev.clutch.runtime.exchange.QueueRegistry;
import dev.clutch.runtime.exchange.Selection;
import dev.clutch.runtime.exchange.UnboundPolicy;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Schedules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queues between interpreters under explored schedules: nothing is lost, nothing comes twice, nobody overtakes. */
class QueueSchedulesTest {
    /** A scenario of queues. */
    abstract static class Exchanging extends ExchangeScenario {
        @Override
        void exchange(Play play, SmallRuntime small) {
            exchange(play, small, small.runtime().exchange().queues());
        }

        abstract void exchange(Play play, SmallRuntime small, QueueRegistry queues);

        Item item(String name) {
            return new Item(0, figure(name), 0, UnboundPolicy.REPLACE);
        }
    }

    /** Two put into a queue that holds one, two get: all comes, the items of each sender in their order. */
    static final class Bounded extends Exchanging {
        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(1, 0, UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                String sender = "sender " + i;
                inside(play, small, sender, ts -> {
                    for (int n = 0; n < 3; n++) {
                        assertThat(queue.put(ts, item(sender + " " + n), FOR_EVER))
                                .isTrue();
                        assertThat(queue.size()).isLessThanOrEqualTo(1);
                    }
                });
                inside(play, small, "receiver " + i, ts -> {
                    for (int n = 0; n < 3; n++) {
                        received(new Selection(List.of(queue)).await(ts, FOR_EVER));
                    }
                });
            }
            play.join();
            eachCameOnce();
            assertThat(queue.size()).isZero();
        }
    }

    /** One gets while two put: what one sender has put comes in its order. */
    static final class InOrder extends Exchanging {
        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(2, 0, UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                String sender = "sender " + i;
                inside(play, small, sender, ts -> {
                    for (int n = 0; n < 3; n++) {
                        assertThat(queue.put(ts, item(sender + " " + n), FOR_EVER))
                                .isTrue();
                    }
                });
            }
            inside(play, small, "receiver", ts -> {
                for (int n = 0; n < 6; n++) {
                    received(new Selection(List.of(queue)).await(ts, FOR_EVER));
                }
            });
            play.join();
            eachCameOnce();
            for (int i = 0; i < 2; i++) {
                String sender = "sender " + i;
                assertThat(gotFrom(sender)).containsExactly(sender + " 0", sender + " 1", sender + " 2");
            }
        }
    }

    /** Waits that may end by their time at the moment they are served: what was handed over is got or stays. */
    static final class TimesOut extends Exchanging {
        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(1, 0, UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                inside(play, small, "receiver " + i, ts -> {
                    for (int n = 0; n < 3; n++) {
                        Item item = new Selection(List.of(queue)).await(ts, 300_000);
                        if (item != null) {
                            received(item);
                        }
                    }
                });
                inside(play, small, "sender " + i, ts -> {
                    for (int n = 0; n < 3; n++) {
                        Item item = item("item " + n);
                        if (!queue.put(ts, item, 300_000)) {
                            received(item);
                        }
                    }
                });
            }
            play.join();
            for (Item rest = queue.poll(); rest != null; rest = queue.poll()) {
                received(rest);
            }
            eachCameOnce();
        }
    }

    /** Two queues get an item at the same moment while one thread waits at both: it takes the one, the other stays. */
    static final class Selects extends Exchanging {
        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue first = queues.create(0, 0, UnboundPolicy.REPLACE);
            ItemQueue second = queues.create(0, 0, UnboundPolicy.REPLACE);
            play.start(
                    "to the first", () -> assertThat(first.offer(item("first"))).isTrue());
            play.start(
                    "to the second",
                    () -> assertThat(second.offer(item("second"))).isTrue());
            inside(play, small, "receiver", ts -> {
                for (int n = 0; n < 2; n++) {
                    Selection selection = new Selection(List.of(first, second));
                    received(selection.await(ts, FOR_EVER));
                    assertThat(got.getLast().name).isEqualTo(selection.index() == 0 ? "first" : "second");
                }
            });
            play.join();
            eachCameOnce();
        }
    }

    /** The queue goes while threads wait at both ends: each is told, and each item is got, dropped or still its sender's. */
    static final class CloseWhileWaiting extends Exchanging {
        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(1, 0, UnboundPolicy.REPLACE);
            for (int i = 0; i < 2; i++) {
                inside(play, small, "sender " + i, ts -> {
                    for (int n = 0; n < 2; n++) {
                        Item item = item("item " + n);
                        try {
                            assertThat(queue.put(ts, item, FOR_EVER)).isTrue();
                        } catch (ExchangeClosedException e) {
                            received(item);
                        }
                    }
                });
            }
            inside(play, small, "receiver", ts -> {
                try {
                    for (int n = 0; n < 4; n++) {
                        received(new Selection(List.of(queue)).await(ts, FOR_EVER));
                    }
                } catch (ExchangeClosedException e) {
                    assertThat(e).hasMessageContaining("closed");
                }
            });
            inside(play, small, "closer", ts -> queues.destroy(queue.id()));
            play.join();
            eachCameOnce();
        }
    }

    /** An exception reaches a receiver while it is served: the item goes back to the front, and another gets it. */
    static final class InterruptedReceiver extends Exchanging {
        private volatile long ident;
        private volatile boolean ended;

        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(0, 0, UnboundPolicy.REPLACE);
            RuntimeInterpreter own = small.runtime().newInterpreter();
            play.start("receiver", () -> {
                try (Attachment a = own.attach()) {
                    ident = a.threadState().threadIdent();
                    received(new Selection(List.of(queue)).await(a.threadState(), FOR_EVER));
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
            inside(
                    play,
                    small,
                    "sender",
                    ts -> assertThat(queue.put(ts, item("only"), FOR_EVER)).isTrue());
            play.join();
            Item rest = queue.poll();
            if (rest != null) {
                received(rest);
            }
            eachCameOnce();
        }
    }

    /** An exception reaches a sender while its item is let in, or is got already: it is the sender's again or the receiver's, never both. */
    static final class InterruptedSender extends Exchanging {
        private volatile long ident;
        private volatile boolean ended;

        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(1, 0, UnboundPolicy.REPLACE);
            assertThat(queue.offer(item("first"))).isTrue();
            RuntimeInterpreter own = small.runtime().newInterpreter();
            play.start("sender", () -> {
                Item item = item("second");
                boolean done = false;
                try (Attachment a = own.attach()) {
                    ident = a.threadState().threadIdent();
                    done = queue.put(a.threadState(), item, FOR_EVER);
                    a.threadState().checkBreaker();
                } catch (TestLanguage.Raised e) {
                    assertThat(e).hasMessageContaining("async");
                } finally {
                    ended = true;
                    if (!done && item.isWithSender()) {
                        received(item);
                    }
                }
            });
            play.start("interrupter", () -> {
                while (ident == 0 && !ended) {
                    Thread.onSpinWait();
                }
                own.setAsyncException(ident, "stop");
            });
            inside(play, small, "receiver", ts -> {
                for (int i = 0; i < 2; i++) {
                    Item item = new Selection(List.of(queue)).await(ts, 100_000);
                    if (item != null) {
                        received(item);
                    }
                }
            });
            play.join();
            for (Item rest = queue.poll(); rest != null; rest = queue.poll()) {
                received(rest);
            }
            eachCameOnce();
        }
    }

    /** Nobody sends: only the wake that comes with the exception can end the wait. */
    static final class OnlyTheWakeEndsIt extends Exchanging {
        private volatile long ident;

        @Override
        void exchange(Play play, SmallRuntime small, QueueRegistry queues) {
            ItemQueue queue = queues.create(0, 0, UnboundPolicy.REPLACE);
            RuntimeInterpreter own = small.runtime().newInterpreter();
            play.start("receiver", () -> {
                try (Attachment a = own.attach()) {
                    ident = a.threadState().threadIdent();
                    Item item = new Selection(List.of(queue)).await(a.threadState(), FOR_EVER);
                    throw new AssertionError("got " + item);
                } catch (TestLanguage.Raised e) {
                    assertThat(e).hasMessageContaining("async");
                }
            });
            play.start("interrupter", () -> {
                while (ident == 0) {
                    Thread.onSpinWait();
                }
                own.setAsyncException(ident, "stop");
            });
            play.join();
        }
    }

    @Test
    void onlyTheWakeEndsIt() {
        Schedules.explore(OnlyTheWakeEndsIt.class);
    }

    @Test
    void bounded() {
        Schedules.explore(Bounded.class);
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
    void selects() {
        Schedules.explore(Selects.class);
    }

    @Test
    void closeWhileWaiting() {
        Schedules.explore(CloseWhileWaiting.class);
    }

    @Test
    void interruptedSender() {
        Schedules.explore(InterruptedSender.class);
    }

    @Test
    void interruptedReceiver() {
        Schedules.explore(InterruptedReceiver.class);
    }
}
