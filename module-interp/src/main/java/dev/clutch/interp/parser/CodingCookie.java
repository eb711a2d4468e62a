package dev.clutch.interp.parser;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The coding comment of PEP 263, in one of the first two lines. */
final class CodingCookie {
    private CodingCookie() {}

    /** The declared encoding, normalised if it is UTF-8 or Latin-1, or null. */
    static @Nullable String find(byte[] b, int from) {
        int at = from;
        for (int line = 0; line < 2; line++) {
            int end = at;
            while (end < b.length && b[end] != '\n' && b[end] != '\r') {
                end++;
            }
            int i = at;
            while (i < end && (b[i] == ' ' || b[i] == '\t' || b[i] == '\f')) {
                i++;
            }
            if (i < end && b[i] != '#') {
                return null;
            }
            String found = inComment(b, i, end);
            if (found != null) {
                return found;
            }
            at = end + 1;
            if (end + 1 < b.length && b[end] == '\r' && b[end + 1] == '\n') {
                at++;
            }
        }
        return null;
    }

    private static @Nullable String inComment(byte[] b, int from, int end) {
        for (int i = from; i + 6 < end; i++) {
            if (b[i] == 'c' && Tok.is(b, i, "coding") && (b[i + 6] == ':' || b[i + 6] == '=')) {
                int begin = i + 7;
                while (begin < end && (b[begin] == ' ' || b[begin] == '\t')) {
                    begin++;
                }
                int stop = begin;
                while (stop < end && isNameByte(b[stop])) {
                    stop++;
                }
                if (stop > begin) {
                    return normalName(new String(b, begin, stop - begin, StandardCharsets.US_ASCII));
                }
            }
        }
        return null;
    }

    private static boolean isNameByte(byte c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static String normalName(String name) {
        String head = (name.length() > 12 ? name.substring(0, 12) : name)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        if (head.equals("utf-8") || head.startsWith("utf-8-")) {
            return "utf-8";
        }
        if (head.equals("latin-1")
                || head.equals("iso-8859-1")
                || head.equals("iso-latin-1")
                || head.startsWith("latin-1-")
                || head.startsWith("iso-8859-1-")
                || head.startsWith("iso-latin-1-")) {
            return "iso-8859-1";
        }
        return name;
    }
}
