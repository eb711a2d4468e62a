package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.unicode.UnicodeData;

/** The predicates of {@code str}. */
public final class StrTest {
    private StrTest() {}

    public static boolean isalpha(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isAlpha(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isalnum(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isAlnum(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isdecimal(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isDecimal(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isdigit(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isDigit(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isnumeric(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isNumeric(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isspace(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isSpace(Str.at(str, i))) {
                return false;
            }
        }
        return n > 0;
    }

    public static boolean isprintable(Object str) {
        int n = Str.length(str);
        for (int i = 0; i < n; i++) {
            if (!UnicodeData.isPrintable(Str.at(str, i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isidentifier(Object str) {
        int n = Str.length(str);
        if (n == 0 || !UnicodeData.isIdentifierStart(Str.at(str, 0))) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            if (!UnicodeData.isIdentifierPart(Str.at(str, i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean islower(Object str) {
        int n = Str.length(str);
        boolean cased = false;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (UnicodeData.isUpper(c) || UnicodeData.isTitle(c)) {
                return false;
            }
            cased |= UnicodeData.isLower(c);
        }
        return cased;
    }

    public static boolean isupper(Object str) {
        int n = Str.length(str);
        boolean cased = false;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (UnicodeData.isLower(c) || UnicodeData.isTitle(c)) {
                return false;
            }
            cased |= UnicodeData.isUpper(c);
        }
        return cased;
    }

    public static boolean istitle(Object str) {
        int n = Str.length(str);
        boolean cased = false;
        boolean inside = false;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (UnicodeData.isUpper(c) || UnicodeData.isTitle(c)) {
                if (inside) {
                    return false;
                }
                inside = true;
                cased = true;
            } else if (UnicodeData.isLower(c)) {
                if (!inside) {
                    return false;
                }
                cased = true;
            } else {
                inside = false;
            }
        }
        return cased;
    }
}
