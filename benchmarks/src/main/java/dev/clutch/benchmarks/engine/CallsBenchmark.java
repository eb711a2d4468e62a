package dev.clutch.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Calls from a loop in Python code; a figure is that of one call with its part of the loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CallsBenchmark {
    private static final String PROGRAM = """
            def f(a, b=1, c=2): return a
            def args(*a): return a
            def kwargs(**k): return k
            def gen(n):
                for i in range(n): yield i
            class C:
                def __init__(self, x): self.x = x
                def __add__(self, o): return self
                def __call__(self, a): return a
            c = C(1)
            t = (1, 2)
            def empty(n):
                for i in range(n): pass
            def positional(n):
                for i in range(n): f(i, i, i)
            def defaults(n):
                for i in range(n): f(i)
            def keyword(n):
                for i in range(n): f(i, c=3)
            def star(n):
                for i in range(n): f(*t)
            def starArguments(n):
                for i in range(n): args(i, i)
            def starKeywords(n):
                for i in range(n): kwargs(a=i)
            def builtin(n):
                for i in range(n): len(t)
            def native(n):
                for i in range(n): abs(i)
            def construct(n):
                for i in range(n): C(i)
            def operator(n):
                for i in range(n): c + c
            def instance(n):
                for i in range(n): c(i)
            def generator(n):
                for i in gen(n): pass
            """;

    /** Which function of the program. */
    @Param({
        "empty",
        "positional",
        "defaults",
        "keyword",
        "star",
        "starArguments",
        "starKeywords",
        "builtin",
        "native",
        "construct",
        "operator",
        "instance",
        "generator"
    })
    public String callee = "empty";

    private Object function = "";

    /** For JMH. */
    public CallsBenchmark() {}

    /** Runs the program. */
    @Setup(Level.Trial)
    public void begin(PythonState s) {
        s.exec(PROGRAM);
        function = s.global(callee);
    }

    /** The loop. */
    @Benchmark
    @OperationsPerInvocation(PythonState.ROUNDS)
    public Object call(PythonState s) {
        return s.loop(function);
    }
}
