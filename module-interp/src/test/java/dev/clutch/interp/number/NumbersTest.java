package dev.clutch.interp.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clutch.interp.number.AlgorithmException.Kind;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);

    @Test
    void longOverflowsToBigIntegerAndBack() {
        Object large = IntMath.add(Long.MAX_VALUE, 1L);

        assertThat(large).isEqualTo(TWO_63);
        assertThat(IntMath.sub(large, (Object) 1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(IntMath.neg(Long.MIN_VALUE)).isEqualTo(TWO_63);
        assertThat(IntMath.neg(TWO_63)).isEqualTo(Long.MIN_VALUE);
        assertThat(IntMath.floordiv(Long.MIN_VALUE, -1L)).isEqualTo(TWO_63);
    }

    @Test
    void divisionRoundsDown() {
        assertThat(IntMath.divmod(HugeMath.UNWATCHED, -7L, 2L)).containsExactly(-4L, 1L);
        assertThat(IntMath.divmod(HugeMath.UNWATCHED, TWO_63, -10L)).containsExactly(-922337203685477581L, -2L);
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> IntMath.mod(1L, 0L))
                .withMessage("integer modulo by zero")
                .extracting(AlgorithmException::kind)
                .isEqualTo(Kind.ZERO_DIVISION_ERROR);
    }

    @Test
    void quotientsOfNumbersOfLikeSize() {
        for (int bits = 60; bits < 200; bits += 7) {
            BigInteger b = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.TEN);
            for (long q = 1; q < 1L << 40; q = q * 3 + 1) {
                BigInteger product = b.multiply(BigInteger.valueOf(q));
                for (int d = -1; d <= 1; d++) {
                    Object a = IntMath.of(product.add(BigInteger.valueOf(d)));
                    assertThat(IntMath.floordiv(a, IntMath.of(b))).isEqualTo(d < 0 ? q - 1 : q);
                }
            }
            assertThat(IntMath.floordiv(IntMath.of(b), IntMath.of(b.multiply(BigInteger.TEN))))
                    .isEqualTo(0L);
        }
    }

    @Test
    void modularPowerTakesTheInverse() {
        assertThat(IntMath.modpow(3L, -1L, 7L, HugeMath.UNWATCHED)).isEqualTo(5L);
        assertThat(IntMath.modpow(3L, -1L, -7L, HugeMath.UNWATCHED)).isEqualTo(-2L);
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> IntMath.modpow(2L, -1L, 4L, HugeMath.UNWATCHED))
                .withMessage("base is not invertible for the given modulus");
    }

    @Test
    void theInverseOfAHugeNumberIsFoundInPasses() {
        int[] passes = new int[1];
        HugeMath.Checkpoint count = () -> passes[0]++;
        BigInteger modulus = BigInteger.valueOf(5).pow(40_000);
        for (BigInteger n : new BigInteger[] {
            BigInteger.TWO,
            BigInteger.valueOf(3).pow(50_000),
            BigInteger.valueOf(7).pow(20_000).negate(),
            modulus.subtract(BigInteger.ONE)
        }) {
            Object inverse = IntMath.modpow(IntMath.of(n), -1L, modulus, count);
            assertThat(inverse).isEqualTo(IntMath.of(n.modInverse(modulus)));
            assertThat(IntMath.modpow(IntMath.of(n), -3L, modulus, count))
                    .isEqualTo(IntMath.of(n.modPow(BigInteger.valueOf(-3), modulus)));
        }
        assertThat(passes[0]).isGreaterThan(1000);
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> IntMath.modpow(15L, -1L, modulus, count))
                .withMessage("base is not invertible for the given modulus");
    }

    @Test
    void comparesIntAndFloatExactly() {
        assertThat(IntFloat.compare((1L << 53) + 1, 0x1p53)).isPositive();
        assertThat(IntFloat.compare(Long.MAX_VALUE, 0x1p63)).isNegative();
        assertThat(IntFloat.equal(TWO_63, 0x1p63)).isTrue();
        assertThat(IntFloat.equal(0L, -0.0)).isTrue();
    }

    @Test
    void trueDivisionRoundsOnce() {
        BigInteger huge = BigInteger.TEN.pow(400);

        assertThat(IntFloat.trueDivide(huge, huge.multiply(BigInteger.valueOf(3))))
                .isEqualTo(1.0 / 3);
        assertThat(IntFloat.trueDivide(1L, BigInteger.TWO.pow(1074))).isEqualTo(Double.MIN_VALUE);
        assertThat(IntFloat.trueDivide(0L, -5L)).isEqualTo(-0.0);
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> IntFloat.trueDivide(huge, 1L))
                .withMessage("integer division result too large for a float");
    }

    @Test
    void equalNumbersHashAlike() {
        assertThat(NumberHash.hash(1L)).isEqualTo(NumberHash.hash(1.0, 0)).isEqualTo(NumberHash.hash(1.0, 0.0, 0));
        assertThat(NumberHash.hash(BigInteger.TWO.pow(100))).isEqualTo(NumberHash.hash(0x1p100, 0));
        assertThat(NumberHash.hash(-1L)).isEqualTo(-2);
        assertThat(NumberHash.hash(0.5, 0)).isEqualTo(1L << 60);
    }

    @Test
    void parsesIntegersAsPython() {
        assertThat(IntText.parse(HugeMath.UNWATCHED, "  -0x_fF ", 0, 0)).isEqualTo(-255L);
        assertThat(IntText.parse(HugeMath.UNWATCHED, "\u0661\u0662", 10, 0)).isEqualTo(12L);
        assertThat(IntText.parse(HugeMath.UNWATCHED, "010", 0, 0)).isNull();
        assertThat(IntText.parse(HugeMath.UNWATCHED, "1__0", 10, 0)).isNull();
        assertThat(IntText.parse(HugeMath.UNWATCHED, "9223372036854775808", 10, 0))
                .isEqualTo(TWO_63);
    }

    @Test
    void decimalTextHasALimit() {
        assertThat(IntText.toDecimal(HugeMath.UNWATCHED, BigInteger.TEN.pow(4299), 4300))
                .hasSize(4300);
        assertThatExceptionOfType(AlgorithmException.class)
                .isThrownBy(() -> IntText.toDecimal(HugeMath.UNWATCHED, BigInteger.TEN.pow(4300), 4300))
                .withMessageStartingWith("Exceeds the limit (4300 digits)");
    }

    @Test
    void reprOfFloatIsTheShortest() {
        assertThat(FloatText.repr(Double.MIN_VALUE)).isEqualTo("5e-324");
        assertThat(FloatText.repr(1e16)).isEqualTo("1e+16");
        assertThat(FloatText.repr(1e17 + 16)).isEqualTo("1.0000000000000002e+17");
        assertThat(FloatText.repr(0.0001)).isEqualTo("0.0001");
        assertThat(FloatText.repr(-0.0)).isEqualTo("-0.0");
    }

    @Test
    void roundsTheExactValueHalfToEven() {
        assertThat(FloatText.round(2.675, 2)).isEqualTo(2.67);
        assertThat(FloatText.round(0.125, 2)).isEqualTo(0.12);
        assertThat(FloatText.round(1234.5, -2)).isEqualTo(1200.0);
        assertThat(FloatText.roundToInt(2.5)).isEqualTo(2L);
        assertThat(IntMath.roundToPowerOfTen(-25L, 1)).isEqualTo(-20L);
    }

    @Test
    void hexadecimalTextIsRoundedOnce() {
        assertThat(FloatHex.fromHex("0x1.fffffffffffff8p0")).isEqualTo(2.0);
        assertThat(FloatHex.fromHex("0x0.00000000000008p-1022")).isEqualTo(0.0);
        assertThat(FloatHex.fromHex("0x0.00000000000018p-1022")).isEqualTo(0x1p-1073);
        assertThat(FloatHex.hex(-0.1)).isEqualTo("-0x1.999999999999ap-4");
    }

    @Test
    void floatRemainderHasTheSignOfTheDivisor() {
        assertThat(FloatMath.mod(-1.0, 3.0)).isEqualTo(2.0);
        assertThat(FloatMath.mod(-1e-20, 3.0)).isEqualTo(3.0);
        assertThat(FloatMath.mod(3.0, -3.0)).isEqualTo(-0.0);
    }

    @Test
    void complexTextKeepsSignsOfZero() {
        assertThat(ComplexText.repr(-0.0, -0.0)).isEqualTo("(-0-0j)");
        assertThat(ComplexText.parse(" ( 1e3 - j ) ")).isNull();
        assertThat(ComplexText.parse(" ( 1e3-j ) ")).containsExactly(1000.0, -1.0);
    }
}
