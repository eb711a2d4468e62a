package dev.clutch.interp.number;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Between {@code int} and text in bases 2 to 36. */
public final class IntText {
    /** The length below which the limit on digits is never applied. */
    public static final int LIMIT_THRESHOLD = 640;

    private IntText() {}

    /**
     * Parses what {@code int(text, base)} accepts: white space around, a sign, a prefix that fits the base, single underscores
     * between digits, decimal digits of any script. Null when the text is no such literal.
     *
     * @param maxDigits the limit on decimal digits ({@code sys.set_int_max_str_digits}), 0 for none
     */
    public static @Nullable Object parse(HugeMath.Checkpoint checkpoint, Object str, int base, int maxDigits) {
        String ascii = NumberText.toAscii(str);
        return ascii == null ? null : parseAscii(checkpoint, ascii, base, maxDigits);
    }

    /** As {@link #parse}, on ASCII text. */
    public static @Nullable Object parseAscii(HugeMath.Checkpoint checkpoint, String text, int base, int maxDigits) {
        int i = 0;
        int end = text.length();
        while (i < end && NumberText.isAsciiSpace(text.charAt(i))) {
            i++;
        }
        while (end > i && NumberText.isAsciiSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = false;
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i) == '-';
            i++;
        }
        boolean mustBeZero = false;
        if (base == 0) {
            base = 10;
            if (i < end && text.charAt(i) == '0') {
                base = i + 1 < end ? prefixBase(text.charAt(i + 1)) : 0;
                if (base == 0) {
                    base = 10;
                    mustBeZero = true; // "old" octal literals are refused, yet any number of zeros is fine
                }
            }
        }
        if (i + 1 < end && text.charAt(i) == '0' && base != 10 && prefixBase(text.charAt(i + 1)) == base) {
            i += 2;
            if (i < end && text.charAt(i) == '_') {
                i++;
            }
        }
        return digits(checkpoint, text, i, end, base, negative, mustBeZero, maxDigits);
    }

    private static int prefixBase(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static @Nullable Object digits(
            HugeMath.Checkpoint checkpoint,
            String text,
            int start,
            int end,
            int base,
            boolean negative,
            boolean mustBeZero,
            int maxDigits) {
        long value = 0;
        long safe = (Long.MAX_VALUE - base) / base;
        boolean large = false;
        boolean underscores = false;
        int count = 0;
        boolean underscore = true; // none may come first
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (underscore) {
                    return null;
                }
                underscore = true;
                underscores = true;
                continue;
            }
            int d = c >= '0' && c <= '9' ? c - '0' : c < 0x80 ? Character.digit(c, 36) : -1;
            if (d < 0 || d >= base) {
                return null;
            }
            underscore = false;
            count++;
            if (value > safe) {
                large = true;
            } else {
                value = value * base + d;
            }
        }
        if (underscore) {
            return null;
        }
        if ((base & (base - 1)) != 0 && maxDigits > 0 && count > LIMIT_THRESHOLD && count > maxDigits) {
            throw AlgorithmException.value(
                    "Exceeds the limit (" + maxDigits + " digits) for integer string conversion: value has " + count
                            + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        if (large) {
            String plain = underscores ? text.substring(start, end).replace("_", "") : text.substring(start, end);
            BigInteger big = big(checkpoint, plain, base);
            return mustBeZero && big.signum() != 0 ? null : IntMath.of(negative ? big.negate() : big);
        }
        if (mustBeZero && value != 0) {
            return null;
        }
        return negative ? -value : value;
    }

    /** Digits without a sign; for a base that is a power of two in hardly more than linear time. */
    public static BigInteger big(HugeMath.Checkpoint checkpoint, String digits, int base) {
        int length = digits.length();
        if ((base & (base - 1)) != 0) {
            return HugeMath.parse(checkpoint, digits, base);
        }
        if (length < 1000) {
            return new BigInteger(digits, base);
        }
        int low = length / 2;
        BigInteger high = big(checkpoint, digits.substring(0, length - low), base);
        return high.shiftLeft(low * Integer.numberOfTrailingZeros(base))
                .or(big(checkpoint, digits.substring(length - low), base));
    }

    /** Parses at most 18 digits after an optional minus; null for anything else. */
    public static @Nullable Long parseShort(String text) {
        int n = text.length();
        int start = n > 1 && text.charAt(0) == '-' ? 1 : 0;
        if (n == start || n - start > 18) {
            return null;
        }
        long value = 0;
        for (int i = start; i < n; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 + digit;
        }
        return start == 0 ? value : -value;
    }

    /** Decimal text; {@code maxDigits} as for {@link #parse}. */
    public static String toDecimal(HugeMath.Checkpoint checkpoint, Object value, int maxDigits) {
        if (value instanceof Long l) {
            return Long.toString(l);
        }
        BigInteger big = (BigInteger) value;
        // a decimal digit takes 3.32 bits, so the text is never built when it would certainly be refused
        if (maxDigits > 0 && big.bitLength() > 10L * maxDigits / 3 + 10 && big.bitLength() > 3 * LIMIT_THRESHOLD) {
            throw tooManyDigits(maxDigits);
        }
        String text = HugeMath.toText(checkpoint, big, 10);
        int digits = big.signum() < 0 ? text.length() - 1 : text.length();
        if (maxDigits > 0 && digits > LIMIT_THRESHOLD && digits > maxDigits) {
            throw tooManyDigits(maxDigits);
        }
        return text;
    }

    private static AlgorithmException tooManyDigits(int maxDigits) {
        return AlgorithmException.value("Exceeds the limit (" + maxDigits
                + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
    }

    /** Digits in a base, with a sign, without a prefix. */
    public static String toBase(HugeMath.Checkpoint checkpoint, Object value, int base) {
        return value instanceof Long l ? Long.toString(l, base) : HugeMath.toText(checkpoint, (BigInteger) value, base);
    }

    /** {@code bin}, {@code oct} and {@code hex}: digits after the sign and a prefix. */
    public static String withPrefix(HugeMath.Checkpoint checkpoint, Object value, int base) {
        String digits = toBase(checkpoint, value, base);
        String prefix = base == 16 ? "0x" : base == 8 ? "0o" : "0b";
        return digits.charAt(0) == '-' ? "-" + prefix + digits.substring(1) : prefix + digits;
    }
}
