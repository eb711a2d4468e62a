package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Expr;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers, strings and f-strings. */
abstract class LiteralParser extends ParserBase {
    LiteralParser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    /** {@code yield_expr | star_expressions}. */
    abstract Expr yieldOrStarExpressions();

    final Expr.Constant number() {
        int t = pos;
        Object value = NumberLiteral.parse(tok.buf, tok.start[t], tok.end[t], constants, options.maxIntDigits());
        if (value == null) {
            throw tok.errorAt(
                    SyntaxException.Kind.SYNTAX_ERROR,
                    line(t),
                    0,
                    tok.endLine[t],
                    0,
                    "Exceeds the limit (" + options.maxIntDigits()
                            + " digits) for integer string conversion: value has "
                            + NumberLiteral.digits(tok.buf, tok.start[t], tok.end[t])
                            + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
        }
        advance();
        return new Expr.Constant(value, null, line(t), col(t), tok.endLine[t], tok.endCol[t]);
    }

    /** {@code (fstring | string)+}. */
    final Expr strings() {
        int first = pos;
        if (kind == Tok.STRING) {
            byte prefix = tok.buf[tok.start[first]];
            if (prefix == 'b' || prefix == 'B' || isBytes(first)) {
                return bytesLiterals(first);
            }
            StringPart part = string();
            if (kind != Tok.STRING && kind != Tok.FSTRING_START) {
                return part.toExpr(constants);
            }
            ArrayList<StringPart> parts = new ArrayList<>();
            parts.add(part);
            return concatenated(parts, first, false);
        }
        ArrayList<StringPart> parts = new ArrayList<>();
        return concatenated(parts, first, false);
    }

    private Expr concatenated(List<StringPart> parts, int first, boolean fStringSeen) {
        boolean fString = fStringSeen;
        boolean mixed = false;
        while (true) {
            if (kind == Tok.STRING) {
                if (isBytes(pos)) {
                    mixed = true;
                    bytesLiteral();
                } else {
                    parts.add(string());
                }
            } else if (kind == Tok.FSTRING_START) {
                fString = true;
                fString(parts);
            } else {
                break;
            }
        }
        if (mixed) {
            throw errorAtLast("cannot mix bytes and nonbytes literals");
        }
        return folded(parts, fString, first);
    }

    /** Joins adjacent text and drops empty text beside fields ({@code _PyPegen_concatenate_strings}). */
    private Expr folded(List<StringPart> parts, boolean fString, int first) {
        int base = sp;
        int n = parts.size();
        for (int i = 0; i < n; i++) {
            StringPart part = parts.get(i);
            if (part.field() == null) {
                int start = i;
                while (i + 1 < n && parts.get(i + 1).field() == null) {
                    i++;
                }
                if (i > start) {
                    part = StringPart.join(parts.subList(start, i + 1));
                }
                if (fString && part.isEmptyText()) {
                    continue;
                }
            }
            push(part.toExpr(constants));
        }
        if (!fString) {
            return (Expr) pop();
        }
        return new Expr.JoinedStr(popList(base), line(first), col(first), el(), ec());
    }

    /** Throws what decoding a string token throws. */
    final void checkString(int t) {
        if (isBytes(t)) {
            bytesValue(t);
        } else {
            stringText(t);
        }
    }

    final boolean isBytes(int t) {
        byte a = tok.buf[tok.start[t]];
        byte b = tok.buf[tok.start[t] + 1];
        return a == 'b' || a == 'B' || ((a == 'r' || a == 'R') && (b == 'b' || b == 'B'));
    }

    private Expr bytesLiterals(int first) {
        byte[] value = bytesLiteral();
        if (kind == Tok.STRING || kind == Tok.FSTRING_START) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(value);
            while (kind == Tok.STRING || kind == Tok.FSTRING_START) {
                if (kind == Tok.FSTRING_START || !isBytes(pos)) {
                    return concatenatedMixed(first);
                }
                all.writeBytes(bytesLiteral());
            }
            value = all.toByteArray();
        }
        return new Expr.Constant(constants.bytes(value), null, line(first), col(first), el(), ec());
    }

    private Expr concatenatedMixed(int first) {
        concatenated(new ArrayList<>(List.of(new StringPart("", null, null, 0, 0, 0, 0))), first, true);
        throw errorAtLast("cannot mix bytes and nonbytes literals");
    }

    private byte[] bytesLiteral() {
        byte[] value = bytesValue(pos);
        advance();
        return value;
    }

    private byte[] bytesValue(int t) {
        int s = tok.start[t];
        int e = tok.end[t];
        for (int i = s; i < e; i++) {
            if (tok.buf[i] < 0) {
                throw errorAtToken(t, "bytes can only contain ASCII literal characters");
            }
        }
        boolean raw = false;
        while (tok.buf[s] != '\'' && tok.buf[s] != '"') {
            raw |= (tok.buf[s] | 0x20) == 'r';
            s++;
        }
        int quotes = quoteSize(s, e);
        return new StringLiteral(this, t).bytes(s + quotes, e - quotes, raw);
    }

    private int quoteSize(int s, int e) {
        byte q = tok.buf[s];
        return e - s >= 6 && tok.buf[s + 1] == q && tok.buf[s + 2] == q ? 3 : 1;
    }

    private StringPart string() {
        int t = pos;
        String stringKind = tok.buf[tok.start[t]] == 'u' ? "u" : null;
        Object text = stringText(t);
        advance();
        return new StringPart(text, null, stringKind, line(t), col(t), tok.endLine[t], tok.endCol[t]);
    }

