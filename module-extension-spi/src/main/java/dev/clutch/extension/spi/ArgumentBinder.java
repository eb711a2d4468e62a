package dev.clutch.extension.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Binds arguments to the parameters of a {@link Signature}, with the checks of {@code METH_NOARGS}, {@code METH_O}, {@code _PyArg_CheckPositional} and
 * {@code _PyArg_UnpackKeywords}, whichever CPython would use for such parameters, in the same order.
 */
final class ArgumentBinder {
    private ArgumentBinder() {}

    static @Nullable Object[] bind(Signature s, ThreadState ts, Object[] args, String @Nullable [] keywords) {
        int given = keywords == null ? 0 : keywords.length;
        int positional = args.length - given;
        if (given == 0 && positional == s.names().length && positional == s.positional() && !s.isStarred()) {
            return args;
        }
        if (s.counts() != Expose.Counts.CLINIC) {
            checkCount(s, ts, positional);
        }
        if (s.positionalOnly() == s.names().length && !s.varKeywords()) {
            checkPositional(s, ts, positional, given);
        } else {
            checkCounts(s, ts, positional, given);
        }
        @Nullable Object[] bound = new @Nullable Object[s.boundLength()];
        int count = s.names().length;
        System.arraycopy(args, 0, bound, 0, Math.min(positional, s.positional()));
        if (s.varArgs()) {
            bound[count] =
                    positional > s.positional() ? Arrays.copyOfRange(args, s.positional(), positional) : new Object[0];
        }
        if (keywords != null && given > 0) {
            bindKeywords(s, ts, args, keywords, positional, bound);
        }
        fillDefaults(s, ts, Math.min(positional, s.positional()), bound);
        if (keywords != null && given > 0) {
            checkLeftOver(s, ts, keywords, positional);
        }
        return bound;
    }

    /** A function that does not leave the check to the argument clinic. */
    private static void checkCount(Signature s, ThreadState ts, int given) {
        int most = s.positional();
        int least = s.required();
        if (given >= least && given <= most) {
            return;
        }
        int limit = given < least ? least : most;
        boolean exact = least == most;
        String bound = exact ? "" : given < least ? "at least " : "at most ";
        if (s.counts() == Expose.Counts.UNPACK_TUPLE) {
            throw expected(s, ts, bound, limit, given);
        }
        throw ts.typeError(s.function() + "() takes " + (exact ? "exactly " : bound) + limit + " argument"
                + plural(limit) + " (" + given + " given)");
    }

    private static PythonException expected(Signature s, ThreadState ts, String bound, int limit, int given) {
        return ts.typeError(
                s.function() + " expected " + bound + limit + " argument" + plural(limit) + ", got " + given);
    }

    /** A function without keywords. */
    private static void checkPositional(Signature s, ThreadState ts, int positional, int keywords) {
        String qualified = s.qualifiedName();
        boolean constructor = qualified == null && s.positional() == 0 && !s.varArgs();
        if (constructor && positional > 0) {
            throw ts.typeError(s.function() + "() takes no positional arguments");
        }
        if (keywords > 0) {
            throw ts.typeError((qualified == null ? s.function() : qualified) + "() takes no keyword arguments");
        }
        int most = s.positional();
        int least = s.required();
        if (positional >= least && (positional <= most || s.varArgs())) {
            return;
        }
        if (most == 0) {
            throw ts.typeError(qualified + "() takes no arguments (" + positional + " given)");
        }
        if (most == 1 && least == 1 && !s.varArgs() && qualified != null) {
            throw ts.typeError(qualified + "() takes exactly one argument (" + positional + " given)");
        }
        boolean tooFew = positional < least;
        int limit = tooFew ? least : most;
        String bound = least == most && !s.varArgs() ? "" : tooFew ? "at least " : "at most ";
        throw expected(s, ts, bound, limit, positional);
    }

    /** A function with keywords: the counts, before any name is looked at. */
    private static void checkCounts(Signature s, ThreadState ts, int positional, int keywords) {
        int total = s.names().length;
        int most = s.positional();
        if (!s.varArgs()) {
            if (positional + keywords > total && !s.varKeywords()) {
                throw ts.typeError(s.function() + "() takes at most " + total + (positional == 0 ? " keyword" : "")
                        + " argument" + plural(total) + " (" + (positional + keywords) + " given)");
            }
            if (positional > most) {
                if (most == 0) {
                    throw ts.typeError(s.function() + "() takes no positional arguments");
                }
                throw ts.typeError(s.function() + "() takes " + (s.required() < most ? "at most " : "exactly ") + most
                        + " positional argument" + plural(most) + " (" + positional + " given)");
            }
        }
        int least = Math.min(s.required(), s.positionalOnly());
        if (positional < least) {
            boolean open = least < most || s.varArgs();
            throw ts.typeError(s.function() + "() takes " + (open ? "at least " : "exactly ") + least
                    + " positional argument" + plural(least) + " (" + positional + " given)");
        }
    }

    private static void bindKeywords(
            Signature s, ThreadState ts, Object[] args, String[] keywords, int positional, @Nullable Object[] bound) {
        int from = Math.max(Math.min(positional, s.positional()), s.positionalOnly());
        for (int k = 0; k < keywords.length; k++) {
            int index = s.indexOf(keywords[k], from);
            if (index >= 0) {
                bound[index] = args[positional + k];
            } else if (s.varKeywords() && s.indexOf(keywords[k], s.positionalOnly()) < 0) {
                int at = bound.length - 1;
                Object dict = bound[at];
                if (dict == null) {
                    dict = ts.newDict();
                    bound[at] = dict;
                }
                ts.dictSet(dict, keywords[k], args[positional + k]);
            }
        }
    }

    private static void fillDefaults(Signature s, ThreadState ts, int from, @Nullable Object[] bound) {
        int total = s.names().length;
        for (int i = from; i < total; i++) {
            if (bound[i] == null) {
                if (s.isRequired(i)) {
                    throw ts.typeError(
                            s.function() + "() missing required argument '" + s.names()[i] + "' (pos " + (i + 1) + ")");
                }
                bound[i] = s.defaultOf(i);
            }
        }
    }

    /** Finds the keyword that was not used: it repeats a positional argument, or is unknown. */
    private static void checkLeftOver(Signature s, ThreadState ts, String[] keywords, int positional) {
        int filled = Math.min(positional, s.positional());
        for (int i = s.positionalOnly(); i < filled; i++) {
            for (String keyword : keywords) {
                if (keyword.equals(s.names()[i])) {
                    throw ts.typeError("argument for " + s.function() + "() given by name ('" + keyword
                            + "') and position (" + (i + 1) + ")");
                }
            }
        }
        if (s.varKeywords()) {
            return;
        }
        for (String keyword : keywords) {
            if (s.indexOf(keyword, s.positionalOnly()) < 0) {
                throw ts.typeError("'" + keyword + "' is an invalid keyword argument for " + s.function() + "()");
            }
        }
    }

    private static String plural(int n) {
        return n == 1 ? "" : "s";
    }
}
