package dev.clutch.interp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What interpreters share and what they don't (DESIGN R3), from the same compiled code. */
class IsolationTest {
    private static final String PROGRAM = """
            class C:
                pass
            numbers = [1, 2, 3]
            total = sum(x * x for x in range(1000))
            names = sorted(t.__name__ for t in object.__subclasses__() if t.__module__ == "__main__")
            import sys
            sys.mark = total
            """;

    @Test
    void codeIsSharedAndStateIsNot() {
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter first = runtime.newInterpreter(InterpreterConfig.isolated());
                RuntimeInterpreter second = runtime.newInterpreter(InterpreterConfig.isolated())) {
            PyCode code = compile(first);
            PyDict a = run(first, code);
            PyDict b = run(second, code);
            assertThat(a.get("total")).isEqualTo(332833500L).isEqualTo(b.get("total"));
            assertThat(a.get("C")).isInstanceOf(TypeObject.class).isNotSameAs(b.get("C"));
            assertThat(a.get("numbers")).isNotSameAs(b.get("numbers"));
            assertThat(((PyInterpreter) first).modules()).isNotSameAs(((PyInterpreter) second).modules());
            assertThat(((PyInterpreter) first).builtins().get("len"))
                    .isNotSameAs(((PyInterpreter) second).builtins().get("len"));
            assertThat(((PyInterpreter) first).builtins().get("int"))
                    .isSameAs(((PyInterpreter) second).builtins().get("int"));
            PyInterpreter main = (PyInterpreter) runtime.main();
            assertThat(main.sysDict().get("mark")).isNull();
            // each sees its own subclasses of a shared type only
            assertThat(text(first, a, "names")).isEqualTo("['C']").isEqualTo(text(second, b, "names"));
        }
    }

    @Test
    void twoInterpretersHoldTheirLocksAtTheSameTime() throws InterruptedException {
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter first = runtime.newInterpreter(InterpreterConfig.isolated());
                RuntimeInterpreter second = runtime.newInterpreter(InterpreterConfig.isolated())) {
            PyCode code = compile(first);
            CountDownLatch both = new CountDownLatch(2);
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            Thread[] threads = new Thread[2];
            RuntimeInterpreter[] interpreters = {first, second};
            for (int i = 0; i < 2; i++) {
                RuntimeInterpreter interpreter = interpreters[i];
                threads[i] = new Thread(() -> {
                    try (Attachment attachment = interpreter.attach()) {
                        both.countDown();
                        // ends only when the other thread is attached too
                        assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
                        PyThreadState ts = (PyThreadState) attachment.threadState();
                        PyDict globals = new PyDict();
                        globals.put("__name__", "__main__");
                        Execution.run(ts, code, globals, globals, new PyCell[0]);
                        assertThat(globals.get("total")).isEqualTo(332833500L);
                    } catch (Throwable t) {
                        failure.set(t);
                    }
                });
                threads[i].start();
            }
            for (Thread t : threads) {
                t.join();
            }
            assertThat(failure.get()).isNull();
        }
    }

    private static PyCode compile(RuntimeInterpreter interpreter) {
        try (Attachment attachment = interpreter.attach()) {
            return SourceCompiler.text(
                    (PyThreadState) attachment.threadState(), PROGRAM, "<test>", ParserOptions.Mode.EXEC, 0);
        }
    }

    private static PyDict run(RuntimeInterpreter interpreter, PyCode code) {
        try (Attachment attachment = interpreter.attach()) {
            PyThreadState ts = (PyThreadState) attachment.threadState();
            PyDict globals = new PyDict();
            globals.put("__name__", "__main__");
            Execution.run(ts, code, globals, globals, new PyCell[0]);
            return globals;
        }
    }

    private static String text(RuntimeInterpreter interpreter, PyDict globals, String name) {
        try (Attachment attachment = interpreter.attach()) {
            return attachment.threadState().reprText(Objects.requireNonNull(globals.get(name)));
        }
    }
}
