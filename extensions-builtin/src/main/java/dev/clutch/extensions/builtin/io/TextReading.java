package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reading text: chunks of bytes are decoded when what was decoded is used up. */
abstract class TextReading extends TextWriting {
    TextDecoder decoder(ThreadState ts, IoModule state) {
        TextDecoder d = decoder;
        if (d == null) {
            throw IoErrors.unsupported(ts, state, "not readable");
        }
        return d;
    }

    private void setDecoded(Object text) {
        decoded = text;
        decodedUsed = 0;
    }

    private int available() {
        Object d = decoded;
        return d == null ? 0 : Str.length(d) - decodedUsed;
    }

    /** Up to {@code n} decoded characters, all for a negative number. */
    private Object takeDecoded(long n) {
        Object d = decoded;
        if (d == null) {
            return "";
        }
        int have = Str.length(d) - decodedUsed;
        int count = n < 0 || n > have ? have : (int) n;
        Object part = Str.substring(d, decodedUsed, decodedUsed + count);
        decodedUsed += count;
        return part;
    }

    /** Reads and decodes a chunk; false at the end ({@code textiowrapper_read_chunk}). */
    boolean readChunk(ThreadState ts, IoModule state, long hint) {
        while (true) {
            try {
                return readChunkOnce(ts, state, hint);
            } catch (PythonException e) {
                if (!IoErrors.retry(ts, e)) {
                    throw e;
                }
            }
        }
    }

    private boolean readChunkOnce(ThreadState ts, IoModule state, long hint) {
        TextDecoder d = decoder(ts, state);
        TextDecoder.State before = telling ? d.getState(ts) : null;
        long size = Math.max(chunkSize, hint > 0 ? (long) (Math.max(ratio, 1.0) * hint) : 0);
        byte[] input = readBytes(ts, size);
        boolean eof = input.length == 0;
        Object text = d.decode(ts, input, 0, input.length, eof);
        setDecoded(text);
        int n = Str.length(text);
        ratio = n > 0 ? (double) input.length / n : 0.0;
        if (before != null) {
            byte[] all = input;
            if (before.pending().length > 0) {
                all = Arrays.copyOf(before.pending(), before.pending().length + input.length);
                System.arraycopy(input, 0, all, before.pending().length, input.length);
            }
            snapshot = new TextDecoder.State(all, before.flags());
        }
        return !eof || n > 0;
    }

    private byte[] readBytes(ThreadState ts, long size) {
        BufferedStream f = fast;
        if (f != null && f.core.readable) {
            return f.core.read1Bytes(ts, f, size);
        }
        String method = hasRead1 ? "read1" : "read";
        Object chunk = ts.callMethod(attached(ts), method, size);
        if (!ts.isBuffer(chunk)) {
            throw ts.typeError("underlying " + method + "() should have returned a bytes-like object, not '"
                    + IoErrors.typeName(ts, chunk) + "'");
        }
        return ByteViews.copy(ts, chunk);
    }

    Object read(ThreadState ts, IoModule state, PyObject self, long n) {
        Object stream = open(ts, state, self);
        TextDecoder d = decoder(ts, state);
        flushPending(ts);
        if (n < 0) {
            byte[] rest = ByteViews.copy(ts, ts.callMethod(stream, "read"));
            Object text = d.decode(ts, rest, 0, rest.length, true);
            Object all = available() == 0 ? text : Str.concat(takeDecoded(-1), text);
            forgetDecoded();
            return all;
        }
        Object text = takeDecoded(n);
        long remaining = n - Str.length(text);
        StrBuilder all = null;
        while (remaining > 0 && readChunk(ts, state, remaining)) {
            if (all == null && Str.isEmpty(text)) {
                text = takeDecoded(remaining);
                remaining -= Str.length(text);
                continue;
            }
            if (all == null) {
                all = new StrBuilder().append(text);
            }
            Object part = takeDecoded(remaining);
            all.append(part);
            remaining -= Str.length(part);
        }
        return all == null ? text : all.build();
    }

    Object readLine(ThreadState ts, IoModule state, PyObject self, long limit) {
        open(ts, state, self);
        flushPending(ts);
        LineEnds lineEnds = ends(ts);
        int[] consumed = new int[1];
        StrBuilder line = null;
        Object carry = "";
        while (true) {
            boolean more = true;
            while (more && available() == 0) {
                more = readChunk(ts, state, 0);
            }
            Object chunk = decoded;
            if (!more || chunk == null) {
                forgetDecoded();
                return joined(line, carry);
            }
            int carried = Str.length(carry);
            Object text = carried == 0 ? chunk : Str.concat(carry, chunk);
            int start = carried == 0 ? decodedUsed : 0;
            int length = Str.length(text);
            int already = line == null ? 0 : line.length();
            int end = lineEnds.find(text, start, length, consumed);
            if (limit >= 0 && (end >= 0 ? end : consumed[0]) - start + (long) already >= limit) {
                end = start + (int) (limit - already);
            }
            if (end >= 0) {
                decodedUsed = end - carried;
                Object part = Str.substring(text, start, end);
                return joined(line, part);
            }
            if (consumed[0] > start) {
                line = line == null ? new StrBuilder() : line;
                line.append(text, start, consumed[0]);
            }
            carry = Str.substring(text, consumed[0], length);
            decoded = null;
            decodedUsed = 0;
        }
    }

    private static Object joined(@Nullable StrBuilder line, Object part) {
        return line == null ? part : line.append(part).build();
    }
}
