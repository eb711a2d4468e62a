package dev.clutch.benchmarks.engine;

import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.number.IntText;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Operators;
import dev.clutch.interp.op.Subscript;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The helpers that compiled code calls for its operations, with operands that the compiler of the JVM does not know. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class HelpersBenchmark {
    private Object small = 12345L;
    private Object other = 678L;
    private Object real = 1.5;
    private Object large = BigInteger.TEN.pow(300).add(BigInteger.ONE);
    private Object larger = BigInteger.TEN.pow(305).subtract(BigInteger.TWO);
    private Object text = "some text";
    private Object sameText = String.valueOf("some text".toCharArray());
    private Object index = 3L;
    private final Object list = new PyList(new Object[] {1L, 2L, 3L, 4L});

    /** For JMH. */
    public HelpersBenchmark() {}

    /** {@code int + int}. */
    @Benchmark
    public Object addInts(PythonState s) {
        return Arith.add(s.ts, small, other);
    }

    /** {@code float * float}. */
    @Benchmark
    public Object mulFloats(PythonState s) {
        return Arith.mul(s.ts, real, real);
    }

    /** {@code int + float}. */
    @Benchmark
    public Object addMixed(PythonState s) {
        return Arith.add(s.ts, small, real);
    }

    /** 1000 bits plus a small number. */
    @Benchmark
    public Object addLarge(PythonState s) {
        return Arith.add(s.ts, large, small);
    }

    /** A quotient of few bits of numbers with 1000. */
    @Benchmark
    public Object floordivLarge(PythonState s) {
        return Operators.floordiv(s.ts, larger, large);
    }

    /** The greatest common divisor of numbers with 1000 bits. */
    @Benchmark
    public Object gcdLarge() {
        return IntMath.gcd(larger, large);
    }

    /** 305 digits. */
    @Benchmark
    public Object textOfLarge() {
        return IntText.toDecimal(HugeMath.UNWATCHED, larger, 0);
    }

    /** {@code int < int}. */
    @Benchmark
    public boolean compareInts(PythonState s) {
        return Operators.testLt(s.ts, small, other);
    }

    /** Equal texts that are not the same. */
    @Benchmark
    public boolean equalTexts(PythonState s) {
        return Compare.equal(s.ts, text, sameText);
    }

    /** {@code hash(int)}. */
    @Benchmark
    public long hashInt(PythonState s) {
        return Hashing.hash(s.ts, small);
    }

    /** {@code list[int]}. */
    @Benchmark
    public Object listItem(PythonState s) {
        return Subscript.get(s.ts, list, index);
    }

    /** A dict that is filled and asked. */
    @Benchmark
    public @Nullable Object dict(PythonState s) {
        PyDict d = new PyDict();
        d.put(s.ts, text, small);
        d.put(s.ts, small, text);
        return d.get(s.ts, sameText);
    }
}
