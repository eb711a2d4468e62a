package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reading through the buffer. Answers to the readers of {@code bufferedio.c}. */
abstract class BufferReads extends BufferState {
    private static final byte[] EMPTY = {};

    /** How much is asked of the raw stream at once when much more is wanted. */
    private static final int LARGE = 1 << 24;

    /** What is in the buffer, at least one byte of it unless at the end. */
    Object peek(ThreadState ts, PyObject self) {
        requireOpen(ts, "peek of closed file");
        enter(ts, self);
        try {
            if (writable) {
                flushAndRewind(ts);
            }
            int have = readAhead();
            if (have > 0) {
                return ts.newBytes(Arrays.copyOfRange(buffer, position, position + have));
            }
            resetRead();
            int n = Math.max(0, fill(ts));
            position = 0;
            return ts.newBytes(Arrays.copyOf(buffer, n));
        } finally {
            leave();
        }
    }

    /** As many bytes as wanted from the buffer alone, null when it doesn't have so many. */
    private byte @Nullable [] takeBuffered(long n) {
        if (n > readAhead()) {
            return null;
        }
        byte[] bytes = Arrays.copyOfRange(buffer, position, position + (int) n);
        position += (int) n;
        return bytes;
    }

    /** Bytes, or None when nothing could be had without blocking. */
    Object read(ThreadState ts, PyObject self, long n) {
        requireRaw(ts);
        if (n < -1) {
            throw ts.valueError("read length must be non-negative or -1");
        }
        requireOpen(ts, "read of closed file");
        if (n >= 0) {
            byte[] bytes = takeBuffered(n);
            if (bytes != null) {
                return ts.newBytes(bytes);
            }
        }
        enter(ts, self);
        try {
            if (n < 0) {
                return readAll(ts);
            }
            byte[] bytes = takeBuffered(n);
            if (bytes == null) {
                bytes = readMany(ts, n);
            }
            return bytes == null ? Singleton.NONE : ts.newBytes(bytes);
        } finally {
            leave();
        }
    }

    Object read1(ThreadState ts, PyObject self, long size) {
        byte[] bytes = read1Bytes(ts, self, size);
        return ts.newBytes(bytes);
    }

