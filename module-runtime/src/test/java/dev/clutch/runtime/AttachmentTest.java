package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(language).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void nestingInOneInterpreterKeepsTheThreadState() {
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Attachment outer = other.attach()) {
            try (Attachment inner = other.attach()) {
                assertThat(inner.threadState()).isSameAs(outer.threadState());
            }
            assertThat(outer.threadState().isAttached()).isTrue();
            assertThat(other.threadStates()).containsExactly(outer.threadState());
        }
        assertThat(other.threadStates()).isEmpty();
        assertThat(other.lock().holder()).isNull();
    }

    @Test
    void nestingInAnotherGivesTheFirstLockBack() {
        RuntimeInterpreter first = runtime.newInterpreter();
        RuntimeInterpreter second = runtime.newInterpreter();
        try (Attachment outer = first.attach()) {
            try (Attachment inner = second.attach()) {
                assertThat(first.lock().holder()).isNull();
                assertThat(second.lock().holder()).isSameAs(inner.threadState());
                try (Attachment back = first.attach()) {
                    assertThat(back.threadState()).isSameAs(outer.threadState());
                    assertThat(second.lock().holder()).isNull();
                }
                assertThat(inner.threadState().isAttached()).isTrue();
            }
            assertThat(first.lock().holder()).isSameAs(outer.threadState());
        }
    }

    @Test
    void nestingWithASharedLock() {
        RuntimeInterpreter shared = runtime.newInterpreter(InterpreterConfig.legacy());
        try (Attachment outer = main.attach();
                Attachment inner = shared.attach()) {
            assertThat(outer.threadState().isAttached()).isFalse();
            assertThat(main.lock().holder()).isSameAs(inner.threadState());
        }
        assertThat(main.lock().holder()).isNull();
    }

    @Test
    void twoThreadsThatEnterEachOthersInterpretersDoNotDeadlock() throws Exception {
        RuntimeInterpreter first = runtime.newInterpreter();
        RuntimeInterpreter second = runtime.newInterpreter();
        CyclicBarrier both = new CyclicBarrier(2);
        try (Threads threads = new Threads()) {
            threads.start(() -> cross(first, second, both));
            threads.start(() -> cross(second, first, both));
        }
    }

    private static void cross(RuntimeInterpreter outer, RuntimeInterpreter inner, CyclicBarrier both) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (Attachment a = outer.attach()) {
                int holding = both.await(10, TimeUnit.SECONDS);
                try (Attachment b = inner.attach()) {
                    b.threadState().checkBreaker();
                }
                assertThat(a.threadState().isAttached())
                        .as("round %s, arrived as %s", i, holding)
                        .isTrue();
            }
            int left = both.await(10, TimeUnit.SECONDS);
            assertThat(left).isBetween(0, 1);
        }
    }

    @Test
    void twoRuntimesDoNotMix() {
        try (Runtime another = Runtime.start(
                        RuntimeConfig.builder().language(new TestLanguage()).build());
                Attachment here = main.attach()) {
            assertThat(another.currentAttachment()).isNull();
            try (Attachment there = another.main().attach(here.threadState())) {
                assertThat(there.interpreter()).isSameAs(another.main());
                assertThat(main.lock().holder()).isNull();
            }
            assertThat(here.threadState().isAttached()).isTrue();
        }
    }

    @Test
    void theMainThreadKeepsItsThreadState() throws Exception {
        RuntimeThreadState first;
        try (Attachment a = main.attach()) {
            first = a.threadState();
            assertThat(first.kind()).isEqualTo(ThreadKind.MAIN);
            assertThat(first.threadIdent()).isEqualTo(Thread.currentThread().threadId());
        }
        try (Attachment a = main.attach();
                Threads threads = new Threads()) {
            assertThat(a.threadState()).isSameAs(first);
            a.threadState().detach();
            Thread foreign = threads.start(() -> {
                try (Attachment b = main.attach()) {
                    assertThat(b.threadState().kind()).isEqualTo(ThreadKind.FOREIGN);
                    assertThat(b.threadState()).isNotSameAs(first);
                    assertThat(b.threadState().id()).isNotEqualTo(first.id());
                }
            });
            foreign.join();
            a.threadState().reattach();
        }
    }

    @Test
    void attachmentsAreClosedLastOpenedFirst() {
        Attachment outer = main.attach();
        Attachment inner = main.attach();
        assertThatIllegalStateException().isThrownBy(outer::close).withMessageContaining("last opened first");
        inner.close();
        outer.close();
        outer.close();
        assertThat(runtime.currentAttachment()).isNull();
    }

    @Test
    void aCallbackFromABlockingRegionMayEnterAgain() {
        try (Attachment a = main.attach()) {
            a.threadState().detach();
            try (Attachment callback = main.attach()) {
                assertThat(callback.threadState()).isSameAs(a.threadState());
                assertThat(a.threadState().isAttached()).isTrue();
            }
            assertThat(a.threadState().isAttached()).isFalse();
            a.threadState().reattach();
        }
    }

    /** Otherwise a Java function that called back would be woken in the middle of Python code, and not at all when it blocks again. */
    @Test
    void whatWakesABlockingCallWaitsWhileItsThreadIsInAgain() {
        AtomicInteger woken = new AtomicInteger();
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Attachment outer = other.attach()) {
            RuntimeThreadState ts = outer.threadState();
            ts.beginBlocking(woken::incrementAndGet);
            try {
                try (Attachment inner = other.attach()) {
                    assertThat(inner.threadState()).isSameAs(ts);
                    ts.beginBlocking(woken::decrementAndGet);
                    ts.endBlocking();
                    ts.interrupt();
                    assertThat(woken).hasValue(0);
                }
                assertThat(woken).hasValue(1);
                ts.interrupt();
                assertThat(woken).hasValue(2);
            } finally {
                ts.endBlocking();
                ts.withdraw(Breaker.INTERRUPT);
            }
        }
    }

    @Test
    void guardsAndViews() {
        RuntimeInterpreter other = runtime.newInterpreter();
        InterpreterView view = other.view();
        try (InterpreterGuard guard = view.tryGuard("a test")) {
            try (Attachment a = Objects.requireNonNull(guard).attach()) {
                assertThat(a.interpreter()).isSameAs(other);
            }
        }
        try (Attachment a = view.tryAttach()) {
            assertThat(a).isNotNull();
        }
        assertThat(other.close(Duration.ofSeconds(5)).isClean()).isTrue();
        assertThat(view.tryGuard("too late")).isNull();
        assertThat(view.tryAttach()).isNull();
        assertThatExceptionOfType(InterpreterClosedException.class)
                .isThrownBy(other::attach)
                .withMessage("interpreter 1 is closed");
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(() -> other.guard("x"));
    }

    @Test
    void aGuardGivenBackIsOfNoUse() {
        InterpreterGuard guard = main.guard("a test");
        guard.close();
        guard.close();
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(guard::attach);
    }

    @Test
    void aVirtualThreadMayNotEnterWhatCountsPlatformThreads() throws InterruptedException {
        InterpreterConfig config = InterpreterConfig.builder()
                .limits(Limits.none().withAllocatedBytes(1L << 40))
                .build();
        RuntimeInterpreter limited = runtime.newInterpreter(config);
        AtomicReference<Object> seen = new AtomicReference<>("nothing");
        Thread.ofVirtual()
                .start(() -> {
                    try (Attachment inside = limited.attach()) {
                        seen.set(inside);
                    } catch (OperationRefusedException e) {
                        seen.set(String.valueOf(e.getMessage()));
                    }
                })
                .join();
        assertThat(seen.get()).isEqualTo("virtual threads may not enter " + limited);
        try (Attachment _ = limited.attach()) {
            assertThat(limited.allocationLeft()).isBetween(1L, 1L << 40);
        }
    }
}
