package dev.clutch.interp.unicode;

/**
 * Character properties as the predicates and case changes of {@code str} use them. Characters up to U+007F are answered from a small
 * table of this class, so that start-up never reads the large one.
 */
public final class UnicodeData {
    /** Kinds of case change; the numbers are those of the table. */
    public static final int LOWER_CASE = 0;

    public static final int UPPER_CASE = 1;
    public static final int TITLE_CASE = 2;
    public static final int FOLD_CASE = 3;

    private static final int ALPHA = 1;
    private static final int DECIMAL = 1 << 1;
    private static final int DIGIT = 1 << 2;
    private static final int NUMERIC = 1 << 3;
    private static final int LOWER = 1 << 4;
    private static final int UPPER = 1 << 5;
    private static final int TITLE = 1 << 6;
    private static final int SPACE = 1 << 7;
    private static final int LINE_BREAK = 1 << 8;
    private static final int ID_START = 1 << 9;
    private static final int ID_CONTINUE = 1 << 10;
    private static final int PRINTABLE = 1 << 11;
    private static final int CASED = 1 << 12;
    private static final int IGNORABLE = 1 << 13;
    private static final int SPECIAL = 1 << 14;
    private static final int NAMED = 1 << 15;

    private static final char[] ASCII = ascii();

    private UnicodeData() {}

    private static char[] ascii() {
        char[] table = new char[128];
        for (int c = 0; c < 128; c++) {
            int flags = 0;
            if (c >= 'a' && c <= 'z') {
                flags = ALPHA | LOWER | ID_START | ID_CONTINUE | CASED;
            } else if (c >= 'A' && c <= 'Z') {
                flags = ALPHA | UPPER | ID_START | ID_CONTINUE | CASED;
            } else if (c >= '0' && c <= '9') {
                flags = DECIMAL | DIGIT | NUMERIC | ID_CONTINUE;
            } else if (c == '_') {
                flags = ID_START | ID_CONTINUE;
            } else if (c == '\'' || c == '.' || c == ':' || c == '^' || c == '`') {
                flags = IGNORABLE;
            }
            if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)) {
                flags |= SPACE;
            }
            if ((c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E)) {
                flags |= LINE_BREAK;
            }
            if (c >= ' ' && c < 0x7F) {
                flags |= PRINTABLE | NAMED;
            }
            table[c] = (char) flags;
        }
        return table;
    }

    private static int flags(int c) {
        return c < 128 ? ASCII[c] : UnicodeTable.INSTANCE.flags(c);
    }

    /** The version of Unicode that the answers follow. */
    public static String version() {
        return UnicodeTable.INSTANCE.version();
    }

    public static boolean isAlpha(int c) {
        return (flags(c) & ALPHA) != 0;
    }

    public static boolean isDecimal(int c) {
        return (flags(c) & DECIMAL) != 0;
    }

    public static boolean isDigit(int c) {
        return (flags(c) & DIGIT) != 0;
    }

    public static boolean isNumeric(int c) {
        return (flags(c) & NUMERIC) != 0;
    }

    public static boolean isAlnum(int c) {
        return (flags(c) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) != 0;
    }

    public static boolean isLower(int c) {
        return (flags(c) & LOWER) != 0;
    }

    public static boolean isUpper(int c) {
        return (flags(c) & UPPER) != 0;
    }

    /** In title case and not in upper case. */
    public static boolean isTitle(int c) {
        return (flags(c) & TITLE) != 0;
    }

    public static boolean isSpace(int c) {
        return (flags(c) & SPACE) != 0;
    }

    public static boolean isLineBreak(int c) {
        return (flags(c) & LINE_BREAK) != 0;
    }

    /** May start an identifier: XID_Start or the underscore. */
    public static boolean isIdentifierStart(int c) {
        return (flags(c) & ID_START) != 0;
    }

    public static boolean isIdentifierPart(int c) {
        return (flags(c) & ID_CONTINUE) != 0;
    }

    public static boolean isPrintable(int c) {
        return (flags(c) & PRINTABLE) != 0;
    }

    public static boolean isCased(int c) {
        return (flags(c) & CASED) != 0;
    }

    /** Passed over by the rule of the final sigma. */
    public static boolean isCaseIgnorable(int c) {
        return (flags(c) & IGNORABLE) != 0;
    }

    /** Whether {@code unicodedata} has a name for the character. */
    public static boolean isNamed(int c) {
        return (flags(c) & NAMED) != 0;
    }

    /** The value of a decimal digit, or -1. */
    public static int decimal(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return UnicodeTable.INSTANCE.decimal(c);
    }

    /** The value of a digit, or -1. */
    public static int digit(int c) {
        return c < 128 ? decimal(c) : UnicodeTable.INSTANCE.digit(c);
    }

    /** The full mapping: the code points go to {@code target}, which has room for three; the answer is their number. */
    public static int mapCase(int c, int kind, int[] target) {
        if (c < 128) {
            target[0] = asciiCase(c, kind);
            return 1;
        }
        UnicodeTable table = UnicodeTable.INSTANCE;
        if ((table.flags(c) & SPECIAL) != 0) {
            int n = table.specialLength(c, kind);
            for (int i = 0; i < n; i++) {
                target[i] = table.special(c, kind, i);
            }
            if (n > 0) {
                return n;
            }
            if (kind == FOLD_CASE) {
                return mapCase(c, LOWER_CASE, target);
            }
        }
        target[0] = table.simple(c, kind == FOLD_CASE ? LOWER_CASE : kind);
        return 1;
    }

    private static int asciiCase(int c, int kind) {
        if (kind == UPPER_CASE || kind == TITLE_CASE) {
            return c >= 'a' && c <= 'z' ? c - 32 : c;
        }
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
