package dev.clutch.extensions.builtin.math;

import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;

/** Functions of integers of any size. A value is a Long, or a BigInteger where that is too small. */
final class IntegerFunctions {
    private IntegerFunctions() {}

    static BigInteger big(Object value) {
        return value instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) value;
    }

    static int signum(Object value) {
        return value instanceof Long l ? Long.signum(l) : ((BigInteger) value).signum();
    }

    static Object gcd(ThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && x != Long.MIN_VALUE && y != Long.MIN_VALUE) {
            long p = Math.abs(x);
            long q = Math.abs(y);
            while (q != 0) {
                long rest = p % q;
                p = q;
                q = rest;
            }
            return p;
        }
        return ts.newInt(ts.gcd(big(a), big(b)));
    }

    static Object lcm(ThreadState ts, Object a, Object b) {
        if (signum(a) == 0 || signum(b) == 0) {
            return 0L;
        }
        BigInteger x = big(a);
        BigInteger y = big(b);
        Object part = ts.floorDivide(a, ts.newInt(ts.gcd(x, y)));
        return ts.newInt(big(ts.multiply(part, b)).abs());
    }

    /** The product of {@code first}, {@code first + 1} up to before {@code end}, by halves so that the factors are of like size. */
    private static BigInteger range(ThreadState ts, long first, long end) {
        if (end - first <= 8) {
            BigInteger r = BigInteger.ONE;
            long small = 1;
            for (long i = first; i < end; i++) {
                long high = Math.multiplyHigh(small, i);
                long low = small * i;
                if (high == 0 && low >= 0) {
                    small = low;
                } else {
                    r = r.multiply(BigInteger.valueOf(small));
                    small = i;
                }
            }
            return r.multiply(BigInteger.valueOf(small));
        }
        ts.checkInterrupts();
        long middle = (first + end) >>> 1;
        return times(ts, range(ts, first, middle), range(ts, middle, end));
    }

    /** A product that can be interrupted when it is huge. */
    private static BigInteger times(ThreadState ts, BigInteger a, BigInteger b) {
        return big(ts.multiply(ts.newInt(a), ts.newInt(b)));
    }

    static Object factorial(ThreadState ts, Object x) {
        Object n = ts.index(x);
        if (signum(n) < 0) {
            throw ts.valueError("factorial() not defined for negative values");
        }
        if (!(n instanceof Long value)) {
            throw ts.error("OverflowError", "factorial() argument should not exceed " + Long.MAX_VALUE);
        }
        return ts.newInt(value < 2 ? BigInteger.ONE : range(ts, 2, value + 1));
    }

    /** {@code n (n-1) ... (n-k+1)}. */
    private static BigInteger falling(ThreadState ts, BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (n.bitLength() < 63) {
            long top = n.longValue();
            return range(ts, top - k + 1, top + 1);
        }
        if (k == 1) {
            return n;
        }
        long half = k / 2;
        return times(ts, falling(ts, n, half), falling(ts, n.subtract(BigInteger.valueOf(half)), k - half));
    }

    /** C(n, k) = C(n, j) C(n-j, k-j) / C(k, j) with j half of k. */
    private static BigInteger binomial(ThreadState ts, BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (k <= 64) {
            return falling(ts, n, k).divide(range(ts, 1, k + 1));
        }
        long j = k / 2;
        BigInteger rest = binomial(ts, n.subtract(BigInteger.valueOf(j)), k - j);
        Object product = ts.newInt(times(ts, binomial(ts, n, j), rest));
        return big(ts.floorDivide(product, ts.newInt(binomial(ts, BigInteger.valueOf(k), j))));
    }

    private static void checkNotNegative(ThreadState ts, Object n, Object k) {
        if (signum(n) < 0) {
            throw ts.valueError("n must be a non-negative integer");
        }
        if (signum(k) < 0) {
            throw ts.valueError("k must be a non-negative integer");
        }
    }

    static Object perm(ThreadState ts, Object first, Object second) {
        Object n = ts.index(first);
        Object k = ts.index(second);
        checkNotNegative(ts, n, k);
        if (big(n).compareTo(big(k)) < 0) {
            return 0L;
        }
        if (!(k instanceof Long count)) {
            throw ts.error("OverflowError", "k must not exceed " + Long.MAX_VALUE);
        }
        return ts.newInt(falling(ts, big(n), count));
    }

    static Object comb(ThreadState ts, Object first, Object second) {
        Object n = ts.index(first);
        Object k = ts.index(second);
        checkNotNegative(ts, n, k);
        BigInteger rest = big(n).subtract(big(k));
        if (rest.signum() < 0) {
            return 0L;
        }
        BigInteger least = rest.min(big(k));
        if (least.bitLength() > 63) {
            throw ts.error("OverflowError", "min(n - k, k) must not exceed " + Long.MAX_VALUE);
        }
        return ts.newInt(binomial(ts, big(n), least.longValue()));
    }

    static Object isqrt(ThreadState ts, Object x) {
        Object n = ts.index(x);
        if (signum(n) < 0) {
            throw ts.valueError("isqrt() argument must be nonnegative");
        }
        return ts.newInt(ts.isqrt(big(n)));
    }
}
