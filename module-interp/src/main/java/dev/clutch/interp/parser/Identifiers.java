package dev.clutch.interp.parser;

/** What may be in an identifier (PEP 3131), over the JDK's Unicode data. */
final class Identifiers {
    private Identifiers() {}

    static boolean isStart(int c) {
        return c == '_'
                || (Character.isUnicodeIdentifierStart(c)
                        && !notClosedUnderNfkc(c)
                        && c != 0x0E33
                        && c != 0x0EB3
                        && c != 0xFF9E
                        && c != 0xFF9F
                        && c != 0x2E2F);
    }

    static boolean isPart(int c) {
        return Character.isUnicodeIdentifierPart(c)
                && !Character.isIdentifierIgnorable(c)
                && !notClosedUnderNfkc(c)
                && c != 0x2E2F
                && c != 0x200C
                && c != 0x200D;
    }

    /** The code points that have ID_Start but neither XID_Start nor XID_Continue. */
    private static boolean notClosedUnderNfkc(int c) {
        if (c < 0xFC5E) {
            return c == 0x037A || c == 0x309B || c == 0x309C;
        }
        return c <= 0xFC63 || c == 0xFDFA || c == 0xFDFB || (c >= 0xFE70 && c <= 0xFE7E && (c & 1) == 0);
    }

    /** The index of the first character that may not be where it is, or -1. */
    static int firstInvalid(String s) {
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (i == 0 ? !isStart(c) : !isPart(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    /** {@code str.isprintable} of one code point. */
    static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SPACE_SEPARATOR:
                return false;
            default:
                return true;
        }
    }
}