    private Object stringText(int t) {
        int s = tok.start[t];
        int e = tok.end[t];
        byte[] b = tok.buf;
        boolean raw = false;
        while (b[s] != '\'' && b[s] != '"') {
            raw |= (b[s] | 0x20) == 'r';
            s++;
        }
        int quotes = quoteSize(s, e);
        return new StringLiteral(this, t).str(s + quotes, e - quotes, raw);
    }

    private void fString(List<StringPart> parts) {
        int t = pos;
        int s = tok.start[t];
        boolean raw = (tok.buf[s] | 0x20) == 'r' || (tok.buf[s + 1] | 0x20) == 'r';
        enter(4);
        advance();
        int from = parts.size();
        // The text is decoded when the end of the string is known, which is where errors in it are reported.
        int firstMiddle = sp;
        while (true) {
            if (kind == Tok.FSTRING_MIDDLE) {
                parts.add(new StringPart(pos, null, null, line(pos), col(pos), tok.endLine[pos], tok.endCol[pos]));
                advance();
            } else if (kind == Tok.LBRACE) {
                replacementField(parts);
            } else {
                break;
            }
        }
        sp = firstMiddle;
        if (kind != Tok.FSTRING_END) {
            throw fail();
        }
        StringLiteral decoder = new StringLiteral(this, pos);
        for (int i = from; i < parts.size(); i++) {
            StringPart part = parts.get(i);
            if (part.text() instanceof Integer middle) {
                parts.set(
                        i,
                        new StringPart(
                                decodeMiddle(decoder, middle, raw),
                                null,
                                null,
                                part.lineno(),
                                part.colOffset(),
                                part.endLineno(),
                                part.endColOffset()));
            }
        }
        advance();
        leave(4);
    }

    private Object decodeMiddle(StringLiteral decoder, int t, boolean raw) {
        int s = tok.start[t];
        return decoder.str(s, tok.end[t], raw);
    }

    /** A replacement field; with {@code =}, its text goes before it. */
    private void replacementField(List<StringPart> parts) {
        int open = pos;
        advance();
        Expr value = yieldOrStarExpressions();
        boolean debug = accept(Tok.EQUAL);
        int textEnd = tok.start[pos];
        int debugLine = 0;
        int debugCol = 0;
        int conversionToken = -1;
        if (kind == Tok.EXCLAMATION) {
            advance();
            conversionToken = pos;
            if (kind != Tok.NAME) {
                throw fail();
            }
            int bang = pos - 1;
            if (line(bang) != line(pos) || tok.endCol[bang] != col(pos)) {
                throw errorAtRange(bang, pos, "f-string: conversion type must come right after the exclamanation mark");
            }
            advance();
            debugLine = line(conversionToken);
            debugCol = col(conversionToken) - 1;
        }
        Expr spec = null;
        if (kind == Tok.COLON) {
            int colon = pos;
            spec = formatSpec();
            if (conversionToken < 0) {
                debugLine = line(colon);
                debugCol = col(colon);
            }
        }
        if (kind != Tok.RBRACE) {
            throw fail();
        }
        int close = pos;
        if (conversionToken < 0 && spec == null) {
            debugLine = tok.endLine[close];
            debugCol = tok.endCol[close] - 1;
        }
        int conversion = conversionToken < 0 ? -1 : conversion(conversionToken);
        if (conversion < 0 && debug && spec == null) {
            conversion = 'r';
        }
        advance();
        if (debug) {
            parts.add(new StringPart(
                    withoutComments(tok.decode(tok.end[open], textEnd)),
                    null,
                    null,
                    line(open),
                    col(open) + 1,
                    debugLine,
                    debugCol));
        }
        parts.add(StringPart.of(new Expr.FormattedValue(value, conversion, spec, line(open), col(open), el(), ec())));
    }

    private int conversion(int t) {
        String name = nameOf(t);
        char c = name.charAt(0);
        if (name.length() > 1 || (c != 's' && c != 'r' && c != 'a')) {
            throw errorAtToken(t, "f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'");
        }
        return c;
    }

    private static String withoutComments(String text) {
        if (text.indexOf('#') < 0) {
            return text;
        }
        StringBuilder s = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                while (i < text.length() && text.charAt(i) != '\n') {
                    i++;
                }
                if (i < text.length()) {
                    s.append('\n');
                }
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    private Expr formatSpec() {
        int colon = pos;
        advance();
        int base = sp;
        while (true) {
            if (kind == Tok.FSTRING_MIDDLE) {
                int t = pos;
                Object text = decodeMiddle(new StringLiteral(this, t), t, false);
                advance();
                push(new StringPart(text, null, null, line(t), col(t), tok.endLine[t], tok.endCol[t])
                        .toExpr(constants));
            } else if (kind == Tok.LBRACE) {
                int open = pos;
                enter(20);
                List<StringPart> parts = new ArrayList<>(2);
                replacementField(parts);
                leave(20);
                push(parts.size() == 1 ? parts.get(0).toExpr(constants) : debugField(parts, open));
            } else {
                break;
            }
        }
        if (sp == base + 1 && pos == colon + 2 && tok.start[colon + 1] == tok.end[colon + 1]) {
            pop();
        }
        return new Expr.JoinedStr(popList(base), line(colon), col(colon), el(), ec());
    }

    private Expr debugField(List<StringPart> parts, int open) {
        Expr text = parts.get(0).toExpr(constants);
        Expr field = parts.get(1).toExpr(constants);
        return new Expr.JoinedStr(
                List.of(text, field), line(open), col(open), text.endLineno(), text.endColOffset() + 1);
    }

    final @Nullable String typeComment() {
        if (kind != Tok.TYPE_COMMENT) {
            return null;
        }
        String text = tok.decode(tok.start[pos], tok.end[pos]);
        advance();
        return text;
    }
}
