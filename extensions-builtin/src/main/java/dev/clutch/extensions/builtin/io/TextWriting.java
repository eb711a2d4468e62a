package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;

/** Writing text: it is encoded at once, and the bytes collected up to the size of a chunk. */
abstract class TextWriting extends TextState {
    private byte[] pending = TextDecoder.NOTHING;
    private int pendingCount;

    boolean isDirty() {
        return pendingCount > 0;
    }

    long write(ThreadState ts, IoModule state, PyObject self, Object argument) {
        if (!ts.isStr(argument)) {
            throw ts.typeError("write() argument must be str, not " + IoErrors.typeName(ts, argument));
        }
        Object stream = open(ts, state, self);
        if (!canWrite) {
            throw IoErrors.unsupported(ts, state, "not writable");
        }
        Object text = ts.strValue(argument);
        int length = Str.length(text);
        LineEnds lineEnds = ends(ts);
        boolean flushes = false;
        if (lineBuffering || lineEnds.writeEnd != null) {
            boolean lineFeed = has(text, '\n');
            flushes = lineBuffering && (lineFeed || has(text, '\r'));
            if (lineFeed) {
                text = lineEnds.forWriting(text);
            }
        }
        byte[] bytes = encode(ts, text);
        if (pendingCount + bytes.length > chunkSize) {
            flushPending(ts);
        }
        add(bytes);
        if (pendingCount >= chunkSize || flushes || writeThrough) {
            flushPending(ts);
        }
        if (flushes) {
            ts.callMethod(stream, "flush");
        }
        if (decoder != null) {
            forgetDecoded();
            decoder.reset(ts);
        }
        return length;
    }

    private static boolean has(Object text, char c) {
        if (text instanceof String s) {
            return s.indexOf(c) >= 0;
        }
        for (int i = 0; i < Str.length(text); i++) {
            if (Str.at(text, i) == c) {
                return true;
            }
        }
        return false;
    }

    private byte[] encode(ThreadState ts, Object text) {
        Codecs own = codec;
        if (own != null) {
            return own.encode(ts, text, errors);
        }
        Object e = encoder;
        if (e == null) {
            throw new IllegalStateException("a stream that can be written has an encoder");
        }
        Object result = ts.callMethod(e, "encode", text);
        if (!ts.isBytes(result)) {
            throw ts.typeError("encoder should return a bytes object, not '" + IoErrors.typeName(ts, result) + "'");
        }
        return ByteViews.copy(ts, result);
    }

    private void add(byte[] bytes) {
        if (pendingCount == 0 && bytes.length >= chunkSize) {
            pending = bytes;
            pendingCount = bytes.length;
            return;
        }
        if (pendingCount + bytes.length > pending.length) {
            pending = Arrays.copyOf(
                    pending, Math.max(pendingCount + bytes.length, Math.min(chunkSize, 2 * pending.length + 256)));
        }
        System.arraycopy(bytes, 0, pending, pendingCount, bytes.length);
        pendingCount += bytes.length;
    }

    /** Hands the collected bytes to the buffer ({@code _textiowrapper_writeflush}). */
    void flushPending(ThreadState ts) {
        if (pendingCount == 0) {
            return;
        }
        byte[] bytes = pending;
        int n = pendingCount;
        pendingCount = 0;
        // while this is written other threads may come
        pending = TextDecoder.NOTHING;
        BufferedStream f = fast;
        if (f != null) {
            f.core.write(ts, f, bytes, 0, n);
            if (pending.length == 0 && bytes.length <= 2 * chunkSize) {
                pending = bytes;
            }
            return;
        }
        Object value = ts.newBytes(n == bytes.length ? bytes : Arrays.copyOf(bytes, n));
        while (true) {
            try {
                ts.callMethod(attached(ts), "write", value);
                return;
            } catch (PythonException e) {
                if (!IoErrors.retry(ts, e)) {
                    throw e;
                }
            }
        }
    }
}
