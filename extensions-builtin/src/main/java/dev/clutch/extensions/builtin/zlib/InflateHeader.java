package dev.clutch.extensions.builtin.zlib;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** The header of a compressed stream, byte by byte: RFC 1950 (zlib) and RFC 1952 (gzip). */
final class InflateHeader {
    private static final int FIXED_GZIP = 10;
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final WindowBits format;
    private int first;
    private int count;
    private boolean isGzip;
    private boolean isComplete;
    private boolean hasDictionary;
    private long dictionaryId;

    // gzip: what is left of the optional parts
    private int flags;
    private int extraLength = -1;
    private int partLength;
    private final CRC32 crc = new CRC32();
    private int crcFound;

    InflateHeader(WindowBits format) {
        this.format = format;
    }

    boolean isComplete() {
        return isComplete;
    }

    boolean isGzip() {
        return isGzip;
    }

    boolean hasDictionary() {
        return hasDictionary;
    }

    long dictionaryId() {
        return dictionaryId;
    }

    void add(byte b) throws DataFormatException {
        int v = b & 0xff;
        count++;
        if (count == 1) {
            first = v;
            crc.update(v);
        } else if (count == 2) {
            crc.update(v);
            second(v);
        } else if (isGzip) {
            gzip(v);
        } else {
            dictionaryId = dictionaryId << 8 | v;
            isComplete = count == 6;
        }
    }

    private void second(int v) throws DataFormatException {
        if (format.gzip() && first == 0x1f && v == 0x8b) {
            isGzip = true;
            return;
        }
        if (!format.zlib() || (first << 8 | v) % 31 != 0) {
            throw new DataFormatException("incorrect header check");
        }
        if ((first & 15) != 8) {
            throw new DataFormatException("unknown compression method");
        }
        int window = (first >> 4) + 8;
        if (window > 15 || format.window() != 0 && window > format.window()) {
            throw new DataFormatException("invalid window size");
        }
        hasDictionary = (v & 0x20) != 0;
        isComplete = !hasDictionary;
    }

    private void gzip(int v) throws DataFormatException {
        if (count <= FIXED_GZIP) {
            crc.update(v);
            if (count == 3 && v != 8) {
                throw new DataFormatException("unknown compression method");
            }
            if (count == 4) {
                if ((v & RESERVED) != 0) {
                    throw new DataFormatException("unknown header flags set");
                }
                flags = v;
            }
        } else {
            part(v);
        }
        isComplete = count >= FIXED_GZIP && (flags & (HAS_EXTRA | HAS_NAME | HAS_COMMENT | HAS_CRC)) == 0;
    }

    /** A byte of the first of the optional parts that is still to come. */
    private void part(int v) throws DataFormatException {
        partLength++;
        if ((flags & HAS_EXTRA) != 0) {
            crc.update(v);
            if (partLength == 1) {
                extraLength = v;
            } else if (partLength == 2) {
                extraLength |= v << 8;
            }
            if (partLength >= 2 && partLength == extraLength + 2) {
                next(HAS_EXTRA);
            }
        } else if ((flags & (HAS_NAME | HAS_COMMENT)) != 0) {
            crc.update(v);
            if (v == 0) {
                next((flags & HAS_NAME) != 0 ? HAS_NAME : HAS_COMMENT);
            }
        } else {
            crcFound |= v << 8 * (partLength - 1);
            if (partLength == 2) {
                if (crcFound != (crc.getValue() & 0xffff)) {
                    throw new DataFormatException("header crc mismatch");
                }
                next(HAS_CRC);
            }
        }
    }

    private void next(int flag) {
        flags &= ~flag;
        partLength = 0;
    }
}
