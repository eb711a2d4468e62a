package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;

/** What a buffered stream does: reading, and here writing, positions and the end. Answers to {@code bufferedio.c}. */
final class BufferCore extends BufferReads {
    void startReading(ThreadState ts, IoModule state, Object rawStream, long size) {
        isReady = false;
        isDetached = false;
        IoBase.requireReadable(ts, rawStream, state);
        readable = true;
        start(ts, state, rawStream, size);
    }

    void startWriting(ThreadState ts, IoModule state, Object rawStream, long size) {
        isReady = false;
        isDetached = false;
        IoBase.requireWritable(ts, rawStream, state);
        writable = true;
        start(ts, state, rawStream, size);
    }

    void startBoth(ThreadState ts, IoModule state, Object rawStream, long size) {
        isReady = false;
        isDetached = false;
        IoBase.requireSeekable(ts, rawStream, state);
        IoBase.requireReadable(ts, rawStream, state);
        IoBase.requireWritable(ts, rawStream, state);
        readable = true;
        writable = true;
        start(ts, state, rawStream, size);
    }

    /** Whether something was written that the raw stream doesn't have. */
    boolean isDirty() {
        return isReady && hasWrite() && writeStart != writeEnd;
    }

    void write(ThreadState ts, PyObject self, byte[] bytes, int offset, int length) {
        requireRaw(ts);
        enter(ts, self);
        try {
            if (isClosed(ts)) {
                throw ts.valueError("write to closed file");
            }
            put(ts, bytes, offset, length);
        } finally {
            leave();
        }
    }

    private void put(ThreadState ts, byte[] bytes, int offset, int length) {
        if (!hasRead() && !hasWrite()) {
            position = 0;
            rawPosition = 0;
        }
        if (length <= bufferSize - position && length < bufferSize) {
            System.arraycopy(bytes, offset, buffer, position, length);
            if (!hasWrite() || writeStart > position) {
                writeStart = position;
            }
            moveTo(position + length);
            if (writeEnd < position) {
                writeEnd = position;
            }
            return;
        }
        try {
            flushWrites(ts);
        } catch (PythonException e) {
            if (!ts.matches(e, "BlockingIOError")) {
                throw e;
            }
            keep(ts, bytes, offset, length);
            return;
        }
        long ahead = rawOffset();
        if (ahead != 0) {
            rawSeek(ts, -ahead, 1);
            rawPosition -= ahead;
        }
        int written = writeLarge(ts, bytes, offset, length);
        int rest = length - written;
        if (readable) {
            resetRead();
        }
        System.arraycopy(bytes, offset + written, buffer, 0, rest);
        writeStart = 0;
        writeEnd = rest;
        moveTo(rest);
        rawPosition = 0;
    }

    /** Writes to the raw stream until the rest fits into the buffer; returns how much went. */
    private int writeLarge(ThreadState ts, byte[] bytes, int offset, int length) {
        int written = 0;
        while (length - written > bufferSize) {
            int n = rawWrite(ts, bytes, offset + written, length - written);
            if (n == WOULD_BLOCK) {
                System.arraycopy(bytes, offset + written, buffer, 0, bufferSize);
                rawPosition = 0;
                moveTo(bufferSize);
                writeStart = 0;
                writeEnd = bufferSize;
                throw blocked(ts, written + bufferSize);
            }
            written += n;
            ts.checkInterrupts();
        }
        return written;
    }

    /** The raw stream takes nothing now: keeps as much as has room. */
    private void keep(ThreadState ts, byte[] bytes, int offset, int length) {
        if (readable) {
            resetRead();
        }
        System.arraycopy(buffer, writeStart, buffer, 0, writeEnd - writeStart);
        writeEnd -= writeStart;
        rawPosition -= writeStart;
        position -= writeStart;
        writeStart = 0;
        int room = bufferSize - writeEnd;
        int kept = Math.min(room, length);
        System.arraycopy(bytes, offset, buffer, writeEnd, kept);
        writeEnd += kept;
        position += kept;
        if (kept < length) {
            throw blocked(ts, kept);
        }
    }

    void flush(ThreadState ts, PyObject self) {
        requireRaw(ts);
        requireOpen(ts, "flush of closed file");
        enter(ts, self);
        try {
            flushAndRewind(ts);
        } finally {
            leave();
        }
    }

    long tell(ThreadState ts, PyObject self) {
        requireRaw(ts);
        return Math.max(0, rawTell(ts) - rawOffset());
    }

    long seek(ThreadState ts, PyObject self, IoModule state, Object offset, int whence) {
        requireRaw(ts);
        if (whence < 0 || whence > 4) {
            throw ts.valueError("whence value " + whence + " unsupported");
        }
        requireOpen(ts, "seek of closed file");
        IoBase.requireSeekable(ts, requireRaw(ts), state);
        long target = IoErrors.offset(ts, offset);
        if (whence <= 1 && readable) {
            long current = knownRawPosition(ts);
            int ahead = readAhead();
            if (ahead > 0) {
                long distance = whence == 0 ? target - (current - rawOffset()) : target;
                if (distance >= -position && distance <= ahead) {
                    position += (int) distance;
                    return current - ahead + distance;
                }
            }
        }
        enter(ts, self);
        try {
            if (writable) {
                flushWrites(ts);
            }
            if (whence == 1) {
                target -= rawOffset();
            }
            long n = rawSeek(ts, target, whence);
            rawPosition = -1;
            if (readable) {
                resetRead();
            }
            return n;
        } finally {
            leave();
        }
    }

    Object truncate(ThreadState ts, PyObject self, IoModule state, Object size) {
        requireRaw(ts);
        requireOpen(ts, "truncate of closed file");
        if (!writable) {
            throw IoErrors.unsupported(ts, state, "truncate");
        }
        enter(ts, self);
        try {
            flushAndRewind(ts);
            Object result = ts.callMethod(requireRaw(ts), "truncate", size);
            try {
                rawTell(ts);
            } catch (PythonException e) {
                absolutePosition = -1;
            }
            return result;
        } finally {
            leave();
        }
    }

    void close(ThreadState ts, PyObject self) {
        Object stream = requireRaw(ts);
        enter(ts, self);
        try {
            if (isRawClosed(ts)) {
                return;
            }
            if (finalizing) {
                warnUnclosed(ts, self);
            }
        } finally {
            leave();
        }
        PythonException first = null;
        try {
            ts.callMethod(self, "flush");
        } catch (PythonException e) {
            first = e;
        }
        enter(ts, self);
        try {
            ts.callMethod(stream, "close");
        } catch (PythonException e) {
            throw first == null ? e : Chaining.chain(ts, e, first);
        } finally {
            buffer = new byte[0];
            isReleased = true;
            readEnd = -1;
            writeEnd = -1;
            leave();
        }
        if (first != null) {
            throw first;
        }
    }

    /** {@code raw._dealloc_warn(source)}. */
    void warnUnclosed(ThreadState ts, Object source) {
        Object stream = raw;
        if (!isReady || stream == null) {
            return;
        }
        try {
            ts.callMethod(stream, "_dealloc_warn", source);
        } catch (PythonException e) {
            // a raw stream of Python code needs no such method
            return;
        }
    }

    Object detach(ThreadState ts, PyObject self) {
        requireRaw(ts);
        ts.callMethod(self, "flush");
        Object stream = requireRaw(ts);
        raw = null;
        file = null;
        isDetached = true;
        isReady = false;
        Finalizing.release(ts, stream);
        return stream;
    }
}
