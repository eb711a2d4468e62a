package dev.clutch.interp.op;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.number.IntFloat;
import org.jspecify.annotations.Nullable;

/** Operators of an int and a float. What isn't simple is left to the slots of the types. */
final class Mixed {
    private static final int LT = Slot.LT.id();
    private static final int LE = Slot.LE.id();
    private static final int EQ = Slot.EQ.id();
    private static final int NE = Slot.NE.id();
    private static final int GT = Slot.GT.id();

    private Mixed() {}

    /** The result, or null if the operands are not an int and a float, or the operation is another. */
    static @Nullable Object binary(Slot op, Object a, Object b) {
        if (a instanceof Double x) {
            return b instanceof Long y ? binary(op, (double) x, (double) y) : null;
        }
        return a instanceof Long x && b instanceof Double y ? binary(op, (double) x, (double) y) : null;
    }

    private static @Nullable Object binary(Slot op, double x, double y) {
        if (op == Slot.ADD) {
            return x + y;
        }
        if (op == Slot.SUB) {
            return x - y;
        }
        if (op == Slot.MUL) {
            return x * y;
        }
        return op == Slot.TRUEDIV && y != 0 ? (Object) (x / y) : null;
    }

    /** The truth of a comparison by slot, or null. */
    static @Nullable Boolean compare(int op, Object a, Object b) {
        if (a instanceof Double x) {
            return b instanceof Long y && !x.isNaN()
                    ? holds(op, -IntFloat.compare(y.longValue(), x.doubleValue()))
                    : null;
        }
        return a instanceof Long x && b instanceof Double y && !y.isNaN()
                ? holds(op, IntFloat.compare(x.longValue(), y.doubleValue()))
                : null;
    }

    private static boolean holds(int op, int c) {
        if (op == LT) {
            return c < 0;
        }
        if (op == LE) {
            return c <= 0;
        }
        if (op == EQ) {
            return c == 0;
        }
        if (op == NE) {
            return c != 0;
        }
        return op == GT ? c > 0 : c >= 0;
    }
}
