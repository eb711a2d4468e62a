package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeTest {
    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(language).build());
    private final RuntimeInterpreter main = runtime.main();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void startMakesTheMainInterpreter() {
        assertThat(main.id()).isZero();
        assertThat(main.isMain()).isTrue();
        assertThat(main.whence()).isEqualTo(Whence.RUNTIME);
        assertThat(runtime.lifecycle().state()).isEqualTo(LifecycleState.INITIALIZED);
        assertThat(main.lifecycle().state()).isEqualTo(LifecycleState.INITIALIZED);
        assertThat(runtime.interpreters()).containsExactly(main);
        assertThat(language.log).containsExactly("initializeCore 0", "initializeMain 0");
        assertThat((Object) runtime.languageData(List.class)).hasToString("[shared]");
    }

    @Test
    void idsAscendAndAreNeverReused() {
        RuntimeInterpreter one = runtime.newInterpreter();
        RuntimeInterpreter two = runtime.newInterpreter();
        one.close();
        RuntimeInterpreter three = runtime.newInterpreter();
        assertThat(List.of(one.id(), two.id(), three.id())).containsExactly(1L, 2L, 3L);
        assertThat(runtime.interpreters()).containsExactly(main, two, three);
        assertThat(runtime.findInterpreter(1)).isNull();
        assertThat(runtime.findInterpreter(2)).isSameAs(two);
    }

    @Test
    void aFailedInitialisationLeavesNothing() {
        language.onInitializeMain = ts -> {
            throw new TestLanguage.Raised("no site");
        };
        assertThatThrownBy(runtime::newInterpreter).hasMessage("no site");
        language.onInitializeMain = null;
        assertThat(runtime.interpreters()).containsExactly(main);
        assertThat(language.log).contains("dropInterpreter 1");
        assertThat(runtime.newInterpreter().id()).isEqualTo(2);
    }

    @Test
    void aFailedStartThrows() {
        TestLanguage failing = new TestLanguage();
        failing.onInitializeMain = ts -> {
            throw new TestLanguage.Raised("no site");
        };
        assertThatThrownBy(() ->
                        Runtime.start(RuntimeConfig.builder().language(failing).build()))
                .hasMessage("no site");
        assertThat(failing.log).contains("dropInterpreter 0");
    }

    @Test
    void transitionsAreObservable() {
        RuntimeInterpreter other = runtime.newInterpreter();
        List<String> seen = new ArrayList<>();
        LifecycleListener dropped = (from, to) -> seen.add("never");
        other.lifecycle().addListener((from, to) -> seen.add(from + ">" + to));
        other.lifecycle().addListener(dropped);
        other.lifecycle().removeListener(dropped);
        other.close();
        assertThat(seen).containsExactly("INITIALIZED>CLOSING", "CLOSING>FINALIZING", "FINALIZING>CLOSED");
    }

    @Test
    void aFailingListenerStopsNothing() {
        RuntimeInterpreter other = runtime.newInterpreter();
        other.lifecycle().addListener((from, to) -> {
            throw new IllegalStateException("listener");
        });
        assertThat(other.close(Duration.ofSeconds(5)).isClean()).isTrue();
    }

    @Test
    void illegalTransitionsAreRefused() {
        Lifecycle machine = new Lifecycle("a machine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.advance(LifecycleState.CREATED, LifecycleState.CLOSED))
                .withMessage("CREATED never becomes CLOSED");
        assertThatIllegalStateException()
                .isThrownBy(() -> machine.advance(LifecycleState.INITIALIZED, LifecycleState.CLOSING))
                .withMessageContaining("a machine is CREATED, not INITIALIZED");
        machine.advance(LifecycleState.CREATED, LifecycleState.FAILED);
        for (LifecycleState next : LifecycleState.values()) {
            assertThat(LifecycleState.FAILED.mayBecome(next)).isFalse();
            assertThat(LifecycleState.CLOSED.mayBecome(next)).isFalse();
        }
    }

    @Test
    void auditHooksOfTheRuntimeComeFirst() {
        List<String> seen = new ArrayList<>();
        runtime.addAuditHook((ts, event, arguments) -> seen.add("runtime " + event + " " + List.of(arguments)));
        RuntimeInterpreter other = runtime.newInterpreter();
        assertThat(seen).containsExactly("runtime cpython.PyInterpreterState_New []");
        seen.clear();
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            main.addAuditHook(ts, (t, event, arguments) -> seen.add("main " + event));
            main.audit(ts, "open", "name");
        }
        try (Attachment a = other.attach()) {
            assertThat(other.isAudited()).isTrue();
            other.audit(a.threadState(), "other");
        }
        assertThat(seen)
                .containsExactly("runtime sys.addaudithook []", "runtime open [name]", "main open", "runtime other []");
    }

    @Test
    void auditHooksAreCalledInTheOrderInWhichTheyCame() {
        List<String> seen = new ArrayList<>();
        runtime.addAuditHook((ts, event, arguments) -> seen.add("1 " + event));
        runtime.addAuditHook((ts, event, arguments) -> seen.add("2 " + event));
        try (Attachment a = main.attach()) {
            RuntimeThreadState ts = a.threadState();
            main.addAuditHook(ts, (t, event, arguments) -> seen.add("3 " + event));
            main.addAuditHook(ts, (t, event, arguments) -> seen.add("4 " + event));
            seen.clear();
            main.audit(ts, "x");
        }
        assertThat(seen).containsExactly("1 x", "2 x", "3 x", "4 x");
    }

    @Test
    void anAuditHookMayForbidTheNext() {
        assertThat(runtime.isAudited()).isFalse();
        AtomicInteger calls = new AtomicInteger();
        runtime.addAuditHook((ts, event, arguments) -> {
            throw new TestLanguage.Raised("forbidden " + event);
        });
        assertThatThrownBy(() -> runtime.addAuditHook((ts, event, arguments) -> calls.incrementAndGet()))
                .hasMessage("forbidden sys.addaudithook");
        assertThatThrownBy(() -> runtime.audit(null, "x")).hasMessage("forbidden x");
        assertThat(calls).hasValue(0);
    }

    @Test
    void configuredHooksSeeTheFirstEvent() {
        List<String> seen = new ArrayList<>();
        OpenCodeHook open = (ts, path) -> path;
        RuntimeConfig config = RuntimeConfig.builder()
                .language(new TestLanguage())
                .auditHook((ts, event, arguments) -> seen.add(event))
                .openCodeHook(open)
                .build();
        try (Runtime another = Runtime.start(config)) {
            assertThat(seen).containsExactly("cpython.PyInterpreterState_New");
            assertThat(another.openCodeHook()).isSameAs(open);
        }
        assertThat(seen).containsExactly("cpython.PyInterpreterState_New", "cpython.PyInterpreterState_Clear");
    }

    @Test
    void aHookHearsOfAClosedInterpreterAndCannotKeepIt() {
        List<String> seen = new ArrayList<>();
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Attachment a = other.attach()) {
            other.addAuditHook(a.threadState(), (ts, event, arguments) -> {
                seen.add(event);
                if (event.endsWith("_Clear")) {
                    throw new TestLanguage.Raised("stay");
                }
            });
        }
        assertThat(other.close(Duration.ofMinutes(1)).isClean()).isTrue();
        assertThat(seen).containsExactly("cpython.PyInterpreterState_Clear", "cpython._PySys_ClearAuditHooks");
    }

    @Test
    void settingTheOpenCodeHookIsAudited() {
        List<String> seen = new ArrayList<>();
        runtime.addAuditHook((ts, event, arguments) -> seen.add(event));
        runtime.setOpenCodeHook((ts, path) -> path);
        assertThat(seen).containsExactly("setopencodehook");
    }

    @Test
    void theOpenCodeHookIsSetOnce() {
        assertThat(runtime.openCodeHook()).isNull();
        OpenCodeHook hook = (ts, path) -> path;
        runtime.setOpenCodeHook(hook);
        assertThatIllegalStateException()
                .isThrownBy(() -> runtime.setOpenCodeHook(hook))
                .withMessageContaining("only once");
    }

    @Test
    void theSwitchIntervalIsThatOfTheConfiguration() {
        RuntimeConfig config = RuntimeConfig.builder()
                .language(new TestLanguage())
                .switchInterval(Duration.ofMillis(1))
                .build();
        try (Runtime another = Runtime.start(config)) {
            assertThat(another.main().lock().intervalNanos()).isEqualTo(1_000_000);
            assertThat(another.newInterpreter().lock().intervalNanos()).isEqualTo(1_000_000);
        }
        assertThat(main.lock().intervalNanos()).isEqualTo(5_000_000);
    }

    @Test
    void signalsRunInTheMainThreadOnly() throws InterruptedException {
        RuntimeInterpreter other = runtime.newInterpreter();
        try (Attachment a = other.attach()) {
            runtime.tripSignal(2);
            assertThat(a.threadState().breakerSet()).isFalse();
            a.threadState().checkBreaker();
        }
        Thread thread = new Thread(() -> {
            try (Attachment a = main.attach()) {
                runtime.tripSignal(15);
                a.threadState().checkBreaker();
            }
        });
        thread.start();
        thread.join();
        assertThat(language.log).noneMatch(line -> line.startsWith("signals"));
        try (Attachment a = main.attach()) {
            a.threadState().checkBreaker();
        }
        assertThat(language.log).contains("signals 1000000000000100 in 0");
        assertThatIllegalArgumentException().isThrownBy(() -> runtime.tripSignal(64));
    }

    @Test
    void theRecursionLimitReachesAllThreads() {
        RuntimeInterpreter other = runtime.newInterpreter(
                InterpreterConfig.builder().recursionLimit(200).build());
        try (Attachment a = other.attach()) {
            RuntimeThreadState ts = a.threadState();
            assertThat(ts.recursionLimit).isEqualTo(200);
            other.setRecursionLimit(ts, 300);
            assertThat(ts.recursionLimit).isEqualTo(300);
            assertThatIllegalArgumentException().isThrownBy(() -> other.setRecursionLimit(ts, 0));
            assertThat(other.recursionLimit()).isEqualTo(300);
            assertThat(main.recursionLimit()).isEqualTo(1000);
            assertThatIllegalStateException().isThrownBy(() -> main.setRecursionLimit(ts, 5));
        }
    }

    @Test
    void aClosedRuntimeRefusesEverything() {
        runtime.close();
        assertThat(runtime.lifecycle().state()).isEqualTo(LifecycleState.CLOSED);
        assertThat(main.lifecycle().state()).isEqualTo(LifecycleState.CLOSED);
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(runtime::newInterpreter);
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(main::attach);
        assertThatExceptionOfType(InterpreterClosedException.class).isThrownBy(() -> runtime.atExit(ts -> {}));
        assertThat(runtime.addMainThreadCall(ts -> {})).isFalse();
        assertThat(main.addPendingCall(ts -> {})).isFalse();
    }
}
