package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What a text stream does: reading, writing, and here positions, reconfiguration and the end. Answers to {@code textio.c}. */
final class TextCore extends TextReading {
    void flush(ThreadState ts, IoModule state, PyObject self) {
        Object stream = open(ts, state, self);
        telling = seekable;
        flushPending(ts);
        ts.callMethod(stream, "flush");
    }

    private void setDecoderState(ThreadState ts, TextDecoder d, PositionCookie cookie) {
        if (cookie.start == 0 && cookie.flags == 0) {
            d.reset(ts);
        } else {
            d.setState(ts, new TextDecoder.State(TextDecoder.NOTHING, cookie.flags));
        }
    }

    private void resetEncoder(ThreadState ts, boolean atStart) {
        Object e = encoder;
        if (e == null) {
            return;
        }
        if (atStart) {
            ts.callMethod(e, "reset");
        } else {
            ts.callMethod(e, "setstate", 0L);
        }
    }

    Object seek(ThreadState ts, IoModule state, PyObject self, Object position, int whence) {
        Object stream = open(ts, state, self);
        if (!seekable) {
            throw IoErrors.unsupported(ts, state, "underlying stream is not seekable");
        }
        Object target = position;
        if (whence == 1) {
            if (!ts.equal(target, 0L)) {
                throw IoErrors.unsupported(ts, state, "can't do nonzero cur-relative seeks");
            }
            target = ts.callMethod(self, "tell");
        } else if (whence == 2) {
            if (!ts.equal(target, 0L)) {
                throw IoErrors.unsupported(ts, state, "can't do nonzero end-relative seeks");
            }
            ts.callMethod(self, "flush");
            forgetDecoded();
            TextDecoder d = decoder;
            if (d != null) {
                d.reset(ts);
            }
            Object end = ts.callMethod(stream, "seek", 0L, 2L);
            resetEncoder(ts, ts.equal(end, 0L));
            return end;
        } else if (whence != 0) {
            throw ts.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
        }
        if (ts.compareBool(dev.clutch.extension.spi.Slot.LT, target, 0L)) {
            throw ts.valueError("negative seek position " + ts.reprText(target));
        }
        ts.callMethod(self, "flush");
        PositionCookie cookie = PositionCookie.parse(ts, target);
        ts.callMethod(stream, "seek", cookie.start);
        forgetDecoded();
        TextDecoder d = decoder;
        if (d != null) {
            setDecoderState(ts, d, cookie);
        }
        if (cookie.skip != 0) {
            restore(ts, stream, decoder(ts, state), cookie);
        } else {
            snapshot = new TextDecoder.State(TextDecoder.NOTHING, cookie.flags);
        }
        resetEncoder(ts, cookie.start == 0 && cookie.flags == 0);
        return target;
    }

    /** Decodes from the last safe place up to the position. */
    private void restore(ThreadState ts, Object stream, TextDecoder d, PositionCookie cookie) {
        Object chunk = ts.callMethod(stream, "read", (long) cookie.feed);
        if (!ts.isBytes(chunk)) {
            throw ts.typeError("underlying read() should have returned a bytes object, not '"
                    + IoErrors.typeName(ts, chunk) + "'");
        }
        byte[] bytes = ByteViews.copy(ts, chunk);
        snapshot = new TextDecoder.State(bytes, cookie.flags);
        Object text = d.decode(ts, bytes, 0, bytes.length, cookie.needsEnd);
        decoded = text;
        decodedUsed = 0;
        if (Str.length(text) < cookie.skip) {
            throw ts.error("OSError", "can't restore logical file position");
        }
        decodedUsed = cookie.skip;
    }

    Object tell(ThreadState ts, IoModule state, PyObject self) {
        Object stream = open(ts, state, self);
        if (!seekable) {
            throw IoErrors.unsupported(ts, state, "underlying stream is not seekable");
        }
        if (!telling) {
            throw ts.error("OSError", "telling position disabled by next() call");
        }
        flushPending(ts);
        ts.callMethod(self, "flush");
        Object at = ts.callMethod(stream, "tell");
        TextDecoder d = decoder;
        TextDecoder.State shot = snapshot;
        if (d == null || shot == null) {
            return at;
        }
        PositionCookie cookie = new PositionCookie();
        byte[] input = shot.pending();
        cookie.start = IoErrors.offset(ts, at) - input.length;
        cookie.flags = shot.flags();
        if (decodedUsed == 0) {
            return cookie.build(ts);
        }
        TextDecoder.State saved = d.getState(ts);
        try {
            locate(ts, d, input, cookie, decodedUsed);
        } finally {
            d.setState(ts, saved);
        }
        return cookie.build(ts);
    }

    private int decodedLength(ThreadState ts, TextDecoder d, byte[] bytes, int from, int to, boolean last) {
        return Str.length(d.decode(ts, bytes, from, to, last));
    }

