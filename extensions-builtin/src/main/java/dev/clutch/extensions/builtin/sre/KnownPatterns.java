package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.builtin.Sharing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The patterns that the build of the library has compiled ({@code patterns.py}), one table for all interpreters: it never changes, but for lines that are read when they are asked for. */
final class KnownPatterns {
    private static final String FILE = "re/_patterns.txt";

    private final HashMap<String, Line> lines;

    /** What follows kind, flags and text. */
    private static final class Line {
        private final String rest;
        private volatile @Nullable KnownPattern pattern;

        Line(String rest) {
            this.rest = rest;
        }

        KnownPattern pattern(PatternObject.Kind kind) {
            KnownPattern p = pattern;
            if (p == null) {
                p = KnownPattern.read(kind, rest);
                pattern = p;
            }
            return p;
        }
    }

    private KnownPatterns(HashMap<String, Line> lines) {
        this.lines = lines;
    }

    /** Returns the table of the runtime. */
    static KnownPatterns of(ThreadState ts) {
        Sharing sharing = Sharing.of(ts);
        KnownPatterns known = sharing.recall(KnownPatterns.class);
        return known != null ? known : sharing.keep(KnownPatterns.class, new KnownPatterns(read(sharing)));
    }

    private static HashMap<String, Line> read(Sharing sharing) {
        HashMap<String, Line> lines = new HashMap<>();
        byte[] file = sharing.libraryFile(FILE);
        if (file == null) {
            return lines;
        }
        String text = new String(file, StandardCharsets.US_ASCII);
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            int tab = text.indexOf('\t', text.indexOf('\t', at) + 1);
            lines.put(text.substring(at, tab), new Line(text.substring(tab + 1, end)));
            at = end + 1;
        }
        return lines;
    }

    /** Returns what a text of exactly str or bytes compiles to with these flags, or null. */
    @Nullable
    KnownPattern find(ThreadState ts, Object pattern, long flags) {
        boolean isBytes = ts.typeOf(pattern) == ts.builtinType("bytes");
        if (!isBytes && ts.typeOf(pattern) != ts.builtinType("str")) {
            return null;
        }
        String text = isBytes ? new String(ts.bytesOf(pattern), StandardCharsets.ISO_8859_1) : pattern.toString();
        Line line = lines.get((isBytes ? "b" : "s") + flags + "\t" + escaped(text));
        return line == null ? null : line.pattern(isBytes ? PatternObject.Kind.BYTES : PatternObject.Kind.STR);
    }

    /** The codec {@code unicode_escape}. */
    private static String escaped(String text) {
        StringBuilder b = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\\') {
                b.append("\\\\");
            } else if (c >= ' ' && c < 127) {
                b.append((char) c);
            } else if (c == '\n') {
                b.append("\\n");
            } else if (c == '\t') {
                b.append("\\t");
            } else if (c == '\r') {
                b.append("\\r");
            } else {
                int digits = c < 256 ? 2 : c < 0x10000 ? 4 : 8;
                b.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U");
                for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
                    b.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        return b.toString();
    }
}
