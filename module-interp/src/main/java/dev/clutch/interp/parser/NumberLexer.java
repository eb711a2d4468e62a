package dev.clutch.interp.parser;

/** Reads number literals and complains about malformed ones as CPython does. */
class NumberLexer extends SourceCursor {
    NumberLexer(Source source, WarningListener warnings) {
        super(source, warnings);
    }

    /** Reads the rest of a number whose first digit is {@code first}. */
    final void lexNumber(int first) {
        int c = first;
        if (c == '0') {
            c = nextc();
            if (c == 'x' || c == 'X') {
                c = radixDigits(16, "hexadecimal");
            } else if (c == 'o' || c == 'O') {
                c = radixDigits(8, "octal");
            } else if (c == 'b' || c == 'B') {
                c = radixDigits(2, "binary");
            } else {
                c = leadingZero(c);
            }
        } else {
            c = fractionOrExponent(decimalTail());
        }
        backup(c);
    }

    /** Reads the digits after a point that begins the number. */
    final void lexFraction(int digit) {
        backup(fraction(digit));
    }

    private int radixDigits(int radix, String name) {
        int c = nextc();
        do {
            if (c == '_') {
                c = nextc();
            }
            if (!isDigitOf(c, radix)) {
                if (isDigit(c)) {
                    throw errorHere("invalid digit '" + (char) c + "' in " + name + " literal");
                }
                backup(c);
                throw errorHere("invalid " + name + " literal");
            }
            do {
                c = nextc();
            } while (isDigitOf(c, radix));
        } while (c == '_');
        if (radix != 16 && isDigit(c)) {
            throw errorHere("invalid digit '" + (char) c + "' in " + name + " literal");
        }
        verifyEnd(c, name);
        return c;
    }

    private static boolean isDigitOf(int c, int radix) {
        return radix == 16
                ? isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
                : c >= '0' && c < '0' + radix;
    }

    private int leadingZero(int afterZero) {
        int c = afterZero;
        boolean nonzero = false;
        while (true) {
            if (c == '_') {
                c = nextc();
                if (!isDigit(c)) {
                    backup(c);
                    throw errorHere("invalid decimal literal");
                }
            }
            if (c != '0') {
                break;
            }
            c = nextc();
        }
        int zerosEnd = cur;
        if (isDigit(c)) {
            nonzero = true;
            c = decimalTail();
        }
        if (c == '.') {
            return fraction(nextc());
        }
        if (c == 'e' || c == 'E') {
            return exponent(c);
        }
        if (c == 'j' || c == 'J') {
            return imaginary();
        }
        if (nonzero) {
            backup(c);
            throw errorInLine(
                    tokenStart + 1 - lineStart,
                    zerosEnd - lineStart,
                    "leading zeros in decimal integer literals are not permitted; "
                            + "use an 0o prefix for octal integers");
        }
        verifyEnd(c, "decimal");
        return c;
    }

    private int decimalTail() {
        while (true) {
            int c;
            do {
                c = nextc();
            } while (isDigit(c));
            if (c != '_') {
                return c;
            }
            c = nextc();
            if (!isDigit(c)) {
                backup(c);
                throw errorHere("invalid decimal literal");
            }
        }
    }

    private int fractionOrExponent(int c) {
        return c == '.' ? fraction(nextc()) : exponentOrSuffix(c);
    }

    private int fraction(int c) {
        return exponentOrSuffix(isDigit(c) ? decimalTail() : c);
    }

    private int exponentOrSuffix(int c) {
        if (c == 'e' || c == 'E') {
            return exponent(c);
        }
        return suffix(c);
    }

    private int exponent(int e) {
        int c = nextc();
        if (c == '+' || c == '-') {
            c = nextc();
            if (!isDigit(c)) {
                backup(c);
                throw errorHere("invalid decimal literal");
            }
        } else if (!isDigit(c)) {
            backup(c);
            verifyEnd(e, "decimal");
            return e;
        }
        return suffix(decimalTail());
    }

    private int suffix(int c) {
        if (c == 'j' || c == 'J') {
            return imaginary();
        }
        verifyEnd(c, "decimal");
        return c;
    }

    private int imaginary() {
        int c = nextc();
        verifyEnd(c, "imaginary");
        return c;
    }

    /** A keyword may follow a number without a space, with a warning; nothing else that looks like a name may. */
    private void verifyEnd(int c, String name) {
        boolean keyword = false;
        switch (c) {
            case 'a':
                keyword = lookahead("nd");
                break;
            case 'e':
                keyword = lookahead("lse");
                break;
            case 'f':
                keyword = lookahead("or");
                break;
            case 'i':
                int second = nextc();
                keyword = second == 'f' || second == 'n' || second == 's';
                backup(second);
                break;
            case 'o':
                keyword = lookahead("r");
                break;
            case 'n':
                keyword = lookahead("ot");
                break;
            default:
                break;
        }
        if (keyword) {
            backup(c);
            warn(WarningListener.Category.SYNTAX_WARNING, "invalid " + name + " literal", lineno);
            nextc();
        } else if (c < 128 && isIdentifierPart(c)) {
            backup(c);
            throw errorHere("invalid " + name + " literal");
        }
    }

    private boolean lookahead(String word) {
        int at = cur;
        int i = 0;
        while (i < word.length() && at < inp && buf[at] == word.charAt(i)) {
            i++;
            at++;
        }
        return i == word.length() && !(at < inp && isIdentifierPart(buf[at] & 0xFF));
    }
}
