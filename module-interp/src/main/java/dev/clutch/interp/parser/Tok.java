package dev.clutch.interp.parser;

import org.jspecify.annotations.Nullable;

/** Token kinds. The first 68 are numbered as in CPython's {@code token} module; each keyword has a kind of its own. */
public final class Tok {
    static final int ENDMARKER = 0;
    static final int NAME = 1;
    static final int NUMBER = 2;
    static final int STRING = 3;
    static final int NEWLINE = 4;
    static final int INDENT = 5;
    static final int DEDENT = 6;
    static final int LPAR = 7;
    static final int RPAR = 8;
    static final int LSQB = 9;
    static final int RSQB = 10;
    static final int COLON = 11;
    static final int COMMA = 12;
    static final int SEMI = 13;
    static final int PLUS = 14;
    static final int MINUS = 15;
    static final int STAR = 16;
    static final int SLASH = 17;
    static final int VBAR = 18;
    static final int AMPER = 19;
    static final int LESS = 20;
    static final int GREATER = 21;
    static final int EQUAL = 22;
    static final int DOT = 23;
    static final int PERCENT = 24;
    static final int LBRACE = 25;
    static final int RBRACE = 26;
    static final int EQEQUAL = 27;
    static final int NOTEQUAL = 28;
    static final int LESSEQUAL = 29;
    static final int GREATEREQUAL = 30;
    static final int TILDE = 31;
    static final int CIRCUMFLEX = 32;
    static final int LEFTSHIFT = 33;
    static final int RIGHTSHIFT = 34;
    static final int DOUBLESTAR = 35;
    static final int PLUSEQUAL = 36;
    static final int MINEQUAL = 37;
    static final int STAREQUAL = 38;
    static final int SLASHEQUAL = 39;
    static final int PERCENTEQUAL = 40;
    static final int AMPEREQUAL = 41;
    static final int VBAREQUAL = 42;
    static final int CIRCUMFLEXEQUAL = 43;
    static final int LEFTSHIFTEQUAL = 44;
    static final int RIGHTSHIFTEQUAL = 45;
    static final int DOUBLESTAREQUAL = 46;
    static final int DOUBLESLASH = 47;
    static final int DOUBLESLASHEQUAL = 48;
    static final int AT = 49;
    static final int ATEQUAL = 50;
    static final int RARROW = 51;
    static final int ELLIPSIS = 52;
    static final int COLONEQUAL = 53;
    static final int EXCLAMATION = 54;
    static final int OP = 55;
    static final int TYPE_IGNORE = 58;
    static final int TYPE_COMMENT = 59;
    static final int FSTRING_START = 61;
    static final int FSTRING_MIDDLE = 62;
    static final int FSTRING_END = 63;
    static final int COMMENT = 64;
    static final int NL = 65;

    static final int FIRST_KEYWORD = 100;
    static final int FALSE = 100;
    static final int NONE = 101;
    static final int TRUE = 102;
    static final int AND = 103;
    static final int AS = 104;
    static final int ASSERT = 105;
    static final int ASYNC = 106;
    static final int AWAIT = 107;
    static final int BREAK = 108;
    static final int CLASS = 109;
    static final int CONTINUE = 110;
    static final int DEF = 111;
    static final int DEL = 112;
    static final int ELIF = 113;
    static final int ELSE = 114;
    static final int EXCEPT = 115;
    static final int FINALLY = 116;
    static final int FOR = 117;
    static final int FROM = 118;
    static final int GLOBAL = 119;
    static final int IF = 120;
    static final int IMPORT = 121;
    static final int IN = 122;
    static final int IS = 123;
    static final int LAMBDA = 124;
    static final int NONLOCAL = 125;
    static final int NOT = 126;
    static final int OR = 127;
    static final int PASS = 128;
    static final int RAISE = 129;
    static final int RETURN = 130;
    static final int TRY = 131;
    static final int WHILE = 132;
    static final int WITH = 133;
    static final int YIELD = 134;

    private static final String[] OPERATORS = {
        "(", ")", "[", "]", ":", ",", ";", "+", "-", "*", "/", "|", "&", "<", ">", "=", ".", "%", "{", "}", "==", "!=",
        "<=", ">=", "~", "^", "<<", ">>", "**", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=",
        "//", "//=", "@", "@=", "->", "...", ":=", "!"
    };

    private static final String[] KEYWORDS = {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
        "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
        "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"
    };

    private Tok() {}

