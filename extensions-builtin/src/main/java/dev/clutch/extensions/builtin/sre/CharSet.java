package dev.clutch.extensions.builtin.sre;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a one-character operation accepts, answered by a table for the first 256 characters and by the code words beyond.
 * Immutable.
 */
final class CharSet {

    private static final int LATIN = 256;

    static final CharSet ANY = everythingBut('\n');
    static final CharSet ANY_ALL = new CharSet(filled(true), Kind.ALL, new int[0], 0, null, null);

    /** How characters from 256 on are answered. */
    private enum Kind {
        NONE,
        ALL,
        ONE,
        ALL_BUT_ONE,
        WORD,
        CODE,
        CODE_LOWER,
        LOWER_ONE,
        LOWER_ALL_BUT_ONE,
        UNION
    }

    private final boolean[] latin;
    private final Kind kind;
    private final int[] code;
    /** Start of the set in {@link #code}, or the one character. */
    private final int operand;

    private final @Nullable CharSet left;
    private final @Nullable CharSet right;

    /** The only member, or -1. */
    final int single;
    /** The only character that is missing, or -1. */
    final int stop;

    private final boolean all;

    private CharSet(
            boolean[] latin, Kind kind, int[] code, int operand, @Nullable CharSet left, @Nullable CharSet right) {
        this.latin = latin;
        this.kind = kind;
        this.code = code;
        this.operand = operand;
        this.left = left;
        this.right = right;
        int members = 0;
        int member = -1;
        int missing = -1;
        for (int c = 0; c < LATIN; c++) {
            if (latin[c]) {
                members++;
                member = c;
            } else {
                missing = c;
            }
        }
        this.all = members == LATIN && kind == Kind.ALL;
        if (members == 0 && kind == Kind.ONE) {
            this.single = operand;
        } else {
            this.single = members == 1 && kind == Kind.NONE ? member : -1;
        }
        if (members == LATIN && kind == Kind.ALL_BUT_ONE) {
            this.stop = operand;
        } else {
            this.stop = members == LATIN - 1 && kind == Kind.ALL ? missing : -1;
        }
    }

    private static boolean[] filled(boolean value) {
        boolean[] table = new boolean[LATIN];
        Arrays.fill(table, value);
        return table;
    }

    static CharSet only(int c) {
        boolean[] table = filled(false);
        if (c >= 0 && c < LATIN) {
            table[c] = true;
            return new CharSet(table, Kind.NONE, new int[0], 0, null, null);
        }
        return new CharSet(table, Kind.ONE, new int[0], c, null, null);
    }

    static CharSet everythingBut(int c) {
        boolean[] table = filled(true);
        if (c >= 0 && c < LATIN) {
            table[c] = false;
            return new CharSet(table, Kind.ALL, new int[0], 0, null, null);
        }
        return new CharSet(table, Kind.ALL_BUT_ONE, new int[0], c, null, null);
    }

    /** LITERAL_IGNORE, its variants and their negations: {@code literal} is in lower case already. */
    static CharSet ignoringCase(int op, int literal) {
        boolean[] table = new boolean[LATIN];
        boolean negated = op == SreCode.NOT_LITERAL_IGNORE
                || op == SreCode.NOT_LITERAL_UNI_IGNORE
                || op == SreCode.NOT_LITERAL_LOC_IGNORE;
        boolean unicode = op == SreCode.LITERAL_UNI_IGNORE || op == SreCode.NOT_LITERAL_UNI_IGNORE;
        boolean locale = op == SreCode.LITERAL_LOC_IGNORE || op == SreCode.NOT_LITERAL_LOC_IGNORE;
        for (int c = 0; c < LATIN; c++) {
            boolean equal = unicode
                    ? Characters.unicodeToLower(c) == literal
                    : Characters.asciiToLower(c) == literal || (locale && asciiUpper(c) == literal);
            table[c] = equal != negated;
        }
        Kind kind = unicode ? negated ? Kind.LOWER_ALL_BUT_ONE : Kind.LOWER_ONE : negated ? Kind.ALL_BUT_ONE : Kind.ONE;
        if (!unicode && literal >= 0 && literal < LATIN) {
            kind = negated ? Kind.ALL : Kind.NONE;
        }
        return new CharSet(table, kind, new int[0], literal, null, null);
    }

