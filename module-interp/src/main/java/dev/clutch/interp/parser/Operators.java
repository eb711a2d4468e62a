package dev.clutch.interp.parser;

/** The kinds of operator tokens of one, two and three characters; {@code Tok.OP} if there is none. */
final class Operators {
    private Operators() {}

    static int one(int c) {
        switch (c) {
            case '!':
                return Tok.EXCLAMATION;
            case '%':
                return Tok.PERCENT;
            case '&':
                return Tok.AMPER;
            case '(':
                return Tok.LPAR;
            case ')':
                return Tok.RPAR;
            case '*':
                return Tok.STAR;
            case '+':
                return Tok.PLUS;
            case ',':
                return Tok.COMMA;
            case '-':
                return Tok.MINUS;
            case '.':
                return Tok.DOT;
            case '/':
                return Tok.SLASH;
            case ':':
                return Tok.COLON;
            case ';':
                return Tok.SEMI;
            case '<':
                return Tok.LESS;
            case '=':
                return Tok.EQUAL;
            case '>':
                return Tok.GREATER;
            case '@':
                return Tok.AT;
            case '[':
                return Tok.LSQB;
            case ']':
                return Tok.RSQB;
            case '^':
                return Tok.CIRCUMFLEX;
            case '{':
                return Tok.LBRACE;
            case '|':
                return Tok.VBAR;
            case '}':
                return Tok.RBRACE;
            case '~':
                return Tok.TILDE;
            default:
                return Tok.OP;
        }
    }

    static int two(int c, int d) {
        if (d == '=') {
            switch (c) {
                case '!':
                    return Tok.NOTEQUAL;
                case '%':
                    return Tok.PERCENTEQUAL;
                case '&':
                    return Tok.AMPEREQUAL;
                case '*':
                    return Tok.STAREQUAL;
                case '+':
                    return Tok.PLUSEQUAL;
                case '-':
                    return Tok.MINEQUAL;
                case '/':
                    return Tok.SLASHEQUAL;
                case ':':
                    return Tok.COLONEQUAL;
                case '<':
                    return Tok.LESSEQUAL;
                case '=':
                    return Tok.EQEQUAL;
                case '>':
                    return Tok.GREATEREQUAL;
                case '@':
                    return Tok.ATEQUAL;
                case '^':
                    return Tok.CIRCUMFLEXEQUAL;
                case '|':
                    return Tok.VBAREQUAL;
                default:
                    return Tok.OP;
            }
        }
        if (c == d) {
            switch (c) {
                case '*':
                    return Tok.DOUBLESTAR;
                case '/':
                    return Tok.DOUBLESLASH;
                case '<':
                    return Tok.LEFTSHIFT;
                case '>':
                    return Tok.RIGHTSHIFT;
                default:
                    return Tok.OP;
            }
        }
        if (d == '>') {
            return c == '-' ? Tok.RARROW : c == '<' ? Tok.NOTEQUAL : Tok.OP;
        }
        return Tok.OP;
    }

    static int three(int c, int d, int e) {
        if (e == '=' && c == d) {
            switch (c) {
                case '*':
                    return Tok.DOUBLESTAREQUAL;
                case '/':
                    return Tok.DOUBLESLASHEQUAL;
                case '<':
                    return Tok.LEFTSHIFTEQUAL;
                case '>':
                    return Tok.RIGHTSHIFTEQUAL;
                default:
                    return Tok.OP;
            }
        }
        return Tok.OP;
    }
}
