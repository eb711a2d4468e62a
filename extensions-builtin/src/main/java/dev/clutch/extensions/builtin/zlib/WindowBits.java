package dev.clutch.extensions.builtin.zlib;

/**
 * What {@code wbits} says.
 *
 * @param zlib whether the data may have the header of zlib
 * @param gzip whether the data may have the header of gzip; when neither, they have none
 * @param window the logarithm of the window's size, 0 for what the header says
 */
record WindowBits(boolean zlib, boolean gzip, int window) {
    /** Whether the data have neither header nor checksum. */
    boolean raw() {
        return !zlib && !gzip;
    }

    /** {@code deflateInit2_}; null when zlib does not take it. */
    static @org.jspecify.annotations.Nullable WindowBits toCompress(int wbits) {
        if (wbits < 0) {
            return wbits < -15 || wbits > -9 ? null : new WindowBits(false, false, -wbits);
        }
        int window = wbits > 15 ? wbits - 16 : wbits;
        if (window < 8 || window > 15 || wbits > 15 && window == 8) {
            return null;
        }
        return new WindowBits(wbits <= 15, wbits > 15, Math.max(window, 9));
    }

    /** {@code inflateReset2}; null when zlib does not take it. */
    static @org.jspecify.annotations.Nullable WindowBits toDecompress(int wbits) {
        if (wbits < 0) {
            return wbits < -15 || wbits > -8 ? null : new WindowBits(false, false, -wbits);
        }
        int wrap = wbits >> 4;
        int window = wbits < 48 ? wbits & 15 : wbits;
        if (window != 0 && (window < 8 || window > 15)) {
            return null;
        }
        return new WindowBits(wrap != 1, wrap == 1 || wrap == 2, window);
    }
}
