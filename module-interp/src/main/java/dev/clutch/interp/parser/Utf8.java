package dev.clutch.interp.parser;

/** UTF-8 as CPython's codec sees it. */
final class Utf8 {
    private Utf8() {}

    /** The length of the valid sequence at i, or minus the number of bytes that a decoder skips there. */
    static int sequence(byte[] b, int i, int end) {
        int c = b[i] & 0xFF;
        if (c < 0x80) {
            return 1;
        }
        int need;
        int low = 0x80;
        int high = 0xBF;
        if (c >= 0xC2 && c < 0xE0) {
            need = 1;
        } else if (c >= 0xE0 && c < 0xF0) {
            need = 2;
            low = c == 0xE0 ? 0xA0 : 0x80;
            high = c == 0xED ? 0x9F : 0xBF;
        } else if (c >= 0xF0 && c < 0xF5) {
            need = 3;
            low = c == 0xF0 ? 0x90 : 0x80;
            high = c == 0xF4 ? 0x8F : 0xBF;
        } else {
            return -1;
        }
        for (int k = 1; k <= need; k++) {
            if (i + k >= end) {
                return -k;
            }
            int t = b[i + k] & 0xFF;
            if (t < low || t > high) {
                return -k;
            }
            low = 0x80;
            high = 0xBF;
        }
        return need + 1;
    }

    static int firstInvalid(byte[] b, int from, int end) {
        for (int i = from; i < end; ) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int n = sequence(b, i, end);
            if (n < 0) {
                return i;
            }
            i += n;
        }
        return -1;
    }

    /** The decoder's complaint about the invalid byte at {@code bad}, with positions relative to {@code from}. */
    static String complaint(byte[] b, int from, int bad, int end) {
        int skipped = -sequence(b, bad, end);
        int c = b[bad] & 0xFF;
        String reason;
        if (c < 0xC2 || c > 0xF4) {
            reason = "invalid start byte";
        } else {
            reason = bad + skipped >= end ? "unexpected end of data" : "invalid continuation byte";
        }
        if (skipped == 1) {
            return "'utf-8' codec can't decode byte 0x" + hexByte(b[bad]) + " in position " + (bad - from) + ": "
                    + reason;
        }
        return "'utf-8' codec can't decode bytes in position " + (bad - from) + "-" + (bad - from + skipped - 1) + ": "
                + reason;
    }

    static String hexByte(byte b) {
        return "" + Character.forDigit((b >> 4) & 15, 16) + Character.forDigit(b & 15, 16);
    }

    /** The number of code points in a range; a cut sequence counts as one. */
    static int countCodePoints(byte[] b, int from, int end) {
        int n = 0;
        for (int i = from; i < end; i++) {
            if ((b[i] & 0xC0) != 0x80) {
                n++;
            }
        }
        return n;
    }
}
