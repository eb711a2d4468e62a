package dev.clutch.benchmarks.engine;

import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonQueue;
import dev.clutch.interp.embedding.PythonRuntime;
import java.util.concurrent.CompletableFuture;
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
import org.openjdk.jmh.annotations.Warmup;

/** Queues between interpreters: an item put and taken by one thread, and a round trip to Python code in another interpreter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class QueuesBenchmark {
    private static final String ECHO = """
            while (item := requests.get()) is not None:
                answers.put(item)
            """;

    private final PythonRuntime runtime = PythonRuntime.start();
    private final PythonQueue alone = runtime.newQueue();
    private final PythonQueue requests = runtime.newQueue();
    private final PythonQueue answers = runtime.newQueue();
    private final PythonInterpreter interpreter = runtime.newInterpreter();
    private @Nullable CompletableFuture<@Nullable Object> echo;

    /** For JMH. */
    public QueuesBenchmark() {}

    /** Starts the interpreter that answers. */
    @Setup(Level.Trial)
    public void begin() {
        interpreter.set("requests", requests);
        interpreter.set("answers", answers);
        echo = interpreter.execAsync(ECHO);
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        requests.put(null);
        if (echo != null) {
            echo.join();
        }
        runtime.close();
    }

    /** {@code put} and {@code get} of an int. */
    @Benchmark
    public @Nullable Object putAndGet() throws InterruptedException {
        alone.put(5L);
        return alone.get();
    }

    /** {@code put} and {@code get} of a text. */
    @Benchmark
    public @Nullable Object putAndGetText() throws InterruptedException {
        alone.put("a text that is handed over");
        return alone.get();
    }

    /** To the other interpreter and back. */
    @Benchmark
    public @Nullable Object roundTrip() throws InterruptedException {
        requests.put(5L);
        return answers.get();
    }
}
