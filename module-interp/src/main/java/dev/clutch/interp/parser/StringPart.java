package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Expr;
import java.util.Arrays;
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

    /** This piece of text and a later one. */
    StringPart join(StringPart next) {
        Object joined;
        if (text instanceof String a && next.text instanceof String b) {
            joined = a.concat(b);
        } else {
            int[] a = codePoints(text);
            int[] b = codePoints(next.text);
            int[] all = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            joined = all;
        }
        return new StringPart(joined, null, kind, lineno, colOffset, next.endLineno, next.endColOffset);
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
