package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Expr;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of adjacent string literals: text, as a String or as an int[] of code points where there are surrogates, or a
 * replacement field.
 */
record StringPart(
        Object text,
        @Nullable Expr field,
        @Nullable String kind,
        int lineno,
        int colOffset,
        int endLineno,
        int endColOffset) {
    static StringPart of(Expr field) {
        return new StringPart("", field, null, 0, 0, 0, 0);
    }

    boolean isEmptyText() {
        return field == null && text instanceof String s && s.isEmpty();
    }

    /** Pieces of text, in time that is linear in their length. */
    static StringPart join(List<StringPart> pieces) {
        StringPart first = pieces.getFirst();
        StringPart last = pieces.getLast();
        return new StringPart(
                joined(pieces), null, first.kind, first.lineno, first.colOffset, last.endLineno, last.endColOffset);
    }

    private static Object joined(List<StringPart> pieces) {
        StringBuilder b = new StringBuilder();
        for (StringPart piece : pieces) {
            if (!(piece.text instanceof String s)) {
                return pieces.stream()
                        .flatMapToInt(p -> Arrays.stream(codePoints(p.text)))
                        .toArray();
            }
            b.append(s);
        }
        return b.toString();
    }

    private static int[] codePoints(Object text) {
        if (text instanceof int[] points) {
            return points;
        }
        String s = (String) text;
        int[] points = new int[s.codePointCount(0, s.length())];
        int n = 0;
        for (int i = 0; i < s.length(); n++) {
            points[n] = s.codePointAt(i);
            i += Character.charCount(points[n]);
        }
        return points;
    }

    Expr toExpr(ConstantFactory constants) {
        if (field != null) {
            return field;
        }
        Object value =
                text instanceof int[] points ? constants.str(points, points.length) : constants.str((String) text);
        return new Expr.Constant(value, kind, lineno, colOffset, endLineno, endColOffset);
    }
}
