package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;

/** Turns line ends into line feeds, and notes which there are. Answers to {@code nldecoder_object} without its decoder. */
final class NewlineTranslator {
    private static final int SEEN_CR = 1;
    private static final int SEEN_LF = 2;
    private static final int SEEN_CRLF = 4;

    private final boolean translate;

    /** A carriage return at the end of what came last was kept back: a line feed may follow. */
    boolean pendingReturn;

    private int seen;

    NewlineTranslator(boolean translate) {
        this.translate = translate;
    }

    void reset() {
        seen = 0;
        pendingReturn = false;
    }

    /** Translates the next part of a text. */
    Object translate(Object part, boolean last) {
        Object text = part;
        int n = Str.length(text);
        if (pendingReturn && (last || n > 0)) {
            text = Str.concat("\r", text);
            pendingReturn = false;
            n++;
        }
        if (!last && n > 0 && Str.at(text, n - 1) == '\r') {
            text = Str.substring(text, 0, n - 1);
            pendingReturn = true;
            n--;
        }
        if (n == 0) {
            return text;
        }
        if (text instanceof String s && s.indexOf('\r') < 0) {
            if ((seen & SEEN_LF) == 0 && s.indexOf('\n') >= 0) {
                seen |= SEEN_LF;
            }
            return text;
        }
        return translate ? translated(text, n) : noted(text, n);
    }

    private Object noted(Object text, int n) {
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c == '\n') {
                seen |= SEEN_LF;
            } else if (c == '\r') {
                if (i + 1 < n && Str.at(text, i + 1) == '\n') {
                    seen |= SEEN_CRLF;
                    i++;
                } else {
                    seen |= SEEN_CR;
                }
            }
        }
        return text;
    }

    private Object translated(Object text, int n) {
        StrBuilder out = new StrBuilder(n);
        int start = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c == '\n') {
                seen |= SEEN_LF;
            } else if (c == '\r') {
                out.append(text, start, i).append('\n');
                if (i + 1 < n && Str.at(text, i + 1) == '\n') {
                    seen |= SEEN_CRLF;
                    i++;
                } else {
                    seen |= SEEN_CR;
                }
                start = i + 1;
            }
        }
        if (start == 0) {
            return text;
        }
        return out.append(text, start, n).build();
    }

    /** None, a str, or a tuple of them. */
    Object newlines(ThreadState ts) {
        switch (seen) {
            case SEEN_CR:
                return "\r";
            case SEEN_LF:
                return "\n";
            case SEEN_CRLF:
                return "\r\n";
            case SEEN_CR | SEEN_LF:
                return ts.newTuple("\r", "\n");
            case SEEN_CR | SEEN_CRLF:
                return ts.newTuple("\r", "\r\n");
            case SEEN_LF | SEEN_CRLF:
                return ts.newTuple("\n", "\r\n");
            case SEEN_CR | SEEN_LF | SEEN_CRLF:
                return ts.newTuple("\r", "\n", "\r\n");
            default:
                return Singleton.NONE;
        }
    }
}
