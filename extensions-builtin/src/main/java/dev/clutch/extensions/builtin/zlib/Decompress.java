package dev.clutch.extensions.builtin.zlib;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** What {@code decompressobj} makes. */
@ExtensionType(name = "zlib.Decompress", exported = false)
final class Decompress extends PyObject {
    private final InflateStream stream;
    private final byte @Nullable [] dictionary;
    private byte[] unused = new byte[0];
    private byte[] unconsumed = new byte[0];
    private boolean isEof;
    /** Whether {@code flush} has ended the stream. */
    private boolean isEnded;

    Decompress(PyType type, InflateStream stream, byte @Nullable [] dictionary) {
        super(type);
        this.stream = stream;
        this.dictionary = dictionary;
        if (dictionary != null && !stream.needsHeader()) {
            stream.setDictionary(dictionary);
        }
    }

    private byte[] run(ThreadState ts, ZlibModule state, byte[] input, int offset, int length, int limit) {
        ByteSink out = new ByteSink(Math.min(limit, 4 * length + 64));
        try {
            int used = stream.inflate(input, offset, length, out, limit);
            if (stream.needsDictionary()) {
                byte[] d = dictionary;
                if (d == null) {
                    throw state.error(ts, "Error 2 while decompressing data");
                }
                if (!stream.setDictionary(d)) {
                    throw state.error(ts, "Error -3 while setting zdict: invalid input data");
                }
                used += stream.inflate(input, offset + used, length - used, out, limit);
            }
            byte[] rest = Arrays.copyOfRange(input, offset + used, offset + length);
            if (stream.isFinished()) {
                int old = unused.length;
                unused = Arrays.copyOf(unused, old + rest.length);
                System.arraycopy(rest, 0, unused, old, rest.length);
                unconsumed = new byte[0];
                isEof = true;
            } else {
                unconsumed = rest;
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw state.dataError(ts, e);
        }
    }

    @Expose(signature = "(data, /, max_length=0)", doc = "Decompress data, up to a number of bytes unless it is 0.")
    Object decompress(ThreadState ts, ZlibModule state, Object data, long max_length) {
        try (var view = ts.buffer(data, false)) {
            if (max_length < 0) {
                throw ts.valueError("max_length must be non-negative");
            }
            if (isEnded) {
                throw state.streamError(ts, "decompressing data");
            }
            int limit = max_length == 0 ? Integer.MAX_VALUE : (int) Math.min(max_length, Integer.MAX_VALUE);
            return ts.newBytes(run(ts, state, view.array(), view.offset(), view.length(), limit));
        }
    }

    @Expose(signature = "(length=16384, /)", doc = "Decompress the rest.")
    Object flush(ThreadState ts, ZlibModule state, long length) {
        if (length <= 0) {
            throw ts.valueError("length must be greater than zero");
        }
        if (isEnded) {
            return ts.newBytes(new byte[0]);
        }
        byte[] rest = unconsumed;
        byte[] result = run(ts, state, rest, 0, rest.length, Integer.MAX_VALUE);
        if (isEof) {
            isEnded = true;
            stream.end();
        }
        return ts.newBytes(result);
    }

    @Getter("unused_data")
    Object unusedData(ThreadState ts) {
        return ts.newBytes(unused);
    }

    @Getter("unconsumed_tail")
    Object unconsumedTail(ThreadState ts) {
        return ts.newBytes(unconsumed);
    }

    @Getter
    boolean eof(ThreadState ts) {
        return isEof;
    }

    @Expose(doc = "Return a copy.")
    Object copy(ThreadState ts, ZlibModule state) {
        if (isEnded) {
            throw ts.valueError("Inconsistent stream state");
        }
        InflateStream copied;
        try {
            copied = stream.copy();
        } catch (DataFormatException e) {
            throw state.dataError(ts, e);
        }
        if (copied == null) {
            throw ZlibModule.notCopied(ts);
        }
        Decompress copy = new Decompress(type(), copied, copied.hasDictionary() ? null : dictionary);
        copy.unused = unused;
        copy.unconsumed = unconsumed;
        copy.isEof = isEof;
        return copy;
    }

    @Expose
    Object __copy__(ThreadState ts, ZlibModule state) {
        return copy(ts, state);
    }

    @Expose(signature = "(memo, /)")
    Object __deepcopy__(ThreadState ts, ZlibModule state, Object memo) {
        return copy(ts, state);
    }
}
