package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.number.FloatText;
import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.number.IntText;
import java.util.Locale;

/**
 * One directive of {@code %} formatting.
 *
 * @param width -1 when absent
 * @param precision -1 when absent
 * @param position the index of the conversion character, for messages
 */
public record PercentDirective(int flags, long width, int precision, int conversion, int position) {
    public static final int LEFT = 1;
    public static final int SIGN = 2;
    public static final int BLANK = 4;
    public static final int ALTERNATE = 8;
    public static final int ZERO = 16;

    static int flag(int c) {
        return switch (c) {
            case '-' -> LEFT;
            case '+' -> SIGN;
            case ' ' -> BLANK;
            case '#' -> ALTERNATE;
            case '0' -> ZERO;
            default -> 0;
        };
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The error for a conversion character that does not exist. */
    public FormatException unsupported() {
        char shown = conversion >= 31 && conversion <= 126 ? (char) conversion : '?';
        return FormatException.ofValue("unsupported format character '" + shown + "' (0x"
                + Integer.toHexString(conversion) + ") at index " + position);
    }

    /** Conversions d, i, u, o, x and X of an int. */
    public Object formatInt(HugeMath.Checkpoint checkpoint, Object value, int maxDigits) {
        int base = conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
        if (precision > Integer.MAX_VALUE - 3) {
            throw FormatException.ofOverflow("precision too large");
        }
        boolean negative = IntMath.signum(value) < 0;
        String digits =
                base == 10 ? IntText.toDecimal(checkpoint, value, maxDigits) : IntText.toBase(checkpoint, value, base);
        if (negative) {
            digits = digits.substring(1);
        }
        if (conversion == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        String prefix = has(ALTERNATE) && base != 10 ? "0" + (char) conversion : "";
        return number(negative, prefix, digits);
    }

    /** Conversions e, E, f, F, g and G. */
    public Object formatFloat(double value) {
        String text = FloatText.format(value, (char) conversion, precision < 0 ? 6 : precision, has(ALTERNATE), false);
        boolean negative = text.charAt(0) == '-';
        return number(negative, "", negative ? text.substring(1) : text);
    }

    private Object number(boolean negative, String prefix, String digits) {
        int sign = negative ? '-' : has(SIGN) ? '+' : has(BLANK) ? ' ' : 0;
        int length = (sign == 0 ? 0 : 1) + prefix.length() + digits.length();
        int padding = padding(length);
        StrBuilder out = new StrBuilder(length + padding);
        if (!has(LEFT) && !has(ZERO)) {
            out.appendRepeated(' ', padding);
        }
        if (sign != 0) {
            out.append(sign);
        }
        out.append((Object) prefix);
        if (!has(LEFT) && has(ZERO)) {
            out.appendRepeated('0', padding);
        }
        out.append((Object) digits);
        if (has(LEFT)) {
            out.appendRepeated(' ', padding);
        }
        return out.build();
    }

    /** Conversions s, r and a (cut to the precision), and c. */
    public Object formatText(Object text) {
        int length = Str.length(text);
        if (conversion != 'c' && precision >= 0) {
            length = Math.min(length, precision);
        }
        int padding = padding(length);
        if (padding == 0) {
            return Str.substring(text, 0, length);
        }
        StrBuilder out = new StrBuilder(length + padding);
        if (!has(LEFT)) {
            out.appendRepeated(' ', padding);
        }
        out.append(text, 0, length);
        if (has(LEFT)) {
            out.appendRepeated(' ', padding);
        }
        return out.build();
    }

    private int padding(int length) {
        if (width > Str.MAX_LENGTH) {
            throw new FormatException(FormatException.Kind.MEMORY_ERROR, "");
        }
        return (int) Math.max(0, width - length);
    }
}
