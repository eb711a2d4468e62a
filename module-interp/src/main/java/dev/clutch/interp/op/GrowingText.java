package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A str that a loop appends to, kept in a buffer by the local variable it belongs to: {@code s += t} copies {@code t} only. No Python value: whoever else reads the
 * variable gets {@link #value}. Answers to {@code unicode_concatenate}, which appends in place where nobody else has the str.
 */
public final class GrowingText {
    /** Shorter strs are joined, which costs less than a buffer. */
    private static final int LEAST = 256;

    private final StringBuilder buffer;

    /** What the buffer has, null until somebody asks. */
    private @Nullable String text;

    private GrowingText(String a, String b) {
        buffer = new StringBuilder(Math.max(2 * a.length(), a.length() + b.length()))
                .append(a)
                .append(b);
    }

    /** The value of a variable that may hold a buffer; null while it is unbound. */
    public static @Nullable Object value(@Nullable Object held) {
        return held instanceof GrowingText g ? g.text() : held;
    }

    private String text() {
        String t = text;
        if (t == null) {
            t = buffer.toString();
            text = t;
        }
        return t;
    }

    /** {@code held += b}: what the variable holds afterwards. */
    public static Object iadd(PyThreadState ts, Object held, Object b) {
        Object grown = grown(held, b);
        return grown != null ? grown : Operators.iadd(ts, held instanceof GrowingText g ? g.text() : held, b);
    }

    /** {@code held + b} to be stored where {@code held} was. */
    public static Object add(PyThreadState ts, Object held, Object b) {
        Object grown = grown(held, b);
        return grown != null ? grown : Arith.add(ts, held instanceof GrowingText g ? g.text() : held, b);
    }

    private static @Nullable Object grown(Object held, Object b) {
        if (!(b instanceof String t)) {
            return null;
        }
        if (held instanceof GrowingText g) {
            g.buffer.append(t);
            g.text = null;
            return g;
        }
        return held instanceof String s && s.length() >= LEAST ? new GrowingText(s, t) : null;
    }
}
