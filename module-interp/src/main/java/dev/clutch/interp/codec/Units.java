package dev.clutch.interp.codec;

/** Numbers of several bytes. */
final class Units {
    private Units() {}

    static int read(byte[] bytes, int at, int size, boolean bigEndian) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (bytes[bigEndian ? at + i : at + size - 1 - i] & 0xFF);
        }
        return value;
    }
}
