package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What the types of this module share. */
final class Support {
    private Support() {}

    /** Every way to pickle or copy an iterator of this module warns, as 3.14 has none. */
    static void pickling(ThreadState ts) {
        ts.warn(
                "DeprecationWarning",
                "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.",
                1);
    }

    /**
     * Refuses keywords, unless a subclass has an {@code __init__} of its own, and a wrong number of arguments ({@code _PyArg_NoKeywords},
     * {@code _PyArg_CheckPositional}).
     */
    static void check(
            ThreadState ts, PyType cls, PyType type, Object[] args, @Nullable Object kwargs, int least, int most) {
        if (kwargs != null
                && ts.size(kwargs) > 0
                && (cls == type || ts.getAttr(cls, "__init__") == ts.getAttr(type, "__init__"))) {
            throw ts.typeError(type.name() + "() takes no keyword arguments");
        }
        int n = args.length;
        if (n >= least && n <= most) {
            return;
        }
        int limit = n < least ? least : most;
        String kind = least == most ? "" : n < least ? "at least " : "at most ";
        throw ts.typeError(
                type.name() + " expected " + kind + limit + " argument" + (limit == 1 ? "" : "s") + ", got " + n);
    }

    /** {@code operator.index(o)} as a {@code Py_ssize_t}. */
    static long size(ThreadState ts, Object o) {
        Object i = o instanceof Long ? o : ts.index(o);
        if (i instanceof Long l) {
            return l;
        }
        throw ts.error("OverflowError", "Python int too large to convert to C ssize_t");
    }

    /** The number of items to take at a time: a size that isn't negative; huge ones count as more than any pool has. */
    static int count(ThreadState ts, Object o) {
        long r = size(ts, o);
        if (r < 0) {
            throw ts.valueError("r must be non-negative");
        }
        return (int) Math.min(r, Integer.MAX_VALUE - 8);
    }

    /** A tuple of ints. */
    static Object ints(ThreadState ts, int[] values) {
        Object[] items = new Object[values.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = (long) values[i];
        }
        return ts.newTuple(items);
    }

    /** The int at a position of a state tuple, clamped to a range. */
    static int clamped(ThreadState ts, Object tuple, int at, int least, int most) {
        long value = ts.asLong(ts.fastItem(tuple, at));
        return (int) Math.max(least, Math.min(value, most));
    }

    /** The items of a state that must be a tuple of some sizes. */
    static Object[] state(ThreadState ts, Object state, int least, int most) {
        if (!ts.isTuple(state)) {
            throw ts.typeError("state is not a tuple");
        }
        int n = ts.fastSize(state);
        if (n < least || n > most) {
            String kind = least == most ? "exactly " : n < least ? "at least " : "at most ";
            int limit = n < least ? least : most;
            throw ts.typeError(
                    "function takes " + kind + limit + " argument" + (limit == 1 ? "" : "s") + " (" + n + " given)");
        }
        return ts.toArray(state);
    }
}
