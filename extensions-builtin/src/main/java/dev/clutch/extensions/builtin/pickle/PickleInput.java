package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where an unpickler reads: bytes, or a file. From a file that can {@code peek} it looks ahead, and takes the bytes only when they have been used; from others it takes no byte more than the
 * pickle has ({@code _Unpickler_ReadFromFile}).
 */
final class PickleInput {
    private static final long PREFETCH = 1024 * 128;

    private final PickleModule state;
    private final @Nullable Object read;
    private final @Nullable Object readline;
    private final @Nullable Object peek;
    byte[] data;
    /** The next byte. */
    int at;

    private int end;
    /** Where the last line begins. */
    int lineStart;

    /** From here on the bytes were only looked at. */
    private int peeked;

    private PickleInput(
            PickleModule state, @Nullable Object read, @Nullable Object readline, @Nullable Object peek, byte[] data) {
        this.state = state;
        this.read = read;
        this.readline = readline;
        this.peek = peek;
        this.data = data;
        this.end = data.length;
        this.peeked = end;
    }

    static PickleInput ofBytes(PickleModule state, byte[] data) {
        return new PickleInput(state, null, null, null, data);
    }

    static PickleInput ofFile(ThreadState ts, PickleModule state, Object file) {
        Object peek = ts.findAttr(file, "peek");
        Object read = ts.findAttr(file, "read");
        Object readline = ts.findAttr(file, "readline");
        if (read == null || readline == null) {
            throw ts.typeError("file must have 'read' and 'readline' attributes");
        }
        return new PickleInput(state, read, readline, peek, new byte[0]);
    }

    private PythonException truncated(ThreadState ts) {
        return state.unpicklingError(ts, "pickle data was truncated");
    }

    /** Takes from the file what was used of the bytes looked at ({@code _Unpickler_SkipConsumed}). */
    void skipConsumed(ThreadState ts) {
        int consumed = at - peeked;
        if (consumed > 0 && read != null) {
            ts.call(read, (long) consumed);
            peeked = at;
        }
    }

    /** Makes some bytes available at {@link #at}. */
    private void fill(ThreadState ts, int count) {
        if (read == null) {
            throw truncated(ts);
        }
        skipConsumed(ts);
        // what was only looked at is read again with the rest
        take(ts, ts.call(read, (long) count));
        if (end < count) {
            throw truncated(ts);
        }
        Object ahead = peekOrNull(ts);
        if (ahead != null) {
            append(ts.bytesOf(ahead));
        }
    }

    private void take(ThreadState ts, Object got) {
        if (!ts.isBytes(got)) {
            throw ts.typeError(
                    "read() returned non-bytes object (" + ts.typeOf(got).displayName() + ")");
        }
        data = ts.bytesOf(got);
        at = 0;
        end = data.length;
        peeked = end;
    }

    private @Nullable Object peekOrNull(ThreadState ts) {
        try {
            return peek == null ? null : ts.call(peek, PREFETCH);
        } catch (PythonException e) {
            if (ts.matches(e, "NotImplementedError")) {
                return null;
            }
            throw e;
        }
    }

    private void append(byte[] ahead) {
        int n = end;
        data = Arrays.copyOf(data, n + ahead.length);
        System.arraycopy(ahead, 0, data, n, ahead.length);
        end = data.length;
        peeked = n;
    }

    /** Reads bytes: returns where they begin in {@link #data}. */
    int read(ThreadState ts, int count) {
        if (end - at < count) {
            fill(ts, count);
        }
        int from = at;
        at += count;
        return from;
    }

    /** The next opcode; EOFError at the end of the input. */
    int readOp(ThreadState ts) {
        if (at < end) {
            return data[at++] & 0xff;
        }
        try {
            return readByte(ts);
        } catch (PythonException e) {
            throw ts.matches(e, state.unpicklingError) ? ts.error("EOFError", "Ran out of input") : e;
        }
    }

    int readByte(ThreadState ts) {
        int from = read(ts, 1);
        return data[from] & 0xff;
    }

    /** An unsigned number, the least byte first. */
    long readNumber(ThreadState ts, int bytes) {
        int from = read(ts, bytes);
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | data[from + i] & 0xff;
        }
        return value;
    }

    /** Makes sure that a frame is there as a whole, without using it. */
    void readFrame(ThreadState ts, int count) {
        int from = read(ts, count);
        at = from;
    }

    /** Reads a line: returns its length without the newline; it begins at {@link #lineStart}. */
    int readLine(ThreadState ts) {
        for (int i = at; i < end; i++) {
            if (data[i] == '\n') {
                lineStart = at;
                at = i + 1;
                return i - lineStart;
            }
        }
        if (readline == null) {
            throw truncated(ts);
        }
        skipConsumed(ts);
        take(ts, ts.call(readline));
        if (end == 0 || data[end - 1] != '\n') {
            throw truncated(ts);
        }
        lineStart = 0;
        at = end;
        return end - 1;
    }
}
