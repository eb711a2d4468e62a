package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects what is written, in frames from protocol 4 on, and passes finished frames to a file ({@code _Pickler_Write} and its like). */
final class PickleOutput {
    private static final int FRAME_TARGET = 64 * 1024;
    private static final int FRAME_LEAST = 4;
    private static final int FRAME_HEADER = 9;

    /** The file's method, null where bytes are asked for. */
    private final @Nullable Object write;

    private byte[] buffer = new byte[256];
    private int length;
    private boolean framing;
    private int frameStart = -1;

    PickleOutput(@Nullable Object write) {
        this.write = write;
    }

    void clear() {
        length = 0;
        frameStart = -1;
        framing = false;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    private void reserve(int count) {
        int extra = count;
        boolean opens = framing && frameStart < 0;
        if (opens) {
            extra += FRAME_HEADER;
        }
        if (buffer.length - length < extra) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, extra), length + (length >> 1)));
        }
        if (opens) {
            frameStart = length;
            length += FRAME_HEADER;
        }
    }

    void op(int op) {
        reserve(1);
        buffer[length++] = (byte) op;
    }

    /** An opcode and a byte. */
    void op1(int op, int value) {
        reserve(2);
        buffer[length++] = (byte) op;
        buffer[length++] = (byte) value;
    }

    /** An opcode and a number of some bytes, the least first. */
    void op(int op, long value, int bytes) {
        reserve(1 + bytes);
        buffer[length++] = (byte) op;
        long rest = value;
        for (int i = 0; i < bytes; i++) {
            buffer[length++] = (byte) rest;
            rest >>= 8;
        }
    }

    void bytes(byte[] data, int offset, int count) {
        reserve(count);
        System.arraycopy(data, offset, buffer, length, count);
        length += count;
    }

    /** Latin-1 text. */
    void text(String s) {
        int n = s.length();
        reserve(n);
        for (int i = 0; i < n; i++) {
            buffer[length++] = (byte) s.charAt(i);
        }
    }

    void startFraming() {
        framing = true;
    }

    /** Called between two objects: a frame that is large enough ends here. */
    void boundary(ThreadState ts) {
        if (framing && frameStart >= 0 && length - frameStart - FRAME_HEADER >= FRAME_TARGET) {
            closeFrame();
            if (write != null) {
                flush(ts);
            }
        }
    }

    private void closeFrame() {
        if (!framing || frameStart < 0) {
            return;
        }
        int start = frameStart;
        frameStart = -1;
        int size = length - start - FRAME_HEADER;
        if (size < FRAME_LEAST) {
            System.arraycopy(buffer, start + FRAME_HEADER, buffer, start, size);
            length -= FRAME_HEADER;
            return;
        }
        buffer[start] = (byte) Op.FRAME;
        long rest = size;
        for (int i = 1; i < FRAME_HEADER; i++) {
            buffer[start + i] = (byte) rest;
            rest >>= 8;
        }
    }

    /**
     * Data behind a header; much of it is no part of a frame, and goes to the file as it is.
     *
     * @param payload the object to give to the file, null for the bytes
     */
    void data(
            ThreadState ts,
            int op,
            long size,
            int sizeBytes,
            byte[] data,
            int offset,
            int count,
            @Nullable Object payload) {
        boolean bypasses = count >= FRAME_TARGET;
        boolean was = framing;
        if (bypasses) {
            closeFrame();
            framing = false;
        }
        op(op, size, sizeBytes);
        if (bypasses && write != null) {
            flush(ts);
            Object all = payload;
            if (all == null) {
                all = ts.newBytes(Arrays.copyOfRange(data, offset, offset + count));
            }
            ts.call(write, all);
        } else {
            bytes(data, offset, count);
        }
        framing = was;
    }

    void end(ThreadState ts) {
        op(Op.STOP);
        closeFrame();
        framing = false;
        if (write != null) {
            flush(ts);
        }
    }

    private void flush(ThreadState ts) {
        if (write != null) {
            Object all = ts.newBytes(toByteArray());
            length = 0;
            frameStart = -1;
            ts.call(write, all);
        }
    }
}
