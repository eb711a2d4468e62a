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
        return ts.newInt(big(a).gcd(big(b)));
    }

    static Object lcm(ThreadState ts, Object a, Object b) {
        if (signum(a) == 0 || signum(b) == 0) {
            return 0L;
        }
        BigInteger x = big(a);
        BigInteger y = big(b);
        return ts.newInt(x.divide(x.gcd(y)).multiply(y).abs());
    }

    /** The product of {@code first}, {@code first + 1} up to before {@code end}, by halves so that the factors are of like size. */
    private static BigInteger range(long first, long end) {
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
        long middle = (first + end) >>> 1;
        return range(first, middle).multiply(range(middle, end));
    }

    static Object factorial(ThreadState ts, Object x) {
        Object n = ts.index(x);
        if (signum(n) < 0) {
            throw ts.valueError("factorial() not defined for negative values");
        }
        if (!(n instanceof Long value)) {
            throw ts.error("OverflowError", "factorial() argument should not exceed " + Long.MAX_VALUE);
        }
        return ts.newInt(value < 2 ? BigInteger.ONE : range(2, value + 1));
    }

    /** {@code n (n-1) ... (n-k+1)}. */
    private static BigInteger falling(BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (n.bitLength() < 63) {
            long top = n.longValue();
            return range(top - k + 1, top + 1);
        }
        if (k == 1) {
            return n;
        }
        long half = k / 2;
        return falling(n, half).multiply(falling(n.subtract(BigInteger.valueOf(half)), k - half));
    }

    /** C(n, k) = C(n, j) C(n-j, k-j) / C(k, j) with j half of k. */
    private static BigInteger binomial(BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (k <= 64) {
            return falling(n, k).divide(range(1, k + 1));
        }
        long j = k / 2;
        BigInteger rest = binomial(n.subtract(BigInteger.valueOf(j)), k - j);
        return binomial(n, j).multiply(rest).divide(binomial(BigInteger.valueOf(k), j));
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
        return ts.newInt(falling(big(n), count));
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
        return ts.newInt(binomial(big(n), least.longValue()));
    }

    static Object isqrt(ThreadState ts, Object x) {
        Object n = ts.index(x);
        if (signum(n) < 0) {
            throw ts.valueError("isqrt() argument must be nonnegative");
        }
        return ts.newInt(big(n).sqrt());
    }
}