    /**
     * Finds the nearest place before the position where the decoder has nothing pending: first by guessing from the ratio of bytes to characters, then byte by byte.
     */
    private void locate(ThreadState ts, TextDecoder d, byte[] input, PositionCookie cookie, int characters) {
        int toSkip = characters;
        int bytes = Math.min(input.length, (int) (ratio * toSkip));
        int back = 1;
        boolean found = false;
        while (bytes > 0) {
            setDecoderState(ts, d, cookie);
            int n = decodedLength(ts, d, input, 0, bytes, false);
            if (n <= toSkip) {
                TextDecoder.State now = d.getState(ts);
                if (now.pending().length == 0) {
                    cookie.flags = now.flags();
                    toSkip -= n;
                    found = true;
                    break;
                }
                bytes -= now.pending().length;
                back = 1;
            } else {
                bytes -= back;
                back *= 2;
            }
        }
        if (!found) {
            bytes = 0;
            setDecoderState(ts, d, cookie);
        }
        cookie.start += bytes;
        cookie.skip = toSkip;
        if (toSkip == 0) {
            return;
        }
        int decodedCount = 0;
        int p = bytes;
        while (p < input.length) {
            decodedCount += decodedLength(ts, d, input, p, p + 1, false);
            p++;
            cookie.feed++;
            TextDecoder.State now = d.getState(ts);
            if (now.pending().length == 0 && decodedCount <= toSkip) {
                cookie.start += cookie.feed;
                toSkip -= decodedCount;
                cookie.flags = now.flags();
                cookie.feed = 0;
                decodedCount = 0;
            }
            if (decodedCount >= toSkip) {
                cookie.skip = toSkip;
                return;
            }
        }
        decodedCount += decodedLength(ts, d, TextDecoder.NOTHING, 0, 0, true);
        cookie.needsEnd = true;
        if (decodedCount < toSkip) {
            throw ts.error("OSError", "can't reconstruct logical file position");
        }
        cookie.skip = toSkip;
    }

    void reconfigure(
            ThreadState ts,
            IoModule state,
            PyObject self,
            Object newEncoding,
            Object newErrors,
            @Nullable Object newline,
            Object newLineBuffering,
            Object newWriteThrough) {
        attached(ts);
        String name = IoErrors.textOrNone(ts, newEncoding, "reconfigure", "encoding");
        IoErrors.textOrNone(ts, newErrors, "reconfigure", "errors");
        if (decoded != null && (newEncoding != Singleton.NONE || newErrors != Singleton.NONE || newline != null)) {
            throw IoErrors.unsupported(
                    ts, state, "It is not possible to set the encoding or newline of stream after the first read");
        }
        LineEnds lineEnds = ends(ts);
        if (newline != null) {
            if (newline != Singleton.NONE && !ts.isStr(newline)) {
                throw ts.typeError(
                        "reconfigure() argument 'newline' must be str or None, not " + IoErrors.typeName(ts, newline));
            }
            lineEnds = LineEnds.ofText(ts, newline == Singleton.NONE ? null : Str.toJavaString(ts.strValue(newline)));
        }
        boolean lines = newLineBuffering == Singleton.NONE ? lineBuffering : truth(ts, newLineBuffering);
        boolean through = newWriteThrough == Singleton.NONE ? writeThrough : truth(ts, newWriteThrough);
        ts.callMethod(self, "flush");
        ratio = 0;
        if (newEncoding != Singleton.NONE || newErrors != Singleton.NONE || newline != null) {
            changeEncoding(ts, state, name, newErrors, lineEnds);
        }
        ends = lineEnds;
        lineBuffering = lines;
        writeThrough = through;
    }

    private static boolean truth(ThreadState ts, Object o) {
        return ts.asLong(o) != 0;
    }

    void close(ThreadState ts, PyObject self) {
        Object stream = attached(ts);
        if (ts.isTrue(ts.getAttr(self, "closed"))) {
            return;
        }
        if (finalizing) {
            warnUnclosed(ts, stream, self);
        }
        PythonException first = null;
        try {
            ts.callMethod(self, "flush");
        } catch (PythonException e) {
            first = e;
        }
        try {
            ts.callMethod(stream, "close");
        } catch (PythonException e) {
            throw first == null ? e : Chaining.chain(ts, e, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static void warnUnclosed(ThreadState ts, Object stream, Object source) {
        try {
            ts.callMethod(stream, "_dealloc_warn", source);
        } catch (PythonException e) {
            // a buffer of Python code needs no such method
            return;
        }
    }

    Object detach(ThreadState ts, PyObject self) {
        attached(ts);
        ts.callMethod(self, "flush");
        Object stream = attached(ts);
        buffer = null;
        fast = null;
        isDetached = true;
        Finalizing.release(ts, stream);
        return stream;
    }
}
