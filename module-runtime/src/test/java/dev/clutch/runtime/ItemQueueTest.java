package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.runtime.exchange.ExchangeClosedException;
import dev.clutch.runtime.exchange.Item;
import dev.clutch.runtime.exchange.ItemQueue;
import dev.clutch.runtime.exchange.Parcel;
import dev.clutch.runtime.exchange.QueueRegistry;
import dev.clutch.runtime.exchange.Selection;
import dev.clutch.runtime.exchange.UnboundPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemQueueTest {
    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final long SHORT = Duration.ofMillis(5).toNanos();

    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(new TestLanguage()).build());
    private final RuntimeInterpreter main = runtime.main();
    private final QueueRegistry queues = runtime.exchange().queues();
    private final AtomicInteger disposed = new AtomicInteger();

    @AfterEach
    void close() {
        runtime.close();
    }

    private final class Figure extends Parcel {
        final int value;

        Figure(int value) {
            this.value = value;
        }

        @Override
        public void dispose(Runtime in) {
            disposed.incrementAndGet();
        }
    }

    private Item item(int value) {
        return new Item(0, new Figure(value), 0, UnboundPolicy.REPLACE);
    }

    private static int value(@Nullable Item item) {
        if (item == null || !(item.parcel() instanceof Figure figure)) {
            throw new AssertionError("nothing came");
        }
        return figure.value;
    }

    private static @Nullable Item get(ItemQueue queue, RuntimeThreadState ts, long nanos) {
        return new Selection(List.of(queue)).await(ts, nanos);
    }

    private ItemQueue queue(int capacity) {
        return queues.create(capacity, 0, UnboundPolicy.REPLACE);
    }

    /** Starts a thread that does something in the main interpreter, and waits until that blocks. */
    private RuntimeThreadState blocked(Threads threads, Use use) throws InterruptedException {
        AtomicReference<RuntimeThreadState> inside = new AtomicReference<>();
        threads.start(() -> {
            try (Attachment a = main.attach()) {
                inside.set(a.threadState());
                use.run(a.threadState());
            }
        });
        Threads.until(() -> inside.get() != null && inside.get().isBlocked());
        return inside.get();
    }

    private interface Use {
        void run(RuntimeThreadState ts);
    }

    @Test
    void gettersAndPuttersAreServedInTheOrderTheyCame() throws Exception {
        ItemQueue queue = queue(1);
        List<String> got = Collections.synchronizedList(new ArrayList<>());
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 5; i++) {
                int n = i;
                RuntimeThreadState waiting = blocked(threads, ts -> {
                    got.add(n + ":" + value(get(queue, ts, FOR_EVER)));
                });
                if (i == 1) {
                    // Woken for another reason, it keeps its place.
                    AtomicInteger called = new AtomicInteger();
                    main.addPendingCall(ts -> called.incrementAndGet());
                    waiting.request(Breaker.PENDING);
                    Threads.until(() -> called.get() == 1 && waiting.isBlocked());
                }
            }
            for (int i = 0; i < 5; i++) {
                assertThat(queue.offer(item(i))).isTrue();
            }
        }
        assertThat(got).containsExactlyInAnyOrder("0:0", "1:1", "2:2", "3:3", "4:4");

        assertThat(queue.offer(item(10))).isTrue();
        try (Threads threads = new Threads()) {
            for (int i = 1; i < 5; i++) {
                int n = i;
                RuntimeThreadState ignored = blocked(
                        threads,
                        ts -> assertThat(queue.put(ts, item(10 + n), FOR_EVER)).isTrue());
            }
            assertThat(queue.offer(item(99))).isFalse();
            for (int i = 0; i < 5; i++) {
                assertThat(value(queue.poll())).isEqualTo(10 + i);
            }
            assertThat(queue.poll()).isNull();
        }
    }

    @Test
    void aWaitThatIsOverLeavesNothingBehind() {
        ItemQueue queue = queue(1);
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            assertThat(get(queue, ts, SHORT)).isNull();
            assertThat(queue.offer(item(1))).isTrue();
            assertThat(queue.put(ts, item(2), SHORT)).isFalse();
            assertThat(value(queue.poll())).isEqualTo(1);
            assertThat(queue.size()).isZero();
        }
    }

    @Test
    void closingTellsBothEndsAndDisposesOfWhatIsInIt() throws Exception {
        ItemQueue empty = queue(0);
        ItemQueue full = queue(1);
        assertThat(full.offer(item(1))).isTrue();
        AtomicInteger told = new AtomicInteger();
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 2; i++) {
                RuntimeThreadState getter = blocked(threads, ts -> {
                    assertThatThrownBy(() -> get(empty, ts, FOR_EVER)).isInstanceOf(ExchangeClosedException.class);
                    told.incrementAndGet();
                });
                RuntimeThreadState putter = blocked(threads, ts -> {
                    assertThatThrownBy(() -> full.put(ts, item(2), FOR_EVER))
                            .isInstanceOf(ExchangeClosedException.class);
                    told.incrementAndGet();
                });
                assertThat(getter).isNotSameAs(putter);
            }
            assertThat(queues.destroy(empty.id())).isTrue();
            assertThat(queues.destroy(full.id())).isTrue();
            assertThat(queues.destroy(full.id())).isFalse();
        }
        assertThat(told).hasValue(4);
        assertThat(disposed).hasValue(1);
        assertThatThrownBy(full::poll).isInstanceOf(ExchangeClosedException.class);
    }

    @Test
    void anInterruptedWaitGivesItsPlaceUp() throws Exception {
        ItemQueue queue = queue(1);
        try (Threads threads = new Threads()) {
            RuntimeThreadState getter = blocked(
                    threads,
                    ts -> assertThatThrownBy(() -> get(queue, ts, FOR_EVER)).isInstanceOf(TestLanguage.Raised.class));
            getter.interrupt();
        }
        assertThat(queue.offer(item(1))).isTrue();
        try (Threads threads = new Threads()) {
            RuntimeThreadState putter = blocked(
                    threads,
                    ts -> assertThatThrownBy(() -> queue.put(ts, item(2), FOR_EVER))
                            .isInstanceOf(TestLanguage.Raised.class));
            putter.interrupt();
        }
        assertThat(value(queue.poll())).isEqualTo(1);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void anExceptionTakesBackWhatTheWaitHasGotMeanwhile() throws Exception {
        ItemQueue queue = queue(1);
        try (Threads threads = new Threads()) {
            RuntimeThreadState getter = blocked(
                    threads,
                    ts -> assertThatThrownBy(() -> get(queue, ts, FOR_EVER)).hasMessage("after the put"));
            // The call runs in the waiting thread itself, whose turn it is.
            main.addPendingCall(ts -> {
                assertThat(queue.offer(item(1))).isTrue();
                throw new TestLanguage.Raised("after the put");
            });
            getter.request(Breaker.PENDING);
        }
        assertThat(queue.size()).isEqualTo(1);
        try (Threads threads = new Threads()) {
            RuntimeThreadState putter = blocked(
                    threads,
                    ts -> assertThatThrownBy(() -> queue.put(ts, item(2), FOR_EVER))
                            .hasMessage("after the get"));
            main.addPendingCall(ts -> {
                assertThat(value(queue.poll())).isEqualTo(1);
                assertThat(queue.size()).isEqualTo(1);
                throw new TestLanguage.Raised("after the get");
            });
            putter.request(Breaker.PENDING);
        }
        assertThat(queue.poll()).isNull();
    }

    @Test
    void whatAClosedInterpreterHasPutFollowsItsPolicy() {
        ItemQueue queue = queue(0);
        RuntimeInterpreter other = runtime.newInterpreter();
        for (UnboundPolicy policy : UnboundPolicy.values()) {
            assertThat(queue.offer(new Item(other.id(), new Figure(policy.code()), 0, policy)))
                    .isTrue();
        }
        assertThat(queue.offer(item(7))).isTrue();
        other.close();
        assertThat(disposed).hasValue(3);
        assertThat(queue.size()).isEqualTo(3);
        List<UnboundPolicy> left = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Item unbound = queue.poll();
            assertThat(unbound).isNotNull().extracting(Item::parcel).isNull();
            if (unbound != null) {
                left.add(unbound.policy());
            }
        }
        assertThat(left).containsExactly(UnboundPolicy.ERROR, UnboundPolicy.REPLACE);
        assertThat(value(queue.poll())).isEqualTo(7);
    }

    @Test
    void aSelectionTakesOneItemAndLeavesTheOtherQueues() throws Exception {
        ItemQueue a = queue(0);
        ItemQueue b = queue(0);
        AtomicInteger from = new AtomicInteger(-1);
        try (Threads threads = new Threads()) {
            RuntimeThreadState ignored = blocked(threads, ts -> {
                Selection selection = new Selection(List.of(a, b));
                assertThat(value(selection.await(ts, FOR_EVER))).isEqualTo(1);
                from.set(selection.index());
            });
            assertThat(b.offer(item(1))).isTrue();
            assertThat(a.offer(item(2))).isTrue();
        }
        assertThat(from).hasValue(1);
        assertThat(a.size()).isEqualTo(1);
        assertThat(b.size()).isZero();
    }

    /** Items are neither lost nor doubled whatever ends a wait, and keep the order of their sender. */
    @Test
    void nothingIsLostBetweenTimeoutsInterruptsAndSelections() throws Exception {
        ItemQueue a = queue(2);
        ItemQueue b = queue(2);
        int each = 2000;
        AtomicInteger got = new AtomicInteger();
        AtomicInteger[] last = {new AtomicInteger(-1), new AtomicInteger(-1)};
        AtomicReference<@Nullable RuntimeThreadState> victim = new AtomicReference<>();
        try (Threads threads = new Threads()) {
            for (int p = 0; p < 2; p++) {
                ItemQueue queue = p == 0 ? a : b;
                threads.start(() -> {
                    try (Attachment in = main.attach()) {
                        int next = 0;
                        while (next < each) {
                            if (queue.put(in.threadState(), item(next), next % 3 == 0 ? 1000 : FOR_EVER)) {
                                next++;
                            }
                        }
                    }
                });
            }
            threads.start(() -> {
                try (Attachment in = main.attach()) {
                    RuntimeThreadState ts = in.threadState();
                    victim.set(ts);
                    while (got.get() < 2 * each) {
                        Selection selection = new Selection(List.of(a, b));
                        try {
                            Item item = selection.await(ts, got.get() % 5 == 0 ? 1000 : SHORT);
                            if (item != null) {
                                int before = last[selection.index()].getAndSet(value(item));
                                assertThat(value(item)).isEqualTo(before + 1);
                                got.incrementAndGet();
                            }
                        } catch (TestLanguage.Raised e) {
                            // an interrupt: the next round goes on
                        }
                    }
                    victim.set(null);
                }
            });
            threads.start(() -> {
                while (got.get() < 2 * each) {
                    RuntimeThreadState ts = victim.get();
                    if (ts != null) {
                        ts.interrupt();
                    }
                    Thread.sleep(0, 200_000);
                }
            });
        }
        assertThat(got).hasValue(2 * each);
        assertThat(a.size() + b.size()).isZero();
    }
}
