package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import org.jspecify.annotations.Nullable;

/**
 * The buffer of a stream of bytes: a window onto the raw stream. Answers to the structure {@code buffered} of {@code bufferedio.c} and what touches the raw stream.
 *
 * <p>The window holds what was read and, in it, what was written and is not yet in the raw stream. {@link #rawPosition} is where in the window the raw stream stands.
 */
abstract class BufferState {
    static final int WOULD_BLOCK = FileCore.WOULD_BLOCK;

    private final StreamLock lock = new StreamLock();

    /** Null before {@code __init__} and when detached. */
    @Nullable
    Object raw;

    /** The raw stream when it is exactly a FileIO, whose core is called directly. */
    @Nullable
    FileIo file;

    boolean isReady;
    boolean isDetached;
    boolean finalizing;
    boolean unwatched;
    boolean readable;
    boolean writable;

    byte[] buffer = new byte[0];

    /** Whether the buffer was given back, by close. */
    boolean isReleased = true;

    int bufferSize;

    /** The logical position in the window. */
    int position;

    /** End of what was read, -1 when nothing valid is there. */
    int readEnd = -1;

    /** What is to be written: from here ... */
    int writeStart;

    /** ... to here, -1 when there is nothing valid. */
    int writeEnd = -1;

    /** Where in the window the raw stream stands. */
    long rawPosition;

    /** Where the raw stream itself says that it stands, -1 unknown. */
    long absolutePosition = -1;

    /** {@code _buffered_init} for streams that the caller has checked. */
    void start(ThreadState ts, IoModule state, Object rawStream, long size) {
        isReady = false;
        isDetached = false;
        if (size <= 0) {
            throw ts.valueError("buffer size must be strictly positive");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw ts.error("MemoryError", "");
        }
        raw = rawStream;
        file = rawStream instanceof FileIo f && f.type() == state.fileIo(ts) ? f : null;
        bufferSize = (int) size;
        buffer = new byte[bufferSize];
        isReleased = false;
        position = 0;
        readEnd = -1;
        writeStart = 0;
        writeEnd = -1;
        rawPosition = 0;
        absolutePosition = -1;
        if (file == null) {
            // a file is asked when it matters, which saves a system call
            try {
                rawTell(ts);
            } catch (PythonException e) {
                absolutePosition = -1;
            }
        }
        Finalizing.takeOver(ts, rawStream);
        isReady = true;
    }

    Object requireRaw(ThreadState ts) {
        Object r = raw;
        if (!isReady || r == null) {
            throw isDetached ? ts.valueError("raw stream has been detached") : IoErrors.uninitialized(ts);
        }
        return r;
    }

    boolean isClosed(ThreadState ts) {
        return isReleased || isRawClosed(ts);
    }

    /** What the raw stream says; one of Python code may say that it is still open after close. */
    boolean isRawClosed(ThreadState ts) {
        FileIo f = file;
        return f != null ? f.core.isClosed() : ts.isTrue(ts.getAttr(requireRaw(ts), "closed"));
    }

    /** ValueError when the raw stream is closed and nothing is left in the buffer. */
    void requireOpen(ThreadState ts, String message) {
        requireRaw(ts);
        if (isClosed(ts) && readAhead() == 0) {
            throw ts.valueError(message);
        }
    }

    void enter(ThreadState ts, PyObject self) {
        lock.enter(ts, self);
    }

    void leave() {
        lock.leave();
    }

    boolean hasRead() {
        return readable && readEnd != -1;
    }

    boolean hasWrite() {
        return writable && writeEnd != -1;
    }

    int readAhead() {
        return hasRead() ? readEnd - position : 0;
    }

    /** How far the raw stream is ahead of the logical position. */
    long rawOffset() {
        return (hasRead() || hasWrite()) && rawPosition >= 0 ? rawPosition - position : 0;
    }

    void moveTo(int p) {
        position = p;
        if (hasRead() && readEnd < p) {
            readEnd = p;
        }
    }

    void resetRead() {
        readEnd = -1;
    }

    void resetWrite() {
        writeStart = 0;
        writeEnd = -1;
    }

    long rawTell(ThreadState ts) {
        FileIo f = file;
        Object n = f != null ? (Object) f.core.seek(ts, 0, 1) : ts.callMethod(requireAnyRaw(ts), "tell");
        return noted(ts, IoErrors.offset(ts, n));
    }

