package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;

/** A position in a text stream, told as one number. Answers to {@code cookie_type}. */
final class PositionCookie {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(8 * 21);

    /** The place in the buffer where to begin. */
    long start;

    /** The state of the decoder there. */
    int flags;

    /** How many bytes to give to the decoder. */
    int feed;

    /** How many of the characters that come out lie before the position. */
    int skip;

    /** Whether the decoder has to be told that there are no more bytes. */
    boolean needsEnd;

    Object build(ThreadState ts) {
        if (flags == 0 && feed == 0 && skip == 0 && !needsEnd) {
            return start;
        }
        BigInteger n = BigInteger.valueOf(needsEnd ? 1 : 0);
        n = n.shiftLeft(32).or(unsigned(skip));
        n = n.shiftLeft(32).or(unsigned(feed));
        n = n.shiftLeft(32).or(unsigned(flags));
        return ts.newInt(n.shiftLeft(64).or(BigInteger.valueOf(start)));
    }

    private static BigInteger unsigned(int i) {
        return BigInteger.valueOf(i & 0xFFFFFFFFL);
    }

    static PositionCookie parse(ThreadState ts, Object number) {
        PositionCookie c = new PositionCookie();
        if (number instanceof Long n) {
            c.start = n;
            return c;
        }
        BigInteger n = ts.asBigInteger(number);
        if (n.compareTo(LIMIT) >= 0) {
            throw ts.error("OverflowError", "int too big to convert");
        }
        c.start = n.longValue();
        c.flags = n.shiftRight(64).intValue();
        c.feed = n.shiftRight(96).intValue();
        c.skip = n.shiftRight(128).intValue();
        c.needsEnd = n.shiftRight(160).signum() != 0;
        return c;
    }
}
