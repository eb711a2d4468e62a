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

/** {@code zlib._ZlibDecompressor}: a decompressor that keeps the input it has not used yet. */
@ExtensionType(
        name = "zlib._ZlibDecompressor",
        doc = "Decompress a stream, keeping input until its output is asked for.")
final class ZlibDecompressor extends PyObject {
    private final InflateStream stream;
    private final @Nullable Object dictionary;
    private byte[] held = new byte[0];
    private byte[] unused = new byte[0];
    private boolean needsInput = true;

    private ZlibDecompressor(PyType type, InflateStream stream, @Nullable Object dictionary) {
        super(type);
        this.stream = stream;
        this.dictionary = dictionary;
        stream.forgetInput();
    }

    @Expose(signature = "(wbits=15, zdict=b'')")
    static Object __new__(ThreadState ts, PyType cls, int wbits, @Nullable Object zdict) {
        WindowBits format = WindowBits.toDecompress(wbits);
        if (format == null) {
            throw ZlibModule.invalidOption(ts);
        }
        InflateStream stream = new InflateStream(format);
        Object dictionary = zdict == null || ts.isBytes(zdict) && ts.size(zdict) == 0 ? null : zdict;
        if (dictionary != null && format.raw()) {
            stream.setDictionary(ts.bytesOf(dictionary).clone());
        }
        return new ZlibDecompressor(cls, stream, dictionary);
    }

    @Expose(
            signature = "(data, max_length=-1)",
            doc = "Decompress data, up to a number of bytes unless it is negative.")
    Object decompress(ThreadState ts, ZlibModule state, Object data, long max_length) {
        byte[] input;
        try (var view = ts.buffer(data, false)) {
            if (stream.isFinished()) {
                throw ts.error("EOFError", "End of stream already reached");
            }
            input = Arrays.copyOf(held, held.length + view.length());
            System.arraycopy(view.array(), view.offset(), input, held.length, view.length());
        }
        int limit = max_length < 0 ? Integer.MAX_VALUE : (int) Math.min(max_length, Integer.MAX_VALUE);
        ByteSink out = new ByteSink(Math.min(limit, 4 * input.length + 64));
        int used = run(ts, state, input, out, limit);
        byte[] rest = Arrays.copyOfRange(input, used, input.length);
        if (stream.isFinished()) {
            unused = rest;
            held = new byte[0];
            needsInput = false;
        } else {
            held = rest;
            needsInput = rest.length == 0 && (out.size() < limit || limit == 0);
        }
        return ts.newBytes(out.toByteArray());
    }

    private int run(ThreadState ts, ZlibModule state, byte[] input, ByteSink out, int limit) {
        try {
            int used = stream.inflate(input, 0, input.length, out, limit);
            if (stream.needsDictionary()) {
                Object d = dictionary;
                if (d == null) {
                    throw state.error(ts, "Error 2 while decompressing data");
                }
                if (!stream.setDictionary(ts.bytesOf(d).clone())) {
                    throw state.error(ts, "Error -3 while setting zdict: invalid input data");
                }
                used += stream.inflate(input, used, input.length - used, out, limit);
            }
            return used;
        } catch (DataFormatException e) {
            held = new byte[0];
            throw state.dataError(ts, e);
        }
    }

    @Getter
    boolean eof(ThreadState ts) {
        return stream.isFinished();
    }

    @Getter("unused_data")
    Object unusedData(ThreadState ts) {
        return ts.newBytes(unused);
    }

    @Getter("needs_input")
    boolean needsInput(ThreadState ts) {
        return needsInput;
    }
}
