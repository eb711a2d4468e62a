package dev.clutch.interp.text;

/**
 * How numbers are written in a locale, as {@code localeconv} tells: {@code grouping} lists group sizes from the right, the last one
 * repeats; an empty array groups nothing, and a size of 127 ends the grouping.
 */
public record NumberLocale(String decimalPoint, String thousandsSeparator, int[] grouping) {
    private static final int END = 127;
    private static final NumberLocale PLAIN = new NumberLocale(".", "", new int[0]);

    /** The C locale. */
    public static NumberLocale plain() {
        return PLAIN;
    }

    static NumberLocale of(int grouping, boolean nibbles) {
        if (grouping == 0) {
            return PLAIN;
        }
        return new NumberLocale(".", grouping == ',' ? "," : "_", new int[] {nibbles ? 4 : 3});
    }

    /** Groups digits, with leading zeros up to a width; answers to _PyUnicode_InsertThousandsGrouping. */
    String group(String digits, int minWidth) {
        StringBuilder reversed = new StringBuilder(digits.length() + digits.length() / 2);
        int remaining = digits.length();
        boolean separate = false;
        for (int i = 0; ; i++) {
            int size = grouping.length == 0 ? END : grouping[Math.min(i, grouping.length - 1)];
            boolean last = size <= 0 || size >= END;
            int wanted = Math.max(Math.max(remaining, minWidth), 1);
            int length = last ? wanted : Math.min(size, wanted);
            if (separate) {
                for (int k = thousandsSeparator.length() - 1; k >= 0; k--) {
                    reversed.append(thousandsSeparator.charAt(k));
                }
            }
            int chars = Math.min(remaining, length);
            for (int k = 0; k < chars; k++) {
                reversed.append(digits.charAt(remaining - 1 - k));
            }
            for (int k = chars; k < length; k++) {
                reversed.append('0');
            }
            remaining -= chars;
            minWidth -= length;
            if (last || (remaining <= 0 && minWidth <= 0)) {
                return reversed.reverse().toString();
            }
            separate = true;
            minWidth -= thousandsSeparator.length();
        }
    }
}
