package dev.clutch.extensions.builtin.zlib;

import java.util.Arrays;

/** Output of unknown length, to write into directly. */
final class ByteSink {
    private static final int FIRST = 16 * 1024;

    private byte[] bytes;
    private int size;

    ByteSink(int expected) {
        bytes = new byte[Math.max(16, Math.min(expected, FIRST))];
    }

    /** Makes room, if only for a byte, and returns the array. */
    byte[] room() {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L));
        }
        return bytes;
    }

    int free() {
        return bytes.length - size;
    }

    int size() {
        return size;
    }

    void added(int count) {
        size += count;
    }

    void write(int b) {
        room()[size++] = (byte) b;
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
