package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.unicode.UnicodeData;

/**
 * A parsed format specification: {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}. Width and precision are -1
 * when absent, {@code sign}, {@code grouping} and {@code type} are 0.
 */
public record FormatSpec(
        int fill,
        int align,
        int sign,
        boolean noNegativeZero,
        boolean alternate,
        long width,
        int grouping,
        long precision,
        int type) {

    static final String TOO_MANY_DIGITS = "Too many decimal digits in format string";

    /**
     * Parses a specification.
     *
     * @param defaultType what stands for an absent type, 0 for none
     * @param defaultAlign the alignment without an own one
     * @param typeName the type of the value, for messages
     */
    public static FormatSpec parse(Object spec, int defaultType, int defaultAlign, String typeName) {
        int n = Str.length(spec);
        int i = 0;
        int fill = ' ';
        int align = defaultAlign;
        boolean fillGiven = false;
        boolean alignGiven = false;
        if (n >= 2 && isAlign(Str.at(spec, 1))) {
            fill = Str.at(spec, 0);
            align = Str.at(spec, 1);
            fillGiven = true;
            alignGiven = true;
            i = 2;
        } else if (n >= 1 && isAlign(Str.at(spec, 0))) {
            align = Str.at(spec, 0);
            alignGiven = true;
            i = 1;
        }
        int sign = 0;
        if (i < n && (Str.at(spec, i) == '+' || Str.at(spec, i) == '-' || Str.at(spec, i) == ' ')) {
            sign = Str.at(spec, i++);
        }
        boolean noNegativeZero = i < n && Str.at(spec, i) == 'z';
        if (noNegativeZero) {
            i++;
        }
        boolean alternate = i < n && Str.at(spec, i) == '#';
        if (alternate) {
            i++;
        }
        if (!fillGiven && i < n && Str.at(spec, i) == '0') {
            fill = '0';
            if (!alignGiven && defaultAlign == '>') {
                align = '=';
            }
            i++;
        }
        int digits = skipDigits(spec, i);
        long width = digits == i ? -1 : integer(spec, i, digits);
        i = digits;
        int grouping = 0;
        if (i < n && Str.at(spec, i) == ',') {
            grouping = ',';
            i++;
        }
        if (i < n && Str.at(spec, i) == '_') {
            if (grouping != 0) {
                throw FormatException.ofValue("Cannot specify both ',' and '_'.");
            }
            grouping = '_';
            i++;
        }
        if (i < n && Str.at(spec, i) == ',' && grouping == '_') {
            throw FormatException.ofValue("Cannot specify both ',' and '_'.");
        }
        long precision = -1;
        if (i < n && Str.at(spec, i) == '.') {
            i++;
            digits = skipDigits(spec, i);
            if (digits == i) {
                throw FormatException.ofValue("Format specifier missing precision");
            }
            precision = integer(spec, i, digits);
            i = digits;
        }
        if (n - i > 1) {
            throw FormatException.ofValue(
                    "Invalid format specifier '" + Str.toJavaString(spec) + "' for object of type '" + typeName + "'");
        }
        int type = i < n ? Str.at(spec, i) : defaultType;
        if (grouping != 0) {
            checkGrouping(grouping, type);
        }
        return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type);
    }

    private static boolean isAlign(int c) {
        return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private static int skipDigits(Object spec, int i) {
        int n = Str.length(spec);
        while (i < n && UnicodeData.decimal(Str.at(spec, i)) >= 0) {
            i++;
        }
        return i;
    }

    private static long integer(Object spec, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = UnicodeData.decimal(Str.at(spec, i));
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw FormatException.ofValue(TOO_MANY_DIGITS);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static void checkGrouping(int grouping, int type) {
        switch (type) {
            case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F' -> {
                return;
            }
            case 'b', 'o', 'x', 'X' -> {
                if (grouping == '_') {
                    return;
                }
            }
            default -> {}
        }
        String shown = type > 32 && type < 128 ? String.valueOf((char) type) : "\\x" + Integer.toHexString(type);
        throw FormatException.ofValue("Cannot specify '" + (char) grouping + "' with '" + shown + "'.");
    }

    FormatException unknownType(String typeName) {
        String shown = type > 32 && type < 128 ? String.valueOf((char) type) : "\\x" + Integer.toHexString(type);
        return FormatException.ofValue("Unknown format code '" + shown + "' for object of type '" + typeName + "'");
    }

    /** The specification of one part of a complex number: no padding, and a sign of its own. */
    FormatSpec unpadded(int newSign) {
        return new FormatSpec(0, '<', newSign, noNegativeZero, alternate, -1, grouping, precision, type);
    }

    /** The width as a length; more than a text can hold is a MemoryError, as in CPython. */
    int boundedWidth() {
        if (width > Str.MAX_LENGTH) {
            throw new FormatException(FormatException.Kind.MEMORY_ERROR, "");
        }
        return (int) width;
    }

    int boundedPrecision() {
        if (precision > Integer.MAX_VALUE) {
            throw FormatException.ofValue("precision too big");
        }
        return (int) precision;
    }
}
