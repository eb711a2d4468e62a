package dev.clutch.interp.object.bytes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text methods of bytes, which know ASCII only. Answers to {@code bytes_methods.c}. */
final class ByteText {
    private ByteText() {}

    static String repr(byte[] a) {
        return repr(a, false);
    }

    /** As a bytearray shows it: an apostrophe is escaped even where it need not be. */
    static String reprOfArray(byte[] a) {
        return repr(a, true);
    }

    private static String repr(byte[] a, boolean escapeApostrophe) {
        boolean single = false;
        boolean dbl = false;
        for (byte b : a) {
            single |= b == '\'';
            dbl |= b == '"';
        }
        char quote = single && !dbl ? '"' : '\'';
        StringBuilder out = new StringBuilder(a.length + 3).append('b').append(quote);
        for (byte b : a) {
            int c = b & 0xff;
            if (c == (escapeApostrophe ? '\'' : quote) || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c < 32 || c >= 127) {
                out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append((char) c);
            }
        }
        return out.append(quote).toString();
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    private static boolean lowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean upperCase(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isalpha(byte[] a) {
        for (byte b : a) {
            if (!lowerCase(b) && !upperCase(b)) {
                return false;
            }
        }
        return a.length > 0;
    }

    static boolean isalnum(byte[] a) {
        for (byte b : a) {
            if (!lowerCase(b) && !upperCase(b) && !digit(b)) {
                return false;
            }
        }
        return a.length > 0;
    }

    static boolean isdigit(byte[] a) {
        for (byte b : a) {
            if (!digit(b)) {
                return false;
            }
        }
        return a.length > 0;
    }

    static boolean isspace(byte[] a) {
        for (byte b : a) {
            if (!isSpace(b)) {
                return false;
            }
        }
        return a.length > 0;
    }

    static boolean isascii(byte[] a) {
        for (byte b : a) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean islower(byte[] a) {
        boolean cased = false;
        for (byte b : a) {
            if (upperCase(b)) {
                return false;
            }
            cased |= lowerCase(b);
        }
        return cased;
    }

    static boolean isupper(byte[] a) {
        boolean cased = false;
        for (byte b : a) {
            if (lowerCase(b)) {
                return false;
            }
            cased |= upperCase(b);
        }
        return cased;
    }

    static boolean istitle(byte[] a) {
        boolean cased = false;
        boolean previous = false;
        for (byte b : a) {
            if (upperCase(b)) {
                if (previous) {
                    return false;
                }
                previous = true;
                cased = true;
            } else if (lowerCase(b)) {
                if (!previous) {
                    return false;
                }
                cased = true;
            } else {
                previous = false;
            }
        }
        return cased;
    }

    static byte[] lower(byte[] a) {
        byte[] r = a.clone();
        for (int i = 0; i < r.length; i++) {
            if (upperCase(r[i])) {
                r[i] = (byte) (r[i] + 32);
            }
        }
        return r;
    }

    static byte[] upper(byte[] a) {
        byte[] r = a.clone();
        for (int i = 0; i < r.length; i++) {
            if (lowerCase(r[i])) {
                r[i] = (byte) (r[i] - 32);
            }
        }
        return r;
    }

    static byte[] swapcase(byte[] a) {
        byte[] r = a.clone();
        for (int i = 0; i < r.length; i++) {
            if (lowerCase(r[i]) || upperCase(r[i])) {
                r[i] = (byte) (r[i] ^ 32);
            }
        }
        return r;
    }

    static byte[] title(byte[] a) {
        byte[] r = lower(a);
        boolean previous = false;
        for (int i = 0; i < r.length; i++) {
            boolean letter = lowerCase(r[i]);
            if (letter && !previous) {
                r[i] = (byte) (r[i] - 32);
            }
            previous = letter;
        }
        return r;
    }

    static byte[] capitalize(byte[] a) {
        byte[] r = lower(a);
        if (r.length > 0 && lowerCase(r[0])) {
            r[0] = (byte) (r[0] - 32);
        }
        return r;
    }

    static String strip(String s, @Nullable String chars, boolean left, boolean right) {
        int from = 0;
        int to = s.length();
        while (left && from < to && strips(s.charAt(from), chars)) {
            from++;
        }
        while (right && to > from && strips(s.charAt(to - 1), chars)) {
            to--;
        }
        return s.substring(from, to);
    }

    private static boolean strips(char c, @Nullable String chars) {
        return chars == null ? isSpace(c) : chars.indexOf(c) >= 0;
    }

    static List<Object> splitWhitespace(String s, int limit) {
        List<Object> parts = new ArrayList<>();
        int i = 0;
        int n = s.length();
        while (true) {
            while (i < n && isSpace(s.charAt(i))) {
                i++;
            }
            if (i == n) {
                return parts;
            }
            if (limit >= 0 && parts.size() == limit) {
                parts.add(s.substring(i));
                return parts;
            }
            int start = i;
            while (i < n && !isSpace(s.charAt(i))) {
                i++;
            }
            parts.add(s.substring(start, i));
        }
    }

    static List<Object> rsplitWhitespace(String s, int limit) {
        List<Object> parts = new ArrayList<>();
        int i = s.length();
        while (true) {
            while (i > 0 && isSpace(s.charAt(i - 1))) {
                i--;
            }
            if (i == 0) {
                break;
            }
            if (limit >= 0 && parts.size() == limit) {
                parts.add(s.substring(0, i));
                break;
            }
            int end = i;
            while (i > 0 && !isSpace(s.charAt(i - 1))) {
                i--;
            }
            parts.add(s.substring(i, end));
        }
        return parts.reversed();
    }

    static List<Object> splitLines(String s, boolean keepEnds) {
        List<Object> lines = new ArrayList<>();
        int i = 0;
        int n = s.length();
        while (i < n) {
            int start = i;
            while (i < n && s.charAt(i) != '\n' && s.charAt(i) != '\r') {
                i++;
            }
            int end = i;
            if (i < n) {
                i += s.charAt(i) == '\r' && i + 1 < n && s.charAt(i + 1) == '\n' ? 2 : 1;
            }
            lines.add(s.substring(start, keepEnds ? i : end));
        }
        return lines;
    }
}
