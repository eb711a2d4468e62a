package dev.clutch.benchmarks.engine;

import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.RuntimeThreadState;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The lock of an interpreter: given back and taken by one thread, by two in competition, and entered from outside. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LockBenchmark {
    /** For JMH. */
    public LockBenchmark() {}

    /** One interpreter for all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final PythonRuntime runtime = PythonRuntime.start();
        private final PythonInterpreter interpreter = runtime.newInterpreter();

        /** For JMH. */
        public Shared() {}

        /** Ends the runtime. */
        @TearDown(Level.Trial)
        public void close() {
            runtime.close();
        }
    }

    /** A thread that is attached, and gives the lock back between iterations so that others can end. */
    @State(Scope.Thread)
    public static class Attached {
        private @Nullable Attachment attachment;

        /** For JMH. */
        public Attached() {}

        /** Enters. */
        @Setup(Level.Trial)
        public void enter(Shared shared) {
            Attachment entered = shared.interpreter.attach();
            entered.threadState().detach();
            attachment = entered;
        }

        /** Leaves. */
        @TearDown(Level.Trial)
        public void close() {
            state().reattach();
            Objects.requireNonNull(attachment).close();
        }

        private RuntimeThreadState state() {
            return Objects.requireNonNull(attachment).threadState();
        }
    }

    /** {@code Py_BEGIN_ALLOW_THREADS} and its end. */
    @Benchmark
    public void takeAndGiveBack(Attached a) {
        RuntimeThreadState ts = a.state();
        ts.reattach();
        ts.detach();
    }

    /** The same by two threads. */
    @Benchmark
    @Threads(2)
    public void contended(Attached a) {
        RuntimeThreadState ts = a.state();
        ts.reattach();
        ts.detach();
    }

    /** A foreign thread enters and leaves, with a thread state made for it. */
    @Benchmark
    public boolean enter(Shared s) {
        try (Attachment a = s.interpreter.attach()) {
            return a.threadState().isAttached();
        }
    }
}
