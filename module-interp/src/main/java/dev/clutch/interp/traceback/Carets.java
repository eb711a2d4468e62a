package dev.clutch.interp.traceback;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.object.ModelConstants;
import dev.clutch.interp.parser.CharacterNames;
import dev.clutch.interp.parser.Parser;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The marks below a source line that show where in it an exception came up (PEP 657). Answers to {@code tb_displayline}. */
final class Carets {
    private Carets() {}

    /**
     * Returns the marks for a line shown without its indentation; null when the whole line would be marked. Columns are in UTF-8 bytes.
     */
    static @Nullable String below(
            String line, int indent, int firstLine, int lastLine, int firstColumn, int lastColumn) {
        if (firstLine < 0 || lastLine < 0 || firstColumn < 0 || lastColumn < 0) {
            return null;
        }
        int start = characters(line, firstColumn);
        int end;
        int[] anchors = null;
        if (firstLine == lastLine) {
            end = characters(line, lastColumn);
            if (start <= end && end <= line.length()) {
                anchors = anchors(line.substring(start, end));
            }
        } else {
            end = line.length();
            while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
                end--;
            }
        }
        if (anchors == null && end - start == line.length() - indent) {
            return null;
        }
        StringBuilder marks = new StringBuilder();
        for (int i = indent; i < end; i++) {
            if (i < start) {
                marks.append(' ');
            } else if (anchors == null || (i >= start + anchors[0] && i < start + anchors[1])) {
                marks.append('^');
            } else {
                marks.append('~');
            }
        }
        return marks.toString();
    }

    /** The index of the character at an offset in UTF-8. */
    private static int characters(String line, int bytes) {
        int at = 0;
        int seen = 0;
        while (at < line.length() && seen < bytes) {
            int c = line.codePointAt(at);
            seen += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            at += Character.charCount(c);
        }
        return at + Math.max(0, bytes - seen);
    }

    /** Where the operator of a binary operation, or the brackets of a subscription, begin and end; null for other code. */
    private static int @Nullable [] anchors(String segment) {
        Mod tree;
        try {
            tree = Parser.parse(
                    Source.ofBytes(segment.getBytes(StandardCharsets.UTF_8), "<segment>", new Source.JdkDecoder()),
                    ParserOptions.of(ParserOptions.Mode.EXEC),
                    ModelConstants.INSTANCE,
                    new CharacterNames.Jdk(),
                    (category, message, file, lineno) -> false);
        } catch (SyntaxException e) {
            return null;
        }
        if (!(tree instanceof Mod.Module m)
                || m.body().size() != 1
                || !(m.body().get(0) instanceof Stmt.ExprStmt s)) {
            return null;
        }
        if (s.value() instanceof Expr.BinOp operation) {
            return operator(segment, operation);
        }
        return s.value() instanceof Expr.Subscript subscript ? brackets(segment, subscript) : null;
    }

    private static int[] operator(String segment, Expr.BinOp e) {
        int left = characters(segment, e.left().endColOffset());
        int limit = Math.max(left, characters(segment, e.right().colOffset()));
        while (left < limit && (Character.isWhitespace(segment.charAt(left)) || segment.charAt(left) == ')')) {
            left++;
        }
        int right = left + 1;
        if (right < limit && !Character.isWhitespace(segment.charAt(right))) {
            right++;
        }
        return new int[] {left, right};
    }

    private static int[] brackets(String segment, Expr.Subscript e) {
        int left = characters(segment, e.value().endColOffset());
        int right = characters(segment, e.slice().endColOffset() + 1);
        while (left < segment.length() && segment.charAt(left) != '[') {
            left++;
        }
        while (right < segment.length() && segment.charAt(right) != ']') {
            right++;
        }
        return new int[] {left, Math.min(right + 1, Math.max(right, segment.length()))};
    }
}
