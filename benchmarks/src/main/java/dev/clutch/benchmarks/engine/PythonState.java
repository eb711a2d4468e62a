package dev.clutch.benchmarks.engine;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Attachment;
import java.util.Objects;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A runtime whose main interpreter the benchmark's thread is attached to, and the functions of a program. */
@State(Scope.Thread)
public class PythonState {
    /** How often the loops of programs go round. */
    static final int ROUNDS = 1000;

    private final PythonRuntime runtime = PythonRuntime.start();
    private final PythonInterpreter interpreter = runtime.main();
    private final Attachment attachment = interpreter.attach();

    /** The state of the thread. */
    final PyThreadState ts = (PyThreadState) attachment.threadState();

    /** For JMH. */
    public PythonState() {}

    /** Runs a program in {@code __main__}. */
    void exec(String program) {
        interpreter.exec(program);
    }

    /** What the program calls by a name. */
    Object global(String name) {
        PyModule main = (PyModule) Objects.requireNonNull(ts.interp.modules().get("__main__"));
        return Objects.requireNonNull(main.dict.get(ts, Str.of(name)), name);
    }

    /** Calls a function of the program with {@link #ROUNDS}. */
    Object loop(Object function) {
        return Call.call1(ts, function, (long) ROUNDS);
    }

    /** Nothing is left to do before a trial: JMH makes the state in the thread that uses it. */
    @Setup(Level.Trial)
    public void check() {
        if (!ts.isAttached()) {
            throw new IllegalStateException("made by another thread");
        }
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        attachment.close();
        runtime.close();
    }
}
