package dev.clutch.interp.codec;

import java.util.Arrays;

/** Collects bytes. */
final class ByteBuilder {
    private byte[] bytes;
    private int length;

    ByteBuilder(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    private void ensure(int extra) {
        int needed = Math.addExact(length, extra);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
    }

    ByteBuilder append(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteBuilder append(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    ByteBuilder appendAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        return this;
    }

    /** Appends an unsigned number of {@code size} bytes. */
    ByteBuilder append(int value, int size, boolean bigEndian) {
        for (int i = 0; i < size; i++) {
            append(value >> 8 * (bigEndian ? size - 1 - i : i));
        }
        return this;
    }

    int length() {
        return length;
    }

    byte[] build() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