    /** At most one call of the raw stream; empty at the end and when it would block. */
    byte[] read1Bytes(ThreadState ts, PyObject self, long size) {
        requireRaw(ts);
        long n = size < 0 ? bufferSize : size;
        requireOpen(ts, "read of closed file");
        if (n == 0) {
            return EMPTY;
        }
        int have = readAhead();
        if (have > 0) {
            byte[] bytes = takeBuffered(Math.min(have, n));
            return bytes == null ? EMPTY : bytes;
        }
        byte[] bytes = new byte[(int) Math.min(n, LARGE)];
        enter(ts, self);
        try {
            resetRead();
            int got = rawRead(ts, bytes, 0, bytes.length);
            return got == bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(0, got));
        } finally {
            leave();
        }
    }

    /** The number of bytes, or None when nothing could be had without blocking. */
    Object readInto(ThreadState ts, PyObject self, Object target, boolean once) {
        requireRaw(ts);
        requireOpen(ts, "readinto of closed file");
        try (BufferView view = ByteViews.writable(ts, target, once ? "readinto1" : "readinto")) {
            int length = view.length();
            int written = Math.min(readAhead(), length);
            System.arraycopy(buffer, position, view.array(), view.offset(), written);
            position += written;
            if (written == length) {
                return (long) written;
            }
            enter(ts, self);
            try {
                if (writable) {
                    flushAndRewind(ts);
                }
                resetRead();
                position = 0;
                while (written < length) {
                    int remaining = length - written;
                    int n;
                    if (remaining > bufferSize) {
                        n = rawRead(ts, view.array(), view.offset() + written, remaining);
                    } else if (once && written > 0) {
                        n = 0;
                    } else {
                        n = fill(ts);
                        if (n > 0) {
                            n = Math.min(n, remaining);
                            System.arraycopy(buffer, position, view.array(), view.offset() + written, n);
                            position += n;
                            written += n;
                            if (once) {
                                break;
                            }
                            continue;
                        }
                    }
                    if (n == 0 || n == WOULD_BLOCK && written > 0) {
                        break;
                    }
                    if (n == WOULD_BLOCK) {
                        return Singleton.NONE;
                    }
                    written += n;
                    if (once) {
                        break;
                    }
                }
                return (long) written;
            } finally {
                leave();
            }
        }
    }

    /** {@code _bufferedreader_read_all}. */
    private Object readAll(ThreadState ts) {
        byte[] first = Arrays.copyOfRange(buffer, position, position + Math.max(0, readAhead()));
        position += first.length;
        if (writable) {
            flushAndRewind(ts);
        }
        resetRead();
        FileIo f = file;
        if (f != null && f.core.readable) {
            absolutePosition = -1;
            byte[] rest = f.core.readAll(ts);
            if (rest == null) {
                return first.length == 0 ? Singleton.NONE : ts.newBytes(first);
            }
            return ts.newBytes(first.length == 0 ? rest : joined(first, rest));
        }
        Object stream = requireRaw(ts);
        Object readAll = ts.findAttr(stream, "readall");
        if (readAll != null) {
            absolutePosition = -1;
            Object rest = ts.call(readAll);
            if (rest != Singleton.NONE && !ts.isBytes(rest)) {
                throw ts.typeError("readall() should return bytes");
            }
            if (first.length == 0) {
                return rest;
            }
            return ts.newBytes(rest == Singleton.NONE ? first : joined(first, ByteViews.copy(ts, rest)));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(first, 0, first.length);
        while (true) {
            Object chunk = ts.callMethod(stream, "read");
            if (chunk != Singleton.NONE && !ts.isBytes(chunk)) {
                throw ts.typeError("read() should return bytes");
            }
            byte[] bytes = chunk == Singleton.NONE ? EMPTY : ByteViews.copy(ts, chunk);
            if (bytes.length == 0) {
                return all.size() == 0 ? chunk : ts.newBytes(all.toByteArray());
            }
            all.write(bytes, 0, bytes.length);
            if (absolutePosition != -1) {
                absolutePosition += bytes.length;
            }
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** More than the buffer has; null when nothing could be had without blocking ({@code _bufferedreader_read_generic}). */
    private byte @Nullable [] readMany(ThreadState ts, long wanted) {
        if (wanted > Integer.MAX_VALUE - 8) {
            throw ts.error("MemoryError", "");
        }
        int n = (int) wanted;
        byte[] out = new byte[Math.min(n, Math.max(LARGE, bufferSize))];
        int written = readAhead();
        System.arraycopy(buffer, position, out, 0, written);
        position += written;
        if (writable) {
            flushAndRewind(ts);
        }
        resetRead();
        while (n - written >= bufferSize) {
            int blocks = (n - written) / bufferSize * bufferSize;
            if (written + Math.min(blocks, LARGE) > out.length) {
                out = Arrays.copyOf(out, (int) Math.min(n, 2L * out.length + LARGE));
            }
            int got = rawRead(ts, out, written, Math.min(blocks, out.length - written));
            if (got <= 0) {
                return got == 0 || written > 0 ? Arrays.copyOf(out, written) : null;
            }
            written += got;
        }
        out = out.length == n ? out : Arrays.copyOf(out, n);
        position = 0;
        rawPosition = 0;
        readEnd = 0;
        while (written < n && readEnd < bufferSize) {
            int got = fill(ts);
            if (got <= 0) {
                return got == 0 || written > 0 ? Arrays.copyOf(out, written) : null;
            }
            int used = Math.min(got, n - written);
            System.arraycopy(buffer, position, out, written, used);
            written += used;
            position += used;
        }
        return written == n ? out : Arrays.copyOf(out, written);
    }

    private int indexOfLineFeed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    byte[] readLine(ThreadState ts, PyObject self, long size) {
        requireRaw(ts);
        requireOpen(ts, "readline of closed file");
        long limit = size < 0 ? Long.MAX_VALUE : size;
        int n = (int) Math.min(readAhead(), limit);
        int end = indexOfLineFeed(position, position + n);
        if (end >= 0 || n == limit) {
            byte[] line = Arrays.copyOfRange(buffer, position, end >= 0 ? end + 1 : position + n);
            position += line.length;
            return line;
        }
        enter(ts, self);
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.write(buffer, position, n);
            position += n;
            limit -= n;
            if (writable) {
                flushAndRewind(ts);
            }
            while (true) {
                resetRead();
                n = fill(ts);
                if (n <= 0) {
                    break;
                }
                n = (int) Math.min(n, limit);
                end = indexOfLineFeed(0, n);
                if (end >= 0 || n == limit) {
                    position = end >= 0 ? end + 1 : n;
                    line.write(buffer, 0, position);
                    break;
                }
                line.write(buffer, 0, n);
                position = n;
                limit -= n;
            }
            return line.toByteArray();
        } finally {
            leave();
        }
    }
}