    long rawSeek(ThreadState ts, long target, int whence) {
        FileIo f = file;
        Object n = f != null
                ? (Object) f.core.seek(ts, target, whence)
                : ts.callMethod(requireAnyRaw(ts), "seek", target, (long) whence);
        return noted(ts, IoErrors.offset(ts, n));
    }

    private Object requireAnyRaw(ThreadState ts) {
        Object r = raw;
        return r == null ? requireRaw(ts) : r;
    }

    private long noted(ThreadState ts, long n) {
        if (n < 0) {
            throw ts.error("OSError", "Raw stream returned invalid position " + n);
        }
        absolutePosition = n;
        return n;
    }

    /** The raw position as far as it is known without asking. */
    long knownRawPosition(ThreadState ts) {
        return absolutePosition != -1 ? absolutePosition : rawTell(ts);
    }

    /** Reads from the raw stream: the number of bytes, 0 at the end, {@link #WOULD_BLOCK}. */
    int rawRead(ThreadState ts, byte[] target, int offset, int length) {
        FileIo f = file;
        int n;
        if (f != null && f.core.readable) {
            n = f.core.read(ts, target, offset, length);
        } else {
            n = callRaw(ts, "readinto", target, offset, length);
        }
        if (n > 0 && absolutePosition != -1) {
            absolutePosition += n;
        }
        return n;
    }

    /** Writes to the raw stream: the number of bytes, {@link #WOULD_BLOCK}. */
    int rawWrite(ThreadState ts, byte[] source, int offset, int length) {
        FileIo f = file;
        int n;
        if (f != null && f.core.writable) {
            n = f.core.write(ts, source, offset, length);
        } else {
            n = callRaw(ts, "write", source, offset, length);
        }
        if (n > 0 && absolutePosition != -1) {
            absolutePosition += n;
        }
        return n;
    }

    private int callRaw(ThreadState ts, String method, byte[] array, int offset, int length) {
        Object result;
        Object stream = requireAnyRaw(ts);
        Object view = ByteViews.memory(ts, stream, array, offset, length, method.equals("write"));
        while (true) {
            try {
                result = ts.callMethod(stream, method, view);
                break;
            } catch (PythonException e) {
                if (!IoErrors.retry(ts, e)) {
                    throw e;
                }
            }
        }
        if (result == Singleton.NONE) {
            return WOULD_BLOCK;
        }
        long n;
        try {
            n = ts.asLong(result);
        } catch (PythonException e) {
            if (method.equals("write")) {
                throw e;
            }
            throw ts.withCause(ts.error("OSError", "raw readinto() failed"), e);
        }
        if (n < 0 || n > length) {
            throw ts.error(
                    "OSError",
                    "raw " + method + "() returned invalid length " + n + " (should have been between 0 and " + length
                            + ")");
        }
        return (int) n;
    }

    /** What is raised where a write would block; a raw stream of Python code has no errno. */
    PythonException blocked(ThreadState ts, int written) {
        return IoErrors.blocking(ts, file == null ? 0 : Errno.EAGAIN, written);
    }

    /** Reads behind what is in the buffer. */
    int fill(ThreadState ts) {
        int start = hasRead() ? readEnd : 0;
        int n = rawRead(ts, buffer, start, bufferSize - start);
        if (n > 0) {
            readEnd = start + n;
            rawPosition = readEnd;
        }
        return n;
    }

    /** Writes what is to be written; the buffer stays as it is as far as that would block. */
    void flushWrites(ThreadState ts) {
        if (hasWrite() && writeStart != writeEnd) {
            long rewind = rawOffset() + (position - writeStart);
            if (rewind != 0) {
                rawSeek(ts, -rewind, 1);
                rawPosition -= rewind;
            }
            while (writeStart < writeEnd) {
                int n = rawWrite(ts, buffer, writeStart, writeEnd - writeStart);
                if (n == WOULD_BLOCK) {
                    throw blocked(ts, 0);
                }
                writeStart += n;
                rawPosition = writeStart;
                ts.checkInterrupts();
            }
        }
        resetWrite();
    }

    /** Brings the raw stream to the logical position. */
    void flushAndRewind(ThreadState ts) {
        flushWrites(ts);
        if (readable) {
            long ahead = rawOffset();
            try {
                if (ahead != 0) {
                    rawSeek(ts, -ahead, 1);
                }
            } finally {
                resetRead();
            }
        }
    }
}
