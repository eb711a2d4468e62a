package dev.clutch.interp.text;

import dev.clutch.extension.spi.StrBuilder;

/** Puts sign, prefix, grouped digits and the rest of a number into a width; answers to calc_number_widths and fill_number. */
final class NumberLayout {
    private NumberLayout() {}

    /**
     * Appends a number.
     *
     * @param digits the digits before the point, empty when there are none
     * @param point whether a decimal point follows
     * @param rest what follows digits and point; for format c the character
     */
    static void append(
            StrBuilder out,
            FormatSpec spec,
            NumberLocale locale,
            boolean negative,
            String prefix,
            String digits,
            boolean point,
            Object rest,
            int restLength) {
        int sign = negative ? '-' : spec.sign() == '+' ? '+' : spec.sign() == ' ' ? ' ' : 0;
        int width = spec.boundedWidth();
        int others = (sign == 0 ? 0 : 1)
                + prefix.length()
                + (point ? locale.decimalPoint().length() : 0)
                + restLength;
        int minWidth = spec.fill() == '0' && spec.align() == '=' ? width - others : 0;
        String grouped = digits.isEmpty() ? "" : locale.group(digits, minWidth);
        int padding = Math.max(0, width - others - grouped.length());
        int left = spec.align() == '>' ? padding : spec.align() == '^' ? padding / 2 : 0;
        int inner = spec.align() == '=' ? padding : 0;
        out.appendRepeated(spec.fill(), left);
        if (sign != 0) {
            out.append(sign);
        }
        out.append((Object) prefix).appendRepeated(spec.fill(), inner).append((Object) grouped);
        if (point) {
            out.append((Object) locale.decimalPoint());
        }
        out.append(rest).appendRepeated(spec.fill(), padding - left - inner);
    }
}
