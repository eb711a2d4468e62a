package dev.clutch.interp.op;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.number.IntBits;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.Errors;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Operators of two ints, one of them at least outside the range of long. What isn't common is left to the slots of the types. */
final class LargeInts {
    private LargeInts() {}

    /** The result, or null if the operands are not two such ints, or the operation is another. */
    static @Nullable Object binary(PyThreadState ts, Slot op, Object a, Object b) {
        if (!isInt(a) || !isInt(b)) {
            return null;
        }
        try {
            switch (op) {
                case ADD:
                    return IntMath.add(a, b);
                case SUB:
                    return IntMath.sub(a, b);
                case MUL:
                    return IntMath.mul(ts, a, b);
                case FLOORDIV:
                    return IntMath.floordiv(ts, a, b);
                case MOD:
                    return IntMath.mod(ts, a, b);
                case AND:
                    return IntBits.and(a, b);
                case OR:
                    return IntBits.or(a, b);
                case XOR:
                    return IntBits.xor(a, b);
                case RSHIFT:
                    return IntBits.shiftRight(a, b);
                default:
                    return null;
            }
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    /** The truth of a comparison by slot, or null. */
    static @Nullable Boolean compare(int op, Object a, Object b) {
        return isInt(a) && isInt(b) ? (Boolean) Compare.holds(op, IntMath.compare(a, b)) : null;
    }

    private static boolean isInt(Object o) {
        return o instanceof BigInteger || o instanceof Long;
    }
}
