package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Arguments of constructors, with the messages of {@code PyArg_ParseTupleAndKeywords}, which differ from those of other functions. */
final class CallArguments {
    private CallArguments() {}

    /**
     * Binds arguments to names; an element is null where none was given.
     *
     * @param function the name for messages with its parentheses, or null for a format without one
     * @param required how many must be given
     * @param positional how many may be given by position
     * @param ints how many, from the first on, have the format {@code i}: they are converted before a later one is found missing
     */
    static @Nullable Object[] bind(
            ThreadState ts,
            @Nullable String function,
            Object[] args,
            @Nullable Object kwargs,
            String[] names,
            int required,
            int positional,
            int ints) {
        String called = function == null ? "function" : function;
        int named = kwargs == null ? 0 : ts.size(kwargs);
        int given = args.length + named;
        if (given > names.length) {
            throw ts.typeError(called + " takes at most " + names.length + (args.length == 0 ? " keyword" : "")
                    + " argument" + (names.length == 1 ? "" : "s") + " (" + given + " given)");
        }
        if (args.length > positional) {
            throw ts.typeError(called + " takes at most " + positional + " positional argument"
                    + (positional == 1 ? "" : "s") + " (" + args.length + " given)");
        }
        @Nullable Object[] bound = new @Nullable Object[names.length];
        System.arraycopy(args, 0, bound, 0, args.length);
        int used = 0;
        int twice = -1;
        for (int i = 0; i < names.length; i++) {
            Object value = named == 0 || kwargs == null ? null : ts.dictGet(kwargs, names[i]);
            if (value != null) {
                used++;
                if (i < args.length && twice < 0) {
                    twice = i;
                } else {
                    bound[i] = value;
                }
            }
            Object found = bound[i];
            if (found != null && i < ints) {
                bound[i] = (long) asInt(ts, found);
            }
            if (found == null && i < required) {
                throw ts.typeError(called + " missing required argument '" + names[i] + "' (pos " + (i + 1) + ")");
            }
        }
        if (twice >= 0) {
            throw ts.typeError("argument for " + called + " given by name ('" + names[twice] + "') and position ("
                    + (twice + 1) + ")");
        }
        if (used < named && kwargs != null) {
            rejectUnknown(ts, function, kwargs, names);
        }
        return bound;
    }

    private static void rejectUnknown(ThreadState ts, @Nullable String function, Object kwargs, String[] names) {
        Object[] keys = ts.toArray(kwargs);
        for (Object key : keys) {
            boolean known = false;
            for (String name : names) {
                known |= Str.equals(ts.strValue(key), name);
            }
            if (!known) {
                throw ts.typeError("'" + ts.str(key) + "' is an invalid keyword argument for "
                        + (function == null ? "this function" : function));
            }
        }
    }

    /** The format {@code i}. */
    static int asInt(ThreadState ts, Object value) {
        long l = ts.asLong(value);
        if (l > Integer.MAX_VALUE) {
            throw ts.error("OverflowError", "signed integer is greater than maximum");
        }
        if (l < Integer.MIN_VALUE) {
            throw ts.error("OverflowError", "signed integer is less than minimum");
        }
        return (int) l;
    }

    static int asInt(ThreadState ts, @Nullable Object value, int byDefault) {
        return value == null ? byDefault : asInt(ts, value);
    }
}
