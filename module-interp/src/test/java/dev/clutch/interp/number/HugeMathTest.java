package dev.clutch.interp.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The pieces give what the JDK gives at once, and the checkpoint is asked between them. */
class HugeMathTest {
    private static final int BITS = HugeMath.PIECE_BITS;

    /** Counts how often it is asked. */
    private static final class Counting implements HugeMath.Checkpoint {
        int asked;

        @Override
        public void checkInterrupts() {
            asked++;
        }
    }

    private final Counting counting = new Counting();
    private final Random random = new Random(7);

    private BigInteger number(int bits) {
        return new BigInteger(bits, random).setBit(bits - 1);
    }

    @Test
    void productsAndQuotients() {
        int[][] sizes = {
            {3 * BITS, 3 * BITS - 5}, {5 * BITS / 2, BITS + 1}, {4 * BITS + 7, 900}, {2 * BITS + 1, 2 * BITS}
        };
        for (int[] size : sizes) {
            BigInteger a = number(size[0]).negate();
            BigInteger b = number(size[1]);
            BigInteger product = HugeMath.multiply(counting, a, b);
            assertThat(product.equals(a.multiply(b))).isTrue();
            BigInteger c = product.subtract(BigInteger.TWO);
            BigInteger[] parts = HugeMath.divide(counting, c, b);
            BigInteger[] expected = c.divideAndRemainder(b);
            assertThat(parts[0].equals(expected[0]) && parts[1].equals(expected[1]))
                    .isTrue();
        }
        // all ones: the estimate of a quotient's half is too large, and is put right
        BigInteger ones = BigInteger.ONE.shiftLeft(4 * BITS).subtract(BigInteger.ONE);
        BigInteger divisor = BigInteger.ONE.shiftLeft(2 * BITS).subtract(BigInteger.ONE);
        assertThat(HugeMath.divide(counting, ones, divisor)[0].equals(ones.divide(divisor)))
                .isTrue();
        assertThat(counting.asked).isGreaterThan(20);
    }

    @Test
    void powersAndRoots() {
        assertThat(HugeMath.pow(counting, BigInteger.valueOf(-12), 1_000_001)
                        .equals(BigInteger.valueOf(-12).pow(1_000_001)))
                .isTrue();
        BigInteger n = number(3 * BITS);
        assertThat(HugeMath.sqrt(counting, n).equals(n.sqrt())).isTrue();
        BigInteger square = n.multiply(n);
        assertThat(HugeMath.sqrt(counting, square).equals(n)).isTrue();
        assertThat(HugeMath.sqrt(counting, square.subtract(BigInteger.ONE)).equals(n.subtract(BigInteger.ONE)))
                .isTrue();
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> HugeMath.pow(counting, BigInteger.valueOf(5), Integer.MAX_VALUE));
    }

    @Test
    void greatestCommonDivisor() {
        BigInteger common = number(30_000);
        BigInteger a = number(40_000).multiply(common);
        BigInteger b = number(35_000).multiply(common).negate();
        assertThat(HugeMath.gcd(counting, a, b).equals(a.gcd(b))).isTrue();
        assertThat(counting.asked).isPositive();
        assertThat(HugeMath.gcd(counting, BigInteger.ZERO, b)).isEqualTo(b.abs());
    }

    @Test
    void greatestCommonDivisorsOfAllSizes() {
        int[] bits = {1, 31, 32, 33, 62, 63, 64, 65, 95, 96, 97, 128, 700, 3000};
        for (int x : bits) {
            for (int y : bits) {
                BigInteger common = number(1 + random.nextInt(200));
                BigInteger a = number(x).multiply(common);
                BigInteger b = number(y).multiply(common);
                assertThat(HugeMath.gcd(counting, a, b)).isEqualTo(a.gcd(b));
            }
        }
        // all quotients are one; numbers that differ in the last bit alone; quotients of more than 30 bits
        BigInteger previous = BigInteger.ONE;
        BigInteger last = BigInteger.ONE;
        for (int i = 0; i < 400; i++) {
            BigInteger next = previous.add(last);
            previous = last;
            last = next;
            assertThat(HugeMath.gcd(counting, last, previous)).isOne();
            assertThat(HugeMath.gcd(counting, last, last.add(BigInteger.ONE))).isOne();
            BigInteger wide = last.shiftLeft(35).add(previous);
            assertThat(HugeMath.gcd(counting, wide, last)).isOne();
        }
    }

    @Test
    void texts() {
        for (int base : new int[] {10, 36, 16}) {
            String text =
                    "7" + "0".repeat(9000) + Integer.toString(base - 1, base).repeat(330_000);
            BigInteger value = HugeMath.parse(counting, text, base);
            assertThat(HugeMath.toText(counting, value, base).equals(text)).isTrue();
            assertThat(HugeMath.toText(counting, value.negate(), base).equals("-" + text))
                    .isTrue();
        }
    }

    @Test
    void aCheckpointThatThrowsEndsTheWork() {
        HugeMath.Checkpoint stop = () -> {
            throw new IllegalStateException("stop");
        };
        BigInteger n = number(2 * BITS);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> HugeMath.multiply(stop, n, n));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> HugeMath.divide(stop, n, number(BITS)));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> HugeMath.toText(stop, n, 10));
    }
}
