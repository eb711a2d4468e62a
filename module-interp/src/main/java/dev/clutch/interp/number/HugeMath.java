package dev.clutch.interp.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Products, quotients, powers and texts of numbers so large that the JDK would be busy for longer than moments, when nothing can stop it. The work is cut into pieces that the JDK does at once, and
 * between two of them the checkpoint is asked. Numbers below {@link #PIECE_BITS} go to the JDK directly.
 */
public final class HugeMath {
    /** The JDK multiplies two numbers of this size in some hundredths of a second. */
    static final int PIECE_BITS = 1 << 20;

    /** Digits that {@code new BigInteger(String)}, whose time is quadratic, reads in less than a millisecond. */
    private static final int PIECE_DIGITS = 4096;

    /** For work that nobody waits for long. */
    public static final Checkpoint UNWATCHED = new Unwatched();

    private HugeMath() {}

    /** Called between the steps of long work; it may throw. */
    public interface Checkpoint {
        /** Looks whether the work is to go on. */
        void checkInterrupts();
    }

    private static final class Unwatched implements Checkpoint {
        @Override
        public void checkInterrupts() {}
    }

    static boolean isHuge(BigInteger value) {
        return value.bitLength() > PIECE_BITS;
    }

    // ---- products ------------------------------------------------------------------------------------------------

    /** {@code a * b}. */
    public static BigInteger multiply(Checkpoint checkpoint, BigInteger a, BigInteger b) {
        if (!isHuge(a) && !isHuge(b)) {
            return a.multiply(b);
        }
        if ((long) a.bitLength() + b.bitLength() > Integer.MAX_VALUE + 1L) {
            throw IntMath.tooLarge();
        }
        if (a == b) {
            BigInteger x = a.abs();
            return product(checkpoint, x, x);
        }
        BigInteger p = product(checkpoint, a.abs(), b.abs());
        return a.signum() * b.signum() < 0 ? p.negate() : p;
    }

    /** Cuts the larger in halves until both are of like size, then both (Karatsuba). A square stays one: the JDK is faster then. */
    private static BigInteger product(Checkpoint checkpoint, BigInteger a, BigInteger b) {
        BigInteger x = a.bitLength() >= b.bitLength() ? a : b;
        BigInteger y = x == a ? b : a;
        if (!isHuge(x) || y.bitLength() <= Long.SIZE) {
            checkpoint.checkInterrupts();
            return x.multiply(y);
        }
        int half = (x.bitLength() + 1) / 2;
        BigInteger high = x.shiftRight(half);
        BigInteger low = low(x, half);
        if (y.bitLength() <= half) {
            return product(checkpoint, high, y).shiftLeft(half).add(product(checkpoint, low, y));
        }
        boolean square = a == b;
        BigInteger otherHigh = square ? high : y.shiftRight(half);
        BigInteger otherLow = square ? low : low(y, half);
        BigInteger sum = high.add(low);
        BigInteger top = product(checkpoint, high, otherHigh);
        BigInteger bottom = product(checkpoint, low, otherLow);
        BigInteger middle = product(checkpoint, sum, square ? sum : otherHigh.add(otherLow))
                .subtract(top)
                .subtract(bottom);
        return top.shiftLeft(half).add(middle).shiftLeft(half).add(bottom);
    }

    private static BigInteger low(BigInteger value, int bits) {
        return value.subtract(value.shiftRight(bits).shiftLeft(bits));
    }

    /** {@code base ** exponent} for an exponent that is not negative. */
    public static BigInteger pow(Checkpoint checkpoint, BigInteger base, int exponent) {
        long bits = (base.bitLength() - 1L) * exponent;
        if (bits > Integer.MAX_VALUE) {
            throw IntMath.tooLarge();
        }
        if (bits <= PIECE_BITS) {
            return base.pow(exponent);
        }
        int zeros = base.getLowestSetBit();
        BigInteger odd = base.shiftRight(zeros);
        BigInteger result = BigInteger.ONE;
        if (!odd.equals(BigInteger.ONE)) {
            for (int bit = 31 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
                result = multiply(checkpoint, result, result);
                if ((exponent >> bit & 1) != 0) {
                    result = multiply(checkpoint, result, odd);
                }
            }
        }
        return result.shiftLeft(zeros * exponent);
    }

    // ---- quotients -----------------------------------------------------------------------------------------------

    /** The quotient cut off towards zero, and the remainder with the sign of the dividend, as {@link BigInteger#divideAndRemainder}. */
    public static BigInteger[] divide(Checkpoint checkpoint, BigInteger a, BigInteger b) {
        if (!isHuge(a) || b.bitLength() <= Long.SIZE) {
            return a.divideAndRemainder(b);
        }
        BigInteger[] r = positive(checkpoint, a.abs(), b.abs());
        if (a.signum() * b.signum() < 0) {
            r[0] = r[0].negate();
        }
        if (a.signum() < 0) {
            r[1] = r[1].negate();
        }
        return r;
    }

    /** Divides from the top, in blocks of the divisor's size, which is first made as long as halving wants it. */
    private static BigInteger[] positive(Checkpoint checkpoint, BigInteger a, BigInteger b) {
        int levels = 0;
        while (b.bitLength() >> levels > PIECE_BITS) {
            levels++;
        }
        int size = (((b.bitLength() - 1) >> levels) + 1) << levels;
        int shift = size - b.bitLength();
        BigInteger divisor = b.shiftLeft(shift);
        BigInteger dividend = a.shiftLeft(shift);
        int block = Math.max(size, PIECE_BITS >> levels << levels);
        if (block > size) {
            // one short divisor: blocks of a size that is worth a step
            block = block / size * size;
        }
        int count = dividend.bitLength() / block + 1;
        BigInteger rest = BigInteger.ZERO;
        List<BigInteger> quotients = new ArrayList<>(count);
        for (int i = count - 1; i >= 0; i--) {
            checkpoint.checkInterrupts();
            BigInteger next = low(dividend.shiftRight(i * block), block);
            BigInteger part = rest.shiftLeft(block).add(next);
            BigInteger[] r =
                    block > size ? part.divideAndRemainder(divisor) : twoByOne(checkpoint, part, divisor, size);
            quotients.add(r[0]);
            rest = r[1];
        }
        return new BigInteger[] {joined(quotients, 0, count, block), rest.shiftRight(shift)};
    }

    /** The blocks, highest first, as one number. */
    private static BigInteger joined(List<BigInteger> blocks, int from, int to, int block) {
        if (to - from == 1) {
            return blocks.get(from);
        }
        int middle = (from + to) / 2;
        return joined(blocks, from, middle, block)
                .shiftLeft((to - middle) * block)
                .add(joined(blocks, middle, to, block));
    }

    /** Burnikel and Ziegler: a below {@code b * 2**n}, b of exactly n bits. */
    private static BigInteger[] twoByOne(Checkpoint checkpoint, BigInteger a, BigInteger b, int n) {
        if (n <= PIECE_BITS || (n & 1) != 0) {
            checkpoint.checkInterrupts();
            return a.divideAndRemainder(b);
        }
        int half = n / 2;
        BigInteger[] upper = threeByTwo(checkpoint, a.shiftRight(half), b, half);
        BigInteger[] lower = threeByTwo(checkpoint, upper[1].shiftLeft(half).add(low(a, half)), b, half);
        return new BigInteger[] {upper[0].shiftLeft(half).add(lower[0]), lower[1]};
    }

    private static BigInteger[] threeByTwo(Checkpoint checkpoint, BigInteger a, BigInteger b, int half) {
        BigInteger high = b.shiftRight(half);
        BigInteger upper = a.shiftRight(half);
        BigInteger quotient;
        BigInteger rest;
        if (upper.shiftRight(half).compareTo(high) < 0) {
            BigInteger[] r = twoByOne(checkpoint, upper, high, half);
            quotient = r[0];
            rest = r[1];
        } else {
            quotient = BigInteger.ONE.shiftLeft(half).subtract(BigInteger.ONE);
            rest = upper.subtract(high.shiftLeft(half)).add(high);
        }
        rest = rest.shiftLeft(half).add(low(a, half)).subtract(multiply(checkpoint, quotient, low(b, half)));
        while (rest.signum() < 0) {
            quotient = quotient.subtract(BigInteger.ONE);
            rest = rest.add(b);
        }
        return new BigInteger[] {quotient, rest};
    }

    /** The whole part of the square root: each step doubles the bits that are right. */
    public static BigInteger sqrt(Checkpoint checkpoint, BigInteger n) {
        if (!isHuge(n)) {
            return n.sqrt();
        }
        // the root of the upper half of the bits, then one step of Newton's, which errs by less than one above
        int quarter = (n.bitLength() - 1) / 4;
        BigInteger estimate =
                sqrt(checkpoint, n.shiftRight(2 * quarter)).add(BigInteger.ONE).shiftLeft(quarter);
        BigInteger root = estimate.add(divide(checkpoint, n, estimate)[0]).shiftRight(1);
        while (multiply(checkpoint, root, root).compareTo(n) > 0) {
            root = root.subtract(BigInteger.ONE);
        }
        return root;
    }

    /** The greatest common divisor. */
    public static BigInteger gcd(Checkpoint checkpoint, BigInteger a, BigInteger b) {
        return IntGcd.gcd(checkpoint, a, b);
    }

    // ---- texts ---------------------------------------------------------------------------------------------------

    /** Digits of a number in a base, with a sign. */
    static String toText(Checkpoint checkpoint, BigInteger value, int base) {
        if (!isHuge(value)) {
            return base == 10 ? IntDigits.text(value) : value.toString(base);
        }
        // powers[i] has PIECE_DIGITS << i zeros
        List<BigInteger> powers = new ArrayList<>();
        BigInteger power = BigInteger.valueOf(base).pow(PIECE_DIGITS);
        BigInteger rest = value.abs();
        while (power.compareTo(rest) <= 0) {
            powers.add(power);
            if (power.bitLength() * 2L > rest.bitLength() + 1L) {
                break;
            }
            power = multiply(checkpoint, power, power);
        }
        StringBuilder out = new StringBuilder();
        if (value.signum() < 0) {
            out.append('-');
        }
        write(checkpoint, out, rest, powers, powers.size() - 1, base, false);
        return out.toString();
    }

    private static void write(
            Checkpoint checkpoint,
            StringBuilder out,
            BigInteger value,
            List<BigInteger> powers,
            int level,
            int base,
            boolean inside) {
        if (level < 0) {
            checkpoint.checkInterrupts();
            String digits = value.toString(base);
            if (inside) {
                out.repeat('0', PIECE_DIGITS - digits.length());
            }
            out.append(digits);
            return;
        }
        BigInteger[] parts = divide(checkpoint, value, powers.get(level));
        if (inside || parts[0].signum() != 0) {
            write(checkpoint, out, parts[0], powers, level - 1, base, inside);
            write(checkpoint, out, parts[1], powers, level - 1, base, true);
        } else {
            write(checkpoint, out, parts[1], powers, level - 1, base, false);
        }
    }

    /** The number that digits without sign stand for. */
    static BigInteger parse(Checkpoint checkpoint, String digits, int base) {
        if (digits.length() <= PIECE_DIGITS) {
            return base == 10 ? IntDigits.parse(digits, 0, digits.length()) : new BigInteger(digits, base);
        }
        List<BigInteger> powers = new ArrayList<>();
        BigInteger power = BigInteger.valueOf(base).pow(PIECE_DIGITS);
        for (long covered = PIECE_DIGITS; covered < digits.length(); covered *= 2) {
            powers.add(power);
            if (covered * 2 < digits.length()) {
                power = multiply(checkpoint, power, power);
            }
        }
        return parse(checkpoint, digits, 0, digits.length(), powers, powers.size() - 1, base);
    }

    private static BigInteger parse(
            Checkpoint checkpoint, String digits, int from, int to, List<BigInteger> powers, int level, int base) {
        if (level < 0) {
            checkpoint.checkInterrupts();
            return new BigInteger(digits.substring(from, to), base);
        }
        int size = PIECE_DIGITS << level;
        if (to - from <= size) {
            return parse(checkpoint, digits, from, to, powers, level - 1, base);
        }
        BigInteger high = parse(checkpoint, digits, from, to - size, powers, level - 1, base);
        BigInteger low = parse(checkpoint, digits, to - size, to, powers, level - 1, base);
        return multiply(checkpoint, high, powers.get(level)).add(low);
    }
}
