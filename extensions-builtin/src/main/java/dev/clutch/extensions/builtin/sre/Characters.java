package dev.clutch.extensions.builtin.sre;

import java.util.Locale;

/**
 * Character classes and case mappings as the engine sees them: Unicode 15.0, the version of CPython 3.12's database. The
 * JDK's database is 16.0, so what 15.1 and 16.0 assigned or gave a case is taken back here.
 *
 * <p>Locale-dependent operations answer for the "C" character type: ASCII.
 */
public final class Characters {

    /** Pairs first, last: alphanumeric in the JDK, unassigned in 15.0; sorted. */
    private static final int[] NOT_YET_ALNUM = {
        0x1c89, 0x1c8a, 0xa7cb, 0xa7cd, 0xa7da, 0xa7dc, 0x105c0, 0x105f3, 0x10d40, 0x10d65, 0x10d6f, 0x10d85, 0x10ec2,
        0x10ec4, 0x11380, 0x11389, 0x1138b, 0x1138b, 0x1138e, 0x1138e, 0x11390, 0x113b5, 0x113b7, 0x113b7, 0x113d1,
        0x113d1, 0x113d3, 0x113d3, 0x116d0, 0x116e3, 0x11bc0, 0x11be0, 0x11bf0, 0x11bf9, 0x13460, 0x143fa, 0x16100,
        0x1611d, 0x16130, 0x16139, 0x16d40, 0x16d6c, 0x16d70, 0x16d79, 0x18cff, 0x18cff, 0x1ccf0, 0x1ccf9, 0x1e5d0,
        0x1e5ed, 0x1e5f0, 0x1e5fa, 0x2ebf0, 0x2ee5d
    };

    private static final int LETTER_OR_NUMBER = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private Characters() {}

    /** Lower case of an ASCII letter, anything else unchanged. */
    public static int asciiToLower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    private static int asciiToUpper(int c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    /** True when {@code c} is an ASCII letter. */
    public static boolean asciiIsCased(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    /** The simple lower case mapping of Unicode 15.0. */
    public static int unicodeToLower(int c) {
        if (c < 128) {
            return asciiToLower(c);
        }
        return c < 0x19b || (c <= Character.MAX_CODE_POINT && !gotCaseLater(c)) ? Character.toLowerCase(c) : c;
    }

    /** The upper case mapping of Unicode 15.0; where it is longer than one character, its first character. */
    static int unicodeToUpper(int c) {
        if (c < 128) {
            return asciiToUpper(c);
        }
        if (c > Character.MAX_CODE_POINT || (c >= 0x19b && gotCaseLater(c))) {
            return c;
        }
        if (hasLongUpper(c)) {
            return Character.toString(c).toUpperCase(Locale.ROOT).codePointAt(0);
        }
        return Character.toUpperCase(c);
    }

    /** True when either case mapping changes {@code c}. */
    public static boolean unicodeIsCased(int c) {
        return c != unicodeToLower(c) || c != unicodeToUpper(c);
    }

    private static boolean hasLongUpper(int c) {
        return c == 0xdf
                || c == 0x149
                || c == 0x1f0
                || c == 0x390
                || c == 0x3b0
                || c == 0x587
                || (c >= 0x1e96 && c <= 0x1e9a)
                || (c >= 0x1f50 && c <= 0x1ffc)
                || (c >= 0xfb00 && c <= 0xfb17);
    }

    private static boolean gotCaseLater(int c) {
        if (c < 0xa7cb) {
            return c == 0x19b || c == 0x264 || c == 0x1c89 || c == 0x1c8a;
        }
        return c <= 0xa7cd || (c >= 0xa7da && c <= 0xa7dc) || (c >= 0x10d50 && c <= 0x10d85);
    }

    /** {@code \d} of a str pattern: a decimal digit of any script. */
    static boolean isUnicodeDigit(int c) {
        if (c < 128) {
            return isAsciiDigit(c);
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && !assignedLater(c);
    }

    /** {@code \s} of a str pattern. */
    static boolean isUnicodeSpace(int c) {
        if (c < 128) {
            return c <= ' ' && (c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f));
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    /** {@code \w} of a str pattern: alphanumeric or underscore. */
    static boolean isUnicodeWord(int c) {
        if (c < 128) {
            return isAsciiWord(c);
        }
        return c <= Character.MAX_CODE_POINT
                && (1 << Character.getType(c) & LETTER_OR_NUMBER) != 0
                && !assignedLater(c);
    }

    static boolean isUnicodeLinebreak(int c) {
        return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean assignedLater(int c) {
        if (c < 0x105c0 && !(c >= 0xa7cb && c <= 0xa7dc) && c != 0x1c89 && c != 0x1c8a) {
            return false;
        }
        for (int i = 0; i < NOT_YET_ALNUM.length; i += 2) {
            if (c <= NOT_YET_ALNUM[i + 1]) {
                return c >= NOT_YET_ALNUM[i];
            }
        }
        return false;
    }

    static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiSpace(int c) {
        return c == ' ' || (c >= 9 && c <= 13);
    }

    static boolean isAsciiWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** Answers for a CATEGORY operand of a code list. */
    static boolean inCategory(int category, int c) {
        return switch (category) {
            case SreCode.CATEGORY_DIGIT -> isAsciiDigit(c);
            case SreCode.CATEGORY_NOT_DIGIT -> !isAsciiDigit(c);
            case SreCode.CATEGORY_SPACE -> isAsciiSpace(c);
            case SreCode.CATEGORY_NOT_SPACE -> !isAsciiSpace(c);
            case SreCode.CATEGORY_WORD, SreCode.CATEGORY_LOC_WORD -> isAsciiWord(c);
            case SreCode.CATEGORY_NOT_WORD, SreCode.CATEGORY_LOC_NOT_WORD -> !isAsciiWord(c);
            case SreCode.CATEGORY_LINEBREAK -> c == '\n';
            case SreCode.CATEGORY_NOT_LINEBREAK -> c != '\n';
            case SreCode.CATEGORY_UNI_DIGIT -> isUnicodeDigit(c);
            case SreCode.CATEGORY_UNI_NOT_DIGIT -> !isUnicodeDigit(c);
            case SreCode.CATEGORY_UNI_SPACE -> isUnicodeSpace(c);
            case SreCode.CATEGORY_UNI_NOT_SPACE -> !isUnicodeSpace(c);
            case SreCode.CATEGORY_UNI_WORD -> isUnicodeWord(c);
            case SreCode.CATEGORY_UNI_NOT_WORD -> !isUnicodeWord(c);
            case SreCode.CATEGORY_UNI_LINEBREAK -> isUnicodeLinebreak(c);
            case SreCode.CATEGORY_UNI_NOT_LINEBREAK -> !isUnicodeLinebreak(c);
            default -> false;
        };
    }
}
