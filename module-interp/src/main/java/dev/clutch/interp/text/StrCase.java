package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.unicode.UnicodeData;
import java.util.Locale;

/** Case changes of {@code str}: full mappings, and the final sigma. */
public final class StrCase {
    private static final int SIGMA = 0x3A3;
    private static final int SMALL_SIGMA = 0x3C3;
    private static final int FINAL_SIGMA = 0x3C2;
    /** The longest full mapping has three code points. */
    private static final int LONGEST = 3;

    private StrCase() {}

    public static Object lower(Object str) {
        if (Str.isAscii(str)) {
            return ((String) str).toLowerCase(Locale.ROOT);
        }
        return map(str, UnicodeData.LOWER_CASE);
    }

    public static Object upper(Object str) {
        if (Str.isAscii(str)) {
            return ((String) str).toUpperCase(Locale.ROOT);
        }
        return map(str, UnicodeData.UPPER_CASE);
    }

    public static Object casefold(Object str) {
        if (Str.isAscii(str)) {
            return ((String) str).toLowerCase(Locale.ROOT);
        }
        return map(str, UnicodeData.FOLD_CASE);
    }

    private static Object map(Object str, int kind) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        int[] mapped = new int[LONGEST];
        for (int i = 0; i < n; i++) {
            appendMapped(out, str, i, kind, mapped);
        }
        return out.build();
    }

    public static Object swapcase(Object str) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        int[] mapped = new int[LONGEST];
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (UnicodeData.isUpper(c)) {
                appendMapped(out, str, i, UnicodeData.LOWER_CASE, mapped);
            } else if (UnicodeData.isLower(c)) {
                appendMapped(out, str, i, UnicodeData.UPPER_CASE, mapped);
            } else {
                out.append(c);
            }
        }
        return out.build();
    }

    public static Object title(Object str) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        int[] mapped = new int[LONGEST];
        boolean inside = false;
        for (int i = 0; i < n; i++) {
            appendMapped(out, str, i, inside ? UnicodeData.LOWER_CASE : UnicodeData.TITLE_CASE, mapped);
            inside = UnicodeData.isCased(Str.at(str, i));
        }
        return out.build();
    }

    public static Object capitalize(Object str) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        int[] mapped = new int[LONGEST];
        for (int i = 0; i < n; i++) {
            appendMapped(out, str, i, i == 0 ? UnicodeData.TITLE_CASE : UnicodeData.LOWER_CASE, mapped);
        }
        return out.build();
    }

    private static void appendMapped(StrBuilder out, Object str, int at, int kind, int[] mapped) {
        int c = Str.at(str, at);
        if (c == SIGMA && kind == UnicodeData.LOWER_CASE) {
            out.append(isFinal(str, at) ? FINAL_SIGMA : SMALL_SIGMA);
            return;
        }
        int count = UnicodeData.mapCase(c, kind, mapped);
        for (int i = 0; i < count; i++) {
            out.append(mapped[i]);
        }
    }

    /** A sigma is final after a cased letter and not before one; case-ignorable characters between do not count. */
    private static boolean isFinal(Object str, int at) {
        int i = at - 1;
        while (i >= 0 && UnicodeData.isCaseIgnorable(Str.at(str, i))) {
            i--;
        }
        if (i < 0 || !UnicodeData.isCased(Str.at(str, i))) {
            return false;
        }
        int n = Str.length(str);
        i = at + 1;
        while (i < n && UnicodeData.isCaseIgnorable(Str.at(str, i))) {
            i++;
        }
        return i == n || !UnicodeData.isCased(Str.at(str, i));
    }
}
