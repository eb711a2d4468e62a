package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.number.ComplexText;
import dev.clutch.interp.number.FloatText;
import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.number.IntFloat;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.number.IntText;
import java.util.Locale;

/** {@code __format__} of the built-in types; an empty specification gives the plain text. */
public final class Formatter {
    private static final int DEFAULT_PRECISION = 6;

    private Formatter() {}

    /** {@code str.__format__}. */
    public static Object formatStr(Object value, Object spec, String typeName) {
        if (Str.isEmpty(spec)) {
            return value;
        }
        FormatSpec format = FormatSpec.parse(spec, 's', '<', typeName);
        if (format.type() != 's') {
            throw format.unknownType(typeName);
        }
        if (format.sign() != 0) {
            throw FormatException.ofValue(
                    format.sign() == ' '
                            ? "Space not allowed in string format specifier"
                            : "Sign not allowed in string format specifier");
        }
        if (format.noNegativeZero()) {
            throw FormatException.ofValue("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (format.alternate()) {
            throw FormatException.ofValue("Alternate form (#) not allowed in string format specifier");
        }
        if (format.align() == '=') {
            throw FormatException.ofValue("'=' alignment not allowed in string format specifier");
        }
        int n = Str.length(value);
        int shown = format.precision() >= 0 ? (int) Math.min(n, format.precision()) : n;
        int padding = Math.max(0, format.boundedWidth() - shown);
        if (padding == 0) {
            return Str.substring(value, 0, shown);
        }
        StrBuilder out = new StrBuilder(shown + padding);
        int left = format.align() == '>' ? padding : format.align() == '^' ? padding / 2 : 0;
        return out.appendRepeated(format.fill(), left)
                .append(value, 0, shown)
                .appendRepeated(format.fill(), padding - left)
                .build();
    }

    /** {@code int.__format__}; {@code maxDigits} limits decimal conversion, 0 for no limit. */
    public static Object formatInt(
            HugeMath.Checkpoint checkpoint,
            Object value,
            Object spec,
            String typeName,
            NumberLocale locale,
            int maxDigits) {
        if (Str.isEmpty(spec)) {
            return IntText.toDecimal(checkpoint, value, maxDigits);
        }
        FormatSpec format = FormatSpec.parse(spec, 'd', '>', typeName);
        int base;
        switch (format.type()) {
            case 'b' -> base = 2;
            case 'o' -> base = 8;
            case 'x', 'X' -> base = 16;
            case 'd', 'n' -> base = 10;
            case 'c' -> base = 0;
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> {
                return formatDouble(IntFloat.toDouble(value), format, locale);
            }
            default -> throw format.unknownType(typeName);
        }
        if (format.precision() >= 0) {
            throw FormatException.ofValue("Precision not allowed in integer format specifier");
        }
        if (format.noNegativeZero()) {
            throw FormatException.ofValue("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (base == 0) {
            Object character = character(value, format);
            StrBuilder out = new StrBuilder();
            NumberLayout.append(out, format, NumberLocale.plain(), false, "", "", false, character, 1);
            return out.build();
        }
        String digits =
                base == 10 ? IntText.toDecimal(checkpoint, value, maxDigits) : IntText.toBase(checkpoint, value, base);
        boolean negative = IntMath.signum(value) < 0;
        if (negative) {
            digits = digits.substring(1);
        }
        String prefix = format.alternate() && base != 10 ? "0" + (char) format.type() : "";
        if (format.type() == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        if (isUngrouped(format)) {
            return padded(sign(negative, format).concat(prefix), digits, format);
        }
        NumberLocale used = format.type() == 'n' ? locale : NumberLocale.of(format.grouping(), base != 10);
        StrBuilder out = new StrBuilder();
        NumberLayout.append(out, format, used, negative, prefix, digits, false, "", 0);
        return out.build();
    }

    /** Whether digits stay together, so that there is padding at one place at most. */
    private static boolean isUngrouped(FormatSpec format) {
        return format.grouping() == 0 && format.type() != 'n' && format.fill() < Character.MIN_SURROGATE;
    }

    private static String sign(boolean negative, FormatSpec format) {
        return negative ? "-" : format.sign() == '+' ? "+" : format.sign() == ' ' ? " " : "";
    }

    private static String padded(String head, String digits, FormatSpec format) {
        int padding = format.boundedWidth() - head.length() - digits.length();
        if (padding <= 0) {
            return head.concat(digits);
        }
        String fill = String.valueOf((char) format.fill());
        int left = format.align() == '^' ? padding / 2 : format.align() == '<' ? 0 : padding;
        if (format.align() == '=') {
            return head.concat(fill.repeat(padding)).concat(digits);
        }
        return fill.repeat(left).concat(head).concat(digits).concat(fill.repeat(padding - left));
    }

    private static Object character(Object value, FormatSpec format) {
        if (format.sign() != 0) {
            throw FormatException.ofValue("Sign not allowed with integer format specifier 'c'");
        }
        if (format.alternate()) {
            throw FormatException.ofValue("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (!(value instanceof Long code)) {
            throw FormatException.ofOverflow("Python int too large to convert to C long");
        }
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw FormatException.ofOverflow("%c arg not in range(0x110000)");
        }
        return Str.ofCodePoint(code.intValue());
    }

    /** {@code float.__format__}. */
    public static Object formatFloat(double value, Object spec, String typeName, NumberLocale locale) {
        if (Str.isEmpty(spec)) {
            return FloatText.repr(value);
        }
        FormatSpec format = FormatSpec.parse(spec, 0, '>', typeName);
        switch (format.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> {
                return formatDouble(value, format, locale);
            }
            default -> throw format.unknownType(typeName);
        }
    }

    private static Object formatDouble(double value, FormatSpec format, NumberLocale locale) {
        int type = format.type();
        int precision = format.boundedPrecision();
        boolean percent = type == '%';
        char letter = percent ? 'f' : type == 'n' ? 'g' : type == 0 ? (precision < 0 ? 'r' : 'g') : (char) type;
        if (precision < 0) {
            precision = DEFAULT_PRECISION;
        }
        String text = FloatText.format(percent ? value * 100 : value, letter, precision, format.alternate(), type == 0);
        if (percent) {
            text += "%";
        }
        if (isUngrouped(format) && !format.noNegativeZero()) {
            boolean negative = text.charAt(0) == '-';
            return padded(sign(negative, format), negative ? text.substring(1) : text, format);
        }
        StrBuilder out = new StrBuilder();
        append(out, text, format, type == 'n' ? locale : NumberLocale.of(format.grouping(), false));
        return out.build();
    }

    /** Appends the text of a number, split into sign, digits, point and rest. */
    private static void append(StrBuilder out, String text, FormatSpec format, NumberLocale locale) {
        boolean negative = text.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (negative && format.noNegativeZero() && isZero(text)) {
            negative = false;
        }
        boolean point = end < text.length() && text.charAt(end) == '.';
        String rest = text.substring(point ? end + 1 : end);
        NumberLayout.append(out, format, locale, negative, "", text.substring(start, end), point, rest, rest.length());
    }

    private static boolean isZero(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            if (c != '0' && c != '.' && c != '%') {
                return false;
            }
        }
        return true;
    }

    /** {@code complex.__format__}. */
    public static Object formatComplex(
            double real, double imaginary, Object spec, String typeName, NumberLocale locale) {
        if (Str.isEmpty(spec)) {
            return ComplexText.repr(real, imaginary);
        }
        FormatSpec format = FormatSpec.parse(spec, 0, '>', typeName);
        int type = format.type();
        switch (type) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> {}
            default -> throw format.unknownType(typeName);
        }
        int precision = format.boundedPrecision();
        if (format.fill() == '0') {
            throw FormatException.ofValue("Zero padding is not allowed in complex format specifier");
        }
        if (format.align() == '=') {
            throw FormatException.ofValue("'=' alignment flag is not allowed in complex format specifier");
        }
        boolean imaginaryOnly = type == 0 && real == 0 && Math.copySign(1.0, real) > 0;
        char letter = type == 'n' ? 'g' : type == 0 ? (precision < 0 ? 'r' : 'g') : (char) type;
        if (precision < 0) {
            precision = DEFAULT_PRECISION;
        }
        NumberLocale used = type == 'n' ? locale : NumberLocale.of(format.grouping(), false);
        StrBuilder body = new StrBuilder();
        boolean brackets = type == 0 && !imaginaryOnly;
        if (brackets) {
            body.append('(');
        }
        if (!imaginaryOnly) {
            String text = FloatText.format(real, letter, precision, format.alternate(), false);
            append(body, text, format.unpadded(format.sign()), used);
        }
        String text = FloatText.format(imaginary, letter, precision, format.alternate(), false);
        append(body, text, format.unpadded(imaginaryOnly ? format.sign() : '+'), used);
        body.append('j');
        if (brackets) {
            body.append(')');
        }
        int padding = Math.max(0, format.boundedWidth() - body.length());
        int left = format.align() == '>' ? padding : format.align() == '^' ? padding / 2 : 0;
        return new StrBuilder(body.length() + padding)
                .appendRepeated(format.fill(), left)
                .append(body.build())
                .appendRepeated(format.fill(), padding - left)
                .build();
    }
}