    /** Whether a text is a keyword. */
    public static boolean isKeyword(String word) {
        for (String keyword : KEYWORDS) {
            if (keyword.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The kind of a word: a keyword's, or NAME. */
    static int ofWord(byte[] b, int from, int to) {
        switch (to - from) {
            case 2:
                switch (b[from]) {
                    case 'a':
                        if (is(b, from, "as")) {
                            return AS;
                        }
                        return NAME;
                    case 'i':
                        if (is(b, from, "if")) {
                            return IF;
                        }
                        if (is(b, from, "in")) {
                            return IN;
                        }
                        if (is(b, from, "is")) {
                            return IS;
                        }
                        return NAME;
                    case 'o':
                        if (is(b, from, "or")) {
                            return OR;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 3:
                switch (b[from]) {
                    case 'a':
                        if (is(b, from, "and")) {
                            return AND;
                        }
                        return NAME;
                    case 'd':
                        if (is(b, from, "def")) {
                            return DEF;
                        }
                        if (is(b, from, "del")) {
                            return DEL;
                        }
                        return NAME;
                    case 'f':
                        if (is(b, from, "for")) {
                            return FOR;
                        }
                        return NAME;
                    case 'n':
                        if (is(b, from, "not")) {
                            return NOT;
                        }
                        return NAME;
                    case 't':
                        if (is(b, from, "try")) {
                            return TRY;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 4:
                switch (b[from]) {
                    case 'N':
                        if (is(b, from, "None")) {
                            return NONE;
                        }
                        return NAME;
                    case 'T':
                        if (is(b, from, "True")) {
                            return TRUE;
                        }
                        return NAME;
                    case 'e':
                        if (is(b, from, "elif")) {
                            return ELIF;
                        }
                        if (is(b, from, "else")) {
                            return ELSE;
                        }
                        return NAME;
                    case 'f':
                        if (is(b, from, "from")) {
                            return FROM;
                        }
                        return NAME;
                    case 'p':
                        if (is(b, from, "pass")) {
                            return PASS;
                        }
                        return NAME;
                    case 'w':
                        if (is(b, from, "with")) {
                            return WITH;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 5:
                switch (b[from]) {
                    case 'F':
                        if (is(b, from, "False")) {
                            return FALSE;
                        }
                        return NAME;
                    case 'a':
                        if (is(b, from, "async")) {
                            return ASYNC;
                        }
                        if (is(b, from, "await")) {
                            return AWAIT;
                        }
                        return NAME;
                    case 'b':
                        if (is(b, from, "break")) {
                            return BREAK;
                        }
                        return NAME;
                    case 'c':
                        if (is(b, from, "class")) {
                            return CLASS;
                        }
                        return NAME;
                    case 'r':
                        if (is(b, from, "raise")) {
                            return RAISE;
                        }
                        return NAME;
                    case 'w':
                        if (is(b, from, "while")) {
                            return WHILE;
                        }
                        return NAME;
                    case 'y':
                        if (is(b, from, "yield")) {
                            return YIELD;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 6:
                switch (b[from]) {
                    case 'a':
                        if (is(b, from, "assert")) {
                            return ASSERT;
                        }
                        return NAME;
                    case 'e':
                        if (is(b, from, "except")) {
                            return EXCEPT;
                        }
                        return NAME;
                    case 'g':
                        if (is(b, from, "global")) {
                            return GLOBAL;
                        }
                        return NAME;
                    case 'i':
                        if (is(b, from, "import")) {
                            return IMPORT;
                        }
                        return NAME;
                    case 'l':
                        if (is(b, from, "lambda")) {
                            return LAMBDA;
                        }
                        return NAME;
                    case 'r':
                        if (is(b, from, "return")) {
                            return RETURN;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 7:
                switch (b[from]) {
                    case 'f':
                        if (is(b, from, "finally")) {
                            return FINALLY;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            case 8:
                switch (b[from]) {
                    case 'c':
                        if (is(b, from, "continue")) {
                            return CONTINUE;
                        }
                        return NAME;
                    case 'n':
                        if (is(b, from, "nonlocal")) {
                            return NONLOCAL;
                        }
                        return NAME;
                    default:
                        return NAME;
                }
            default:
                return NAME;
        }
    }

    /** Whether the bytes from {@code at} on are those of an ASCII word. */
    static boolean is(byte[] b, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (b[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The operator's text, or the keyword's, or null for the other kinds. */
    static @Nullable String text(int kind) {
        if (kind >= LPAR && kind < OP) {
            return OPERATORS[kind - LPAR];
        }
        return kind >= FIRST_KEYWORD ? KEYWORDS[kind - FIRST_KEYWORD] : null;
    }
}
