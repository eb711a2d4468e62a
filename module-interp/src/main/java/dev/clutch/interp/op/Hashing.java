package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.NumberHash;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.math.BigInteger;

/**
 * {@code hash()}. Hashes of str depend on the text alone and not on a seed: constants such as frozensets are shared by all runtimes of a process, and
 * {@code String} caches its hash code.
 */
public final class Hashing {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    /** Returns {@code hash(o)}, or raises TypeError for an unhashable object. */
    public static long hash(PyThreadState ts, Object o) {
        if (o instanceof String s) {
            return ofString(s);
        }
        if (o instanceof Long l) {
            return ofLong(l);
        }
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(Slot.HASH);
        if (table == null) {
            throw Errors.typeError(ts, "unhashable type: '" + type.displayName() + "'");
        }
        Object result = table.call0(Slot.HASH.id(), ts, o);
        if (result instanceof Long l) {
            return l == -1 ? -2 : l;
        }
        if (result instanceof BigInteger b) {
            return NumberHash.hash(b);
        }
        if (result instanceof Boolean b) {
            return b ? 1 : 0;
        }
        throw Errors.typeError(ts, "__hash__ method should return an integer");
    }

    /** Returns the hash of a str without surrogates. */
    public static long ofString(String s) {
        long h = s.hashCode() * SPREAD;
        return h == -1 ? -2 : h;
    }

    /** Returns the hash of a str with surrogates or code points above U+FFFF. */
    public static long ofCodePoints(dev.clutch.extension.spi.CodePoints s) {
        long h = s.hashCode() * SPREAD;
        return h == -1 ? -2 : h;
    }

    /** Returns the hash of an int: its value modulo 2**61 - 1 with its sign. */
    public static long ofLong(long v) {
        return NumberHash.hash(v);
    }

    /** Folds a hash to the 32 bits that tables keep. */
    public static int fold(long hash) {
        return (int) (hash ^ (hash >>> 32));
    }

    /** Folds the hash of a string. */
    public static int fold(String s) {
        return fold(ofString(s));
    }
}
