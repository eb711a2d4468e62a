package dev.clutch.interp.parser;

import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.number.IntText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The value of a number token. */
final class NumberLiteral {
    private NumberLiteral() {}

    /** A Long, BigInteger, Double or complex. Answers null for a decimal literal with more digits than allowed. */
    static @org.jspecify.annotations.Nullable Object parse(
            byte[] b, int from, int to, ConstantFactory constants, int maxDigits) {
        if (to - from <= 18) {
            long v = 0;
            int i = from;
            while (i < to) {
                int d = b[i] - '0';
                if (d < 0 || d > 9) {
                    break;
                }
                v = v * 10 + d;
                i++;
            }
            if (i == to) {
                return v;
            }
        }
        StringBuilder s = new StringBuilder(to - from);
        boolean isFloat = false;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c != '_') {
                s.append((char) c);
            }
            if (c == '.' || c == 'e' || c == 'E') {
                isFloat = true;
            }
        }
        if (s.charAt(0) == '0' && s.length() > 1) {
            int radix = radixOf(s.charAt(1));
            if (radix != 10) {
                return integer(s.substring(2), radix);
            }
        }
        char last = s.charAt(s.length() - 1);
        if (last == 'j' || last == 'J') {
            return constants.complex(Double.parseDouble(s.substring(0, s.length() - 1)));
        }
        if (isFloat) {
            return Double.parseDouble(s.toString());
        }
        if (maxDigits > 0 && s.length() > maxDigits) {
            return null;
        }
        return integer(s.toString(), 10);
    }

    /** The number of digits of a decimal literal, for the message. */
    static int digits(byte[] b, int from, int to) {
        String s = new String(b, from, to - from, StandardCharsets.US_ASCII);
        return s.replace("_", "").length();
    }

    private static int radixOf(char c) {
        switch (c) {
            case 'x':
            case 'X':
                return 16;
            case 'o':
            case 'O':
                return 8;
            case 'b':
            case 'B':
                return 2;
            default:
                return 10;
        }
    }

    private static Object integer(String digits, int radix) {
        if (digits.length() <= (radix == 16 ? 15 : radix == 8 ? 20 : radix == 2 ? 62 : 18)) {
            return Long.parseLong(digits, radix);
        }
        BigInteger big = IntText.big(HugeMath.UNWATCHED, digits, radix);
        return big.bitLength() <= 63 ? (Object) big.longValue() : big;
    }
}