    private static int asciiUpper(int c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    static CharSet category(int category) {
        return coded(SreCode.IN, new int[] {SreCode.CATEGORY, category, SreCode.FAILURE}, 0);
    }

    /** IN and its variants: the set's words start at {@code start} of {@code code}. */
    static CharSet coded(int op, int[] code, int start) {
        boolean[] table = new boolean[LATIN];
        for (int c = 0; c < LATIN; c++) {
            table[c] = switch (op) {
                case SreCode.IN_IGNORE -> contains(code, start, Characters.asciiToLower(c));
                case SreCode.IN_UNI_IGNORE -> contains(code, start, Characters.unicodeToLower(c));
                case SreCode.IN_LOC_IGNORE ->
                    contains(code, start, Characters.asciiToLower(c)) || contains(code, start, asciiUpper(c));
                default -> contains(code, start, c);
            };
        }
        Kind kind = op == SreCode.IN_UNI_IGNORE ? Kind.CODE_LOWER : beyondLatin(code, start);
        return new CharSet(table, kind, code, start, null, null);
    }

    /** A cheaper answer than the code words for characters from 256 on, where there is one. */
    private static Kind beyondLatin(int[] code, int start) {
        boolean negated = false;
        int at = start;
        while (true) {
            switch (code[at]) {
                case SreCode.FAILURE -> {
                    return negated ? Kind.ALL : Kind.NONE;
                }
                case SreCode.NEGATE -> {
                    if (at != start) {
                        return Kind.CODE;
                    }
                    negated = true;
                    at++;
                }
                case SreCode.LITERAL -> {
                    if (Integer.compareUnsigned(code[at + 1], LATIN) >= 0) {
                        return Kind.CODE;
                    }
                    at += 2;
                }
                case SreCode.RANGE -> {
                    if (Integer.compareUnsigned(code[at + 2], LATIN) >= 0) {
                        return Kind.CODE;
                    }
                    at += 3;
                }
                case SreCode.CHARSET -> at += 9;
                case SreCode.CATEGORY -> {
                    int category = code[at + 1];
                    if (category == SreCode.CATEGORY_UNI_WORD && !negated && code[at + 2] == SreCode.FAILURE) {
                        return Kind.WORD;
                    }
                    boolean unicode = category >= SreCode.CATEGORY_UNI_DIGIT;
                    if (unicode) {
                        return Kind.CODE;
                    }
                    if ((category & 1) != 0) {
                        // the negation of an ASCII class has every character from 256 on
                        return negated ? Kind.NONE : Kind.ALL;
                    }
                    at += 2;
                }
                default -> {
                    return Kind.CODE;
                }
            }
        }
    }

    static CharSet union(CharSet left, CharSet right) {
        boolean[] table = new boolean[LATIN];
        for (int c = 0; c < LATIN; c++) {
            table[c] = left.latin[c] || right.latin[c];
        }
        if (left.kind == Kind.ALL || right.kind == Kind.ALL) {
            return new CharSet(table, Kind.ALL, new int[0], 0, null, null);
        }
        if (right.kind == Kind.NONE) {
            return new CharSet(table, left.kind, left.code, left.operand, left.left, left.right);
        }
        if (left.kind == Kind.NONE) {
            return new CharSet(table, right.kind, right.code, right.operand, right.left, right.right);
        }
        return new CharSet(table, Kind.UNION, new int[0], 0, left, right);
    }

    /** True only when no character is in both sets. */
    boolean isSurelyDisjoint(CharSet other) {
        if (kind != Kind.NONE && other.kind != Kind.NONE) {
            if (kind == Kind.ONE) {
                return !other.has(operand) && latinDisjoint(other);
            }
            return other.kind == Kind.ONE && !has(other.operand) && latinDisjoint(other);
        }
        return latinDisjoint(other);
    }

    private boolean latinDisjoint(CharSet other) {
        for (int c = 0; c < LATIN; c++) {
            if (latin[c] && other.latin[c]) {
                return false;
            }
        }
        return true;
    }

    boolean isAll() {
        return all;
    }

    boolean has(int c) {
        return c < LATIN ? latin[c] : hasBeyond(c);
    }

    private boolean hasBeyond(int c) {
        return switch (kind) {
            case NONE -> false;
            case ALL -> true;
            case ONE -> c == operand;
            case ALL_BUT_ONE -> c != operand;
            case WORD -> Characters.isUnicodeWord(c);
            case CODE -> contains(code, operand, c);
            case CODE_LOWER -> contains(code, operand, Characters.unicodeToLower(c));
            case LOWER_ONE -> Characters.unicodeToLower(c) == operand;
            case LOWER_ALL_BUT_ONE -> Characters.unicodeToLower(c) != operand;
            case UNION -> (left != null && left.hasBeyond(c)) || (right != null && right.hasBeyond(c));
        };
    }

    /** Runs the words of a set, as SRE(charset) does. */
    private static boolean contains(int[] code, int start, int c) {
        boolean found = true;
        int at = start;
        while (true) {
            switch (code[at++]) {
                case SreCode.FAILURE -> {
                    return !found;
                }
                case SreCode.LITERAL -> {
                    if (c == code[at]) {
                        return found;
                    }
                    at++;
                }
                case SreCode.CATEGORY -> {
                    if (Characters.inCategory(code[at], c)) {
                        return found;
                    }
                    at++;
                }
                case SreCode.CHARSET -> {
                    if (c < LATIN && (code[at + (c >> 5)] >>> (c & 31) & 1) != 0) {
                        return found;
                    }
                    at += 8;
                }
                case SreCode.RANGE -> {
                    if (inRange(code, at, c)) {
                        return found;
                    }
                    at += 2;
                }
                case SreCode.RANGE_UNI_IGNORE -> {
                    if (inRange(code, at, c) || inRange(code, at, Characters.unicodeToUpper(c))) {
                        return found;
                    }
                    at += 2;
                }
                case SreCode.NEGATE -> found = !found;
                case SreCode.BIGCHARSET -> {
                    int blocks = code[at++];
                    if (c < 0x10000) {
                        int page = c >> 8;
                        int block = code[at + (page >> 2)] >>> ((page & 3) * 8) & 0xFF;
                        if ((code[at + 64 + block * 8 + ((c & 255) >> 5)] >>> (c & 31) & 1) != 0) {
                            return found;
                        }
                    }
                    at += 64 + blocks * 8;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    private static boolean inRange(int[] code, int at, int c) {
        return Integer.compareUnsigned(code[at], c) <= 0 && Integer.compareUnsigned(c, code[at + 1]) <= 0;
    }
}
