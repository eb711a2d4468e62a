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

/** Attributes, methods and global names from a loop in Python code; a figure is that of one access with its part of the loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class AttributesBenchmark {
    private static final String PROGRAM = """
            import math
            class A:
                data = 1
                def __init__(self): self.x = 0
                def method(self, a): return a
                @classmethod
                def of_class(cls, a): return a
                @staticmethod
                def static(a): return a
                @property
                def computed(self): return 1
            class B(A):
                def method(self, a): return super().method(a)
            class S:
                __slots__ = ('x',)
            a, b, s = A(), B(), S()
            s.x = 0
            mixed = [A(), B(), type('C', (A,), {})(), type('D', (A,), {})(), type('E', (A,), {})(), type('F', (A,), {})()]
            def read(n):
                o = a
                for i in range(n): o.x
            def write(n):
                o = a
                for i in range(n): o.x = i
            def slot(n):
                o = s
                for i in range(n): o.x = o.x
            def classData(n):
                o = a
                for i in range(n): o.data
            def property_(n):
                o = a
                for i in range(n): o.computed
            def method(n):
                o = a
                for i in range(n): o.method(i)
            def bound(n):
                m = a.method
                for i in range(n): m(i)
            def superMethod(n):
                o = b
                for i in range(n): o.method(i)
            def classMethod(n):
                o = a
                for i in range(n): o.of_class(i)
            def staticOfClass(n):
                for i in range(n): A.static(i)
            def sixClasses(n):
                for i in range(n): mixed[i % 6].x
            def globalName(n):
                for i in range(n): a
            def ofModule(n):
                for i in range(n): math.pi
            """;

    /** Which function of the program. */
    @Param({
        "read",
        "write",
        "slot",
        "classData",
        "property_",
        "method",
        "bound",
        "superMethod",
        "classMethod",
        "staticOfClass",
        "sixClasses",
        "globalName",
        "ofModule"
    })
    public String access = "read";

    private Object function = "";

    /** For JMH. */
    public AttributesBenchmark() {}

    /** Runs the program. */
    @Setup(Level.Trial)
    public void begin(PythonState s) {
        s.exec(PROGRAM);
        function = s.global(access);
    }

    /** The loop. */
    @Benchmark
    @OperationsPerInvocation(PythonState.ROUNDS)
    public Object access(PythonState s) {
        return s.loop(function);
    }
}
