package dev.clutch.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The one downcall of the house: any C function with up to six integer or pointer arguments. On Linux x86_64 and aarch64
 * such arguments travel in registers, so one shape with six of them serves every function of the C library that we
 * need: an int is passed as a long whose upper half the callee ignores, arguments too many are ignored, an int result
 * is the lower half of the register. A handle per function would cost 3 ms for each new shape; this one costs 50 ms once.
 * This class is initialised by the first call that truly needs the system.
 */
final class NativeCall {
    @SuppressWarnings("restricted")
    private static final MethodHandle CALL = Linker.nativeLinker()
            .downcallHandle(
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                    Linker.Option.captureCallState("errno"));

    private NativeCall() {}

    /** Where {@link #call} leaves errno: an int at offset 0 on Linux. */
    static MemoryLayout stateLayout() {
        return Linker.Option.captureStateLayout();
    }

    static MemorySegment find(String symbol) {
        return Linker.nativeLinker().defaultLookup().find(symbol).orElse(MemorySegment.NULL);
    }

    static long call(MemorySegment function, MemorySegment state, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(function, state, a, b, c, d, e, f);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable problem) {
            throw new AssertionError(problem);
        }
    }
}
