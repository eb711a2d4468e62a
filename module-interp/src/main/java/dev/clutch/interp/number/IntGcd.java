package dev.clutch.interp.number;

import java.math.BigInteger;

/**
 * Greatest common divisors by Lehmer's algorithm: the leading bits of both numbers tell what many steps of Euclid's would do to the whole numbers, and one pass does them all. Numbers are limbs of 32 bits,
 * the lowest first.
 */
final class IntGcd {
    private static final long MASK = 0xFFFF_FFFFL;

    /** Leading bits that are looked at. */
    private static final int LEADING = 62;

    /** Factors are below this, so that the sum of two products with limbs, and a carry, is a long. */
    private static final long FACTORS = 1L << 30;

    private final int[] a;
    private final int[] b;

    /** Limbs of a that count. */
    private int size;

    /** After the steps, {@code p * a - q * b} and {@code s * b - r * a} are the numbers; the other way round after an odd number of them. */
    private long p;

    private long q;
    private long r;
    private long s;

    private IntGcd(BigInteger larger, BigInteger smaller) {
        size = (larger.bitLength() + 31) >> 5;
        a = Limbs.of(larger, size);
        b = Limbs.of(smaller, size);
    }

    /** The greatest common divisor of two numbers with any signs; asks the checkpoint once a pass. */
    static BigInteger gcd(HugeMath.Checkpoint checkpoint, BigInteger first, BigInteger second) {
        BigInteger x = first.abs();
        BigInteger y = second.abs();
        if (x.compareTo(y) < 0) {
            BigInteger swapped = x;
            x = y;
            y = swapped;
        }
        while (y.bitLength() >= Long.SIZE) {
            if (x.bitLength() - y.bitLength() < LEADING / 2) {
                IntGcd numbers = new IntGcd(x, y);
                numbers.reduce(checkpoint);
                x = Limbs.number(numbers.a);
                y = Limbs.number(numbers.b);
            }
            if (y.signum() != 0) {
                BigInteger rest = HugeMath.divide(checkpoint, x, y)[1];
                x = y;
                y = rest;
            }
        }
        if (y.signum() == 0) {
            return x;
        }
        long n = y.longValue();
        return BigInteger.valueOf(gcd(n, x.mod(y).longValue()));
    }

    /** The greatest common divisor of numbers that are not negative. */
    static long gcd(long first, long second) {
        long x = first;
        long y = second;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /**
     * The inverse of a number, which the JDK looks for in one go whatever it takes; asks the checkpoint once a pass.
     *
     * @throws ArithmeticException if there is none
     */
    static BigInteger inverse(HugeMath.Checkpoint checkpoint, BigInteger value, BigInteger modulus) {
        BigInteger x = modulus;
        BigInteger y = value.mod(modulus);
        // x and y are these multiples of the value, but for multiples of the modulus
        BigInteger ofX = BigInteger.ZERO;
        BigInteger ofY = BigInteger.ONE;
        IntGcd pass = new IntGcd(BigInteger.ZERO, BigInteger.ZERO);
        while (y.signum() != 0) {
            checkpoint.checkInterrupts();
            int unseen = x.bitLength() - LEADING;
            if (unseen > 0
                    && x.bitLength() - y.bitLength() < LEADING / 2
                    && pass.steps(
                            x.shiftRight(unseen).longValue(),
                            y.shiftRight(unseen).longValue())) {
                BigInteger reduced = combined(pass.p, x, pass.q, y);
                y = combined(pass.s, y, pass.r, x);
                x = reduced;
                BigInteger multiple = combined(pass.p, ofX, pass.q, ofY);
                ofY = combined(pass.s, ofY, pass.r, ofX);
                ofX = multiple;
            } else {
                BigInteger[] parts = HugeMath.divide(checkpoint, x, y);
                x = y;
                y = parts[1];
                BigInteger multiple = ofX.subtract(HugeMath.multiply(checkpoint, parts[0], ofY));
                ofX = ofY;
                ofY = multiple;
            }
        }
        if (!x.equals(BigInteger.ONE)) {
            throw new ArithmeticException("not invertible");
        }
        return ofX.mod(modulus);
    }

    private static BigInteger combined(long plus, BigInteger a, long minus, BigInteger b) {
        return a.multiply(BigInteger.valueOf(plus)).subtract(b.multiply(BigInteger.valueOf(minus)));
    }

    /** Passes as long as the leading bits tell a step and the smaller number is longer than they are. */
    private void reduce(HugeMath.Checkpoint checkpoint) {
        while (size > 2) {
            checkpoint.checkInterrupts();
            int unused = Integer.numberOfLeadingZeros(a[size - 1]);
            if (!steps(leading(a, unused), leading(b, unused))) {
                return;
            }
            apply();
            while (size > 0 && a[size - 1] == 0) {
                size--;
            }
        }
    }

    /** The bits of a number that stand where the 62 leading ones of a stand. */
    private long leading(int[] number, int unused) {
        long high = (number[size - 1] & MASK) << 32 | number[size - 2] & MASK;
        long low = number[size - 3] & MASK;
        return (high << unused | low << unused >>> 32) >>> Long.SIZE - LEADING;
    }

    /** Euclid's steps on the leading bits while these tell the quotients for certain (Collins' condition); false if they tell none. */
    private boolean steps(long leadingA, long leadingB) {
        long x = leadingA;
        long y = leadingB;
        long u0 = 1;
        long u1 = 0;
        long v0 = 0;
        long v1 = 1;
        boolean odd = false;
        while (y != 0) {
            long quotient = 1;
            long rest = x - y;
            if (rest >= y) {
                quotient = 2;
                rest -= y;
                if (rest >= y) {
                    quotient = x / y;
                    rest = x - quotient * y;
                }
            }
            if (quotient >= FACTORS) {
                break;
            }
            long u2 = u0 + quotient * u1;
            long v2 = v0 + quotient * v1;
            if (v2 >= FACTORS || rest < v2 || y - rest < v1 + v2) {
                break;
            }
            x = y;
            y = rest;
            u0 = u1;
            u1 = u2;
            v0 = v1;
            v1 = v2;
            odd = !odd;
        }
        if (v0 == 0) {
            return false;
        }
        p = odd ? -u0 : u0;
        q = odd ? -v0 : v0;
        r = odd ? -u1 : u1;
        s = odd ? -v1 : v1;
        return true;
    }

    private void apply() {
        int[] x = a;
        int[] y = b;
        long pp = p;
        long qq = q;
        long rr = r;
        long ss = s;
        long carryX = 0;
        long carryY = 0;
        for (int i = 0; i < size; i++) {
            long xi = x[i] & MASK;
            long yi = y[i] & MASK;
            carryX += pp * xi - qq * yi;
            carryY += ss * yi - rr * xi;
            x[i] = (int) carryX;
            y[i] = (int) carryY;
            carryX >>= 32;
            carryY >>= 32;
        }
    }
}
