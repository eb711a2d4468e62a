package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;

/** Finding, counting and replacing in {@code str}. Ranges obey 0 <= start and end <= length; start may be greater than end. */
public final class StrSearch {
    private StrSearch() {}

    /** The lowest index of {@code part} in the range, or -1. */
    public static int find(Object str, Object part, int start, int end) {
        if (str instanceof String s) {
            if (!(part instanceof String p) || start > end) {
                return -1;
            }
            return LinearSearch.isWorthwhile(end - start, p.length())
                    ? LinearSearch.find(s, p, start, end)
                    : s.indexOf(p, start, end);
        }
        int m = Str.length(part);
        if (m == 0) {
            return start <= end ? start : -1;
        }
        if (LinearSearch.isWorthwhile(end - start, m)) {
            return LinearSearch.find(str, part, start, end);
        }
        int first = Str.at(part, 0);
        for (int i = start; i <= end - m; i++) {
            if (Str.at(str, i) == first && Str.regionMatches(str, i, part, 0, m)) {
                return i;
            }
        }
        return -1;
    }

    public static int find(Object str, Object part) {
        return find(str, part, 0, Str.length(str));
    }

    /** The lowest index of a code point in the range, or -1. */
    public static int find(Object str, int codePoint, int start, int end) {
        if (str instanceof String s) {
            return start < end && codePoint <= 0xFFFF ? s.indexOf(codePoint, start, end) : -1;
        }
        for (int i = start; i < end; i++) {
            if (Str.at(str, i) == codePoint) {
                return i;
            }
        }
        return -1;
    }

    /** The highest index of {@code part} in the range, or -1. */
    public static int rfind(Object str, Object part, int start, int end) {
        int m = Str.length(part);
        if (start > end - m) {
            return -1;
        }
        if (str instanceof String s) {
            if (!(part instanceof String p)) {
                return -1;
            }
            int i = s.lastIndexOf(p, end - m);
            return i >= start ? i : -1;
        }
        for (int i = end - m; i >= start; i--) {
            if (Str.regionMatches(str, i, part, 0, m)) {
                return i;
            }
        }
        return -1;
    }

    public static boolean contains(Object str, Object part) {
        return find(str, part, 0, Str.length(str)) >= 0;
    }

    /** The number of occurrences that do not overlap. */
    public static int count(Object str, Object part, int start, int end) {
        if (start > end) {
            return 0;
        }
        int m = Str.length(part);
        if (m == 0) {
            return end - start + 1;
        }
        int count = 0;
        for (int i = find(str, part, start, end); i >= 0; i = find(str, part, i + m, end)) {
            count++;
        }
        return count;
    }

    public static boolean startsWith(Object str, Object prefix, int start, int end) {
        int m = Str.length(prefix);
        return start <= end - m && Str.regionMatches(str, start, prefix, 0, m);
    }

    public static boolean endsWith(Object str, Object suffix, int start, int end) {
        int m = Str.length(suffix);
        return start <= end - m && Str.regionMatches(str, end - m, suffix, 0, m);
    }

    /** Replaces the first {@code limit} occurrences, all of them when it is negative. */
    public static Object replace(Object str, Object old, Object with, int limit) {
        int n = Str.length(str);
        int m = Str.length(old);
        if (limit == 0 || m > n) {
            return str;
        }
        if (limit < 0 && str instanceof String s && old instanceof String o && with instanceof String w && m > 0) {
            return s.replace(o, w);
        }
        if (m == 0) {
            return interleave(str, with, limit);
        }
        int i = find(str, old, 0, n);
        if (i < 0) {
            return str;
        }
        StrBuilder out = new StrBuilder(n);
        int from = 0;
        for (int left = limit; i >= 0 && left != 0; left--) {
            out.append(str, from, i).append(with);
            from = i + m;
            i = find(str, old, from, n);
        }
        return out.append(str, from, n).build();
    }

    private static Object interleave(Object str, Object with, int limit) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        int left = limit;
        for (int i = 0; i <= n; i++) {
            if (left != 0) {
                out.append(with);
                left--;
            }
            if (i < n) {
                out.append(Str.at(str, i));
            }
        }
        return out.build();
    }
}
