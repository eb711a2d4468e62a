package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;

/** Comparison operators on the sign of a three-way comparison. */
public final class Ordering {
    private Ordering() {}

    /** Returns whether {@code a OP b} when comparing a with b gives {@code sign}. */
    public static boolean holds(Slot op, int sign) {
        switch (op) {
            case LT:
                return sign < 0;
            case LE:
                return sign <= 0;
            case EQ:
                return sign == 0;
            case NE:
                return sign != 0;
            case GT:
                return sign > 0;
            default:
                return sign >= 0;
        }
    }
}
