package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;

/**
 * Finding long texts in long texts in time that grows with the sum of both lengths, by Knuth, Morris and Pratt. Slower than {@code String.indexOf} on ordinary text, whose time
 * may grow with the product.
 */
final class LinearSearch {
    private static final int LONG_PART = 64;
    private static final long COSTLY = 1 << 22;

    private LinearSearch() {}

    /** Whether the ordinary way might take too long. */
    static boolean isWorthwhile(int length, int partLength) {
        return partLength >= LONG_PART && (long) length * partLength > COSTLY;
    }

    /** The lowest index of {@code part} in the range, or -1. */
    static int find(Object str, Object part, int start, int end) {
        int m = Str.length(part);
        int[] borders = borders(part, m);
        int matched = 0;
        for (int i = start; i < end; i++) {
            int c = Str.at(str, i);
            while (matched > 0 && Str.at(part, matched) != c) {
                matched = borders[matched];
            }
            if (Str.at(part, matched) == c && ++matched == m) {
                return i - m + 1;
            }
        }
        return -1;
    }

    /** For each length of a beginning: the length of its longest proper part that both begins and ends it. */
    private static int[] borders(Object part, int m) {
        int[] borders = new int[m + 1];
        int k = 0;
        for (int i = 1; i < m; i++) {
            int c = Str.at(part, i);
            while (k > 0 && Str.at(part, k) != c) {
                k = borders[k];
            }
            if (Str.at(part, k) == c) {
                k++;
            }
            borders[i + 1] = k;
        }
        return borders;
    }
}
