package dev.clutch.extensions.builtin.socket;

import org.jspecify.annotations.Nullable;

/** Numeric addresses as text: inet_aton(3), inet_pton(3), inet_ntop(3). */
final class InetText {
    private InetText() {}

    /** The generous form of inet_aton: one to four numbers, decimal, octal or hexadecimal; null when it is none. */
    static byte @Nullable [] aton(String text) {
        long[] parts = new long[4];
        int count = 0;
        int i = 0;
        int n = text.length();
        while (true) {
            int base = 10;
            if (i < n && text.charAt(i) == '0') {
                base = i + 1 < n && (text.charAt(i + 1) | 32) == 'x' ? 16 : 8;
                i += base == 16 ? 2 : 0;
            }
            int start = i;
            long value = 0;
            while (i < n && Character.digit(text.charAt(i), base) >= 0 && text.charAt(i) < 128) {
                value = value * base + Character.digit(text.charAt(i++), base);
                if (value > 0xFFFFFFFFL) {
                    return null;
                }
            }
            if (i == start || count == 4) {
                return null;
            }
            parts[count++] = value;
            if (i >= n || text.charAt(i) != '.') {
                break;
            }
            i++;
        }
        if (i < n && " \t\n\u000b\f\r".indexOf(text.charAt(i)) < 0) {
            return null;
        }
        long address = 0;
        for (int k = 0; k < count - 1; k++) {
            if (parts[k] > 255) {
                return null;
            }
            address |= parts[k] << 24 - 8 * k;
        }
        long last = parts[count - 1];
        if (last >> 8 * (5 - count) != 0) {
            return null;
        }
        address |= last;
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    /** Four decimal numbers. */
    static byte @Nullable [] ipv4(String text) {
        byte[] out = new byte[4];
        int i = 0;
        for (int k = 0; k < 4; k++) {
            int start = i;
            int value = 0;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9' && i - start < 3) {
                value = value * 10 + text.charAt(i++) - '0';
            }
            if (i == start || value > 255 || i - start > 1 && text.charAt(start) == '0') {
                return null;
            }
            out[k] = (byte) value;
            if (k < 3 && (i >= text.length() || text.charAt(i++) != '.')) {
                return null;
            }
        }
        return i == text.length() ? out : null;
    }

    static byte @Nullable [] ipv6(String text) {
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int i = 0;
        int n = text.length();
        if (n > 0 && text.charAt(0) == ':') {
            if (!text.startsWith("::")) {
                return null;
            }
            i = 1;
        }
        while (i < n) {
            if (text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                i++;
                continue;
            }
            int start = i;
            int value = 0;
            while (i < n && i - start < 4 && text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0) {
                value = value * 16 + Character.digit(text.charAt(i++), 16);
            }
            if (i < n && text.charAt(i) == '.') {
                byte[] tail = ipv4(text.substring(start));
                if (tail == null || count > 6) {
                    return null;
                }
                groups[count++] = (tail[0] & 0xFF) << 8 | tail[1] & 0xFF;
                groups[count++] = (tail[2] & 0xFF) << 8 | tail[3] & 0xFF;
                i = n;
                break;
            }
            if (i == start || count == 8) {
                return null;
            }
            groups[count++] = value;
            if (i < n) {
                if (text.charAt(i++) != ':' || i == n) {
                    return null;
                }
            }
        }
        if (gap < 0 ? count != 8 : count == 8) {
            return null;
        }
        byte[] out = new byte[16];
        int missing = 8 - count;
        for (int k = 0; k < count; k++) {
            int at = gap >= 0 && k >= gap ? k + missing : k;
            out[2 * at] = (byte) (groups[k] >> 8);
            out[2 * at + 1] = (byte) groups[k];
        }
        return out;
    }

    static String ipv4(byte[] a) {
        return (a[0] & 0xFF) + "." + (a[1] & 0xFF) + "." + (a[2] & 0xFF) + "." + (a[3] & 0xFF);
    }

    /** As glibc writes it: the longest run of at least two zero groups becomes "::". */
    static String ipv6(byte[] a) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (a[2 * i] & 0xFF) << 8 | a[2 * i + 1] & 0xFF;
        }
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                best = i;
                length = end - i;
            }
            i = Math.max(i, end);
        }
        boolean isMapped = best == 0 && (length == 6 || length == 5 && groups[5] == 0xFFFF);
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }
            if (i == 6 && isMapped) {
                return out.append(ipv4(new byte[] {a[12], a[13], a[14], a[15]})).toString();
            }
            out.append(Integer.toHexString(groups[i]));
            if (i < 7) {
                out.append(':');
            }
        }
        return out.toString();
    }
}
