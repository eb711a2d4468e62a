package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.unicode.UnicodeData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Taking {@code str} apart and joining it. A negative {@code limit} means no limit; a separator is not empty. */
public final class StrSplit {
    private StrSplit() {}

    /** {@code str.split}; a null separator stands for runs of white space. */
    public static List<Object> split(Object str, @Nullable Object separator, int limit) {
        if (separator == null) {
            return splitSpace(str, limit);
        }
        List<Object> parts = new ArrayList<>();
        int n = Str.length(str);
        int m = Str.length(separator);
        int from = 0;
        for (int left = limit; left != 0; left--) {
            int i = StrSearch.find(str, separator, from, n);
            if (i < 0) {
                break;
            }
            parts.add(Str.substring(str, from, i));
            from = i + m;
        }
        parts.add(Str.substring(str, from, n));
        return parts;
    }

    private static List<Object> splitSpace(Object str, int limit) {
        List<Object> parts = new ArrayList<>();
        int n = Str.length(str);
        int i = skipSpace(str, 0, n);
        for (int left = limit; i < n; left--) {
            if (left == 0) {
                parts.add(Str.substring(str, i, n));
                break;
            }
            int from = i;
            while (i < n && !UnicodeData.isSpace(Str.at(str, i))) {
                i++;
            }
            parts.add(Str.substring(str, from, i));
            i = skipSpace(str, i, n);
        }
        return parts;
    }

    private static int skipSpace(Object str, int i, int n) {
        while (i < n && UnicodeData.isSpace(Str.at(str, i))) {
            i++;
        }
        return i;
    }

    private static int trimEnd(Object str, int from, int end) {
        while (end > from && UnicodeData.isSpace(Str.at(str, end - 1))) {
            end--;
        }
        return end;
    }

    /** {@code str.rsplit}. */
    public static List<Object> rsplit(Object str, @Nullable Object separator, int limit) {
        List<Object> parts = new ArrayList<>();
        int end = Str.length(str);
        if (separator == null) {
            end = trimEnd(str, 0, end);
            for (int left = limit; end > 0; left--) {
                if (left == 0) {
                    parts.add(Str.substring(str, 0, end));
                    break;
                }
                int i = end;
                while (i > 0 && !UnicodeData.isSpace(Str.at(str, i - 1))) {
                    i--;
                }
                parts.add(Str.substring(str, i, end));
                end = trimEnd(str, 0, i);
            }
        } else {
            int m = Str.length(separator);
            for (int left = limit; left != 0; left--) {
                int i = StrSearch.rfind(str, separator, 0, end);
                if (i < 0) {
                    break;
                }
                parts.add(Str.substring(str, i + m, end));
                end = i;
            }
            parts.add(Str.substring(str, 0, end));
        }
        Collections.reverse(parts);
        return parts;
    }

    public static List<Object> splitlines(Object str, boolean keepEnds) {
        List<Object> lines = new ArrayList<>();
        int n = Str.length(str);
        int i = 0;
        while (i < n) {
            int from = i;
            while (i < n && !UnicodeData.isLineBreak(Str.at(str, i))) {
                i++;
            }
            int end = i;
            if (i < n) {
                i += Str.at(str, i) == '\r' && i + 1 < n && Str.at(str, i + 1) == '\n' ? 2 : 1;
                if (keepEnds) {
                    end = i;
                }
            }
            lines.add(Str.substring(str, from, end));
        }
        return lines;
    }

    /** Head, separator, tail; the whole text comes first when the separator is not found. */
    public static Object[] partition(Object str, Object separator) {
        int i = StrSearch.find(str, separator);
        if (i < 0) {
            return new Object[] {str, "", ""};
        }
        return new Object[] {
            Str.substring(str, 0, i), separator, Str.substring(str, i + Str.length(separator), Str.length(str))
        };
    }

    /** Head, separator, tail; the whole text comes last when the separator is not found. */
    public static Object[] rpartition(Object str, Object separator) {
        int n = Str.length(str);
        int i = StrSearch.rfind(str, separator, 0, n);
        if (i < 0) {
            return new Object[] {"", "", str};
        }
        return new Object[] {Str.substring(str, 0, i), separator, Str.substring(str, i + Str.length(separator), n)};
    }

    public static Object strip(Object str, @Nullable Object chars) {
        return strip(str, chars, true, true);
    }

    public static Object lstrip(Object str, @Nullable Object chars) {
        return strip(str, chars, true, false);
    }

    public static Object rstrip(Object str, @Nullable Object chars) {
        return strip(str, chars, false, true);
    }

    private static Object strip(Object str, @Nullable Object chars, boolean left, boolean right) {
        int start = 0;
        int end = Str.length(str);
        if (left) {
            while (start < end && goes(Str.at(str, start), chars)) {
                start++;
            }
        }
        if (right) {
            while (end > start && goes(Str.at(str, end - 1), chars)) {
                end--;
            }
        }
        return Str.substring(str, start, end);
    }

    private static boolean goes(int c, @Nullable Object chars) {
        return chars == null ? UnicodeData.isSpace(c) : StrSearch.find(chars, c, 0, Str.length(chars)) >= 0;
    }

    /** {@code str.join} of items that are all {@code String}; null when one isn't. */
    public static @Nullable String joinStrings(String separator, Object[] items) {
        long length = (long) separator.length() * items.length;
        for (Object item : items) {
            if (!(item instanceof String s)) {
                return null;
            }
            length += s.length();
        }
        if (length > Str.MAX_LENGTH || items.length == 0) {
            return items.length == 0 ? "" : null;
        }
        if (items.length == 1) {
            return (String) items[0];
        }
        StringBuilder out = new StringBuilder((int) length).append((String) items[0]);
        for (int i = 1; i < items.length; i++) {
            out.append(separator).append((String) items[i]);
        }
        return out.toString();
    }

    /** {@code str.join}, of items that are all {@code str}. */
    public static Object join(Object separator, List<?> items) {
        int n = items.size();
        if (n == 1) {
            return items.get(0);
        }
        long length = n == 0 ? 0 : (long) Str.length(separator) * (n - 1);
        for (int i = 0; i < n; i++) {
            length += Str.length(items.get(i));
        }
        if (length > Str.MAX_LENGTH) {
            throw FormatException.ofOverflow("join() result is too long for a Python string");
        }
        StrBuilder out = new StrBuilder((int) length);
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                out.append(separator);
            }
            out.append(items.get(i));
        }
        return out.build();
    }
}
