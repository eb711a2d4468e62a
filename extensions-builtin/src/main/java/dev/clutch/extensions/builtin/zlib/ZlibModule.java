package dev.clutch.extensions.builtin.zlib;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** {@code zlib}. */
@ExtensionModule(
        name = "zlib",
        doc = "Compression and decompression by zlib's algorithms.",
        types = {Compress.class, Decompress.class, ZlibDecompressor.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ZlibModule {
    // CPython keeps the lock for less
    private static final int LONG = 5 * 1024;

    @Constant
    static final long MAX_WBITS = 15;

    @Constant
    static final long DEFLATED = 8;

    @Constant
    static final long DEF_MEM_LEVEL = 8;

    @Constant
    static final long DEF_BUF_SIZE = 16384;

    @Constant
    static final long Z_NO_COMPRESSION = 0;

    @Constant
    static final long Z_BEST_SPEED = 1;

    @Constant
    static final long Z_BEST_COMPRESSION = 9;

    @Constant
    static final long Z_DEFAULT_COMPRESSION = -1;

    @Constant
    static final long Z_FILTERED = 1;

    @Constant
    static final long Z_HUFFMAN_ONLY = 2;

    @Constant
    static final long Z_RLE = 3;

    @Constant
    static final long Z_FIXED = 4;

    @Constant
    static final long Z_DEFAULT_STRATEGY = 0;

    @Constant
    static final long Z_NO_FLUSH = 0;

    @Constant
    static final long Z_PARTIAL_FLUSH = 1;

    @Constant
    static final long Z_SYNC_FLUSH = 2;

    @Constant
    static final long Z_FULL_FLUSH = 3;

    @Constant
    static final long Z_FINISH = 4;

    @Constant
    static final long Z_BLOCK = 5;

    @Constant
    static final long Z_TREES = 6;

    /** The version whose formats and messages these are. */
    @Constant
    static final String ZLIB_VERSION = "1.2.13";

    @Constant
    static final String ZLIB_RUNTIME_VERSION = "1.2.13";

    @Constant("__version__")
    static final String VERSION = "1.0";

    @Nullable
    private PyType errorType;

    @Nullable
    private PyType compressType;

    @Nullable
    private PyType decompressType;

    @Exec
    void make(ThreadState ts, PyObject module) {
        PyType error = ts.newExceptionType("zlib.error", "", null);
        errorType = error;
        ts.setAttr(module, "error", error);
        compressType = ts.moduleType(module, "Compress");
        decompressType = ts.moduleType(module, "Decompress");
    }

    PythonException error(ThreadState ts, String message) {
        return ts.error(Objects.requireNonNull(errorType), message);
    }

    /** Data that are wrong. */
    PythonException dataError(ThreadState ts, DataFormatException e) {
        String message = e.getMessage();
        return error(ts, "Error -3 while decompressing data: " + (message == null ? "invalid input data" : message));
    }

    /** {@code Z_STREAM_ERROR}. */
    PythonException streamError(ThreadState ts, String doing) {
        return error(ts, "Error -2 while " + doing + ": inconsistent stream state");
    }

    static PythonException invalidOption(ThreadState ts) {
        return ts.valueError("Invalid initialization option");
    }

    /** The copy can't be made. */
    static PythonException notCopied(ThreadState ts) {
        return ts.valueError("a stream can be copied as long as no more than 4 MiB have gone through it");
    }

    @Expose(signature = "(data, value=1, /)", doc = "Compute an Adler-32 checksum.")
    long adler32(ThreadState ts, Object data, Object value) {
        long before = ts.asBigInteger(value).longValue() & 0xffffffffL;
        try (var view = ts.buffer(data, false)) {
            return Checksums.adler32(before, view.array(), view.offset(), view.length());
        }
    }

    @Expose(signature = "(data, value=0, /)", doc = "Compute a CRC-32 checksum.")
    long crc32(ThreadState ts, Object data, Object value) {
        long before = ts.asBigInteger(value).longValue() & 0xffffffffL;
        try (var view = ts.buffer(data, false)) {
            return Checksums.crc32(before, view.array(), view.offset(), view.length());
        }
    }

    @Expose(signature = "(data, /, level=-1, wbits=15)", doc = "Return compressed data.")
    Object compress(ThreadState ts, Object data, int level, int wbits) {
        try (var view = ts.buffer(data, false)) {
            WindowBits format = WindowBits.toCompress(wbits);
            if (level < -1 || level > 9 || format == null) {
                throw error(ts, "Bad compression level");
            }
            DeflateStream stream = new DeflateStream(level, format, 0, null);
            stream.forgetSteps();
            boolean free = view.length() > LONG;
            if (free) {
                ts.beginBlocking();
            }
            byte[] result;
            try {
                result = stream.deflate(view.array(), view.offset(), view.length(), DeflateStream.FINISH);
            } finally {
                if (free) {
                    ts.endBlocking();
                }
            }
            return ts.newBytes(result);
        }
    }

    @Expose(signature = "(data, /, wbits=15, bufsize=16384)", doc = "Return decompressed data.")
    Object decompress(ThreadState ts, Object data, int wbits, long bufsize) {
        try (var view = ts.buffer(data, false)) {
            if (bufsize < 0) {
                throw ts.valueError("bufsize must be non-negative");
            }
            WindowBits format = WindowBits.toDecompress(wbits);
            if (format == null) {
                throw error(ts, "Error -2 while preparing to decompress data: inconsistent stream state");
            }
            InflateStream stream = new InflateStream(format);
            stream.forgetInput();
            ByteSink out = new ByteSink((int) Math.min(bufsize, 1 << 20));
            DataFormatException failure = null;
            boolean free = view.length() > LONG;
            if (free) {
                ts.beginBlocking();
            }
            try {
                stream.inflate(view.array(), view.offset(), view.length(), out, Integer.MAX_VALUE);
            } catch (DataFormatException e) {
                failure = e;
            } finally {
                stream.end();
                if (free) {
                    ts.endBlocking();
                }
            }
            if (failure != null) {
                throw dataError(ts, failure);
            }
            if (stream.needsDictionary()) {
                throw error(ts, "Error 2 while decompressing data");
            }
            if (!stream.isFinished()) {
                throw error(ts, "Error -5 while decompressing data: incomplete or truncated stream");
            }
            return ts.newBytes(out.toByteArray());
        }
    }

    @Expose(
            signature = "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
            doc = "Return an object that compresses a stream.")
    Object compressobj(ThreadState ts, int level, int method, int wbits, int memLevel, int strategy, Object zdict) {
        byte[] dictionary = zdict == Singleton.NONE ? null : ts.bytesOf(zdict).clone();
        WindowBits format = WindowBits.toCompress(wbits);
        if (level < -1
                || level > 9
                || method != DEFLATED
                || format == null
                || memLevel < 1
                || memLevel > 9
                || strategy < 0
                || strategy > Z_FIXED) {
            throw invalidOption(ts);
        }
        if (dictionary != null && format.gzip()) {
            throw ts.valueError("Invalid dictionary");
        }
        return new Compress(
                Objects.requireNonNull(compressType), new DeflateStream(level, format, strategy, dictionary));
    }

    @Expose(signature = "(wbits=15, zdict=b'')", doc = "Return an object that decompresses a stream.")
    Object decompressobj(ThreadState ts, int wbits, @Nullable Object zdict) {
        if (zdict != null && !ts.isBuffer(zdict)) {
            throw ts.typeError("zdict argument must support the buffer protocol");
        }
        WindowBits format = WindowBits.toDecompress(wbits);
        if (format == null) {
            throw invalidOption(ts);
        }
        return new Decompress(Objects.requireNonNull(decompressType), new InflateStream(format), dictionary(ts, zdict));
    }

    /** The dictionary for later, or null. */
    private static byte @Nullable [] dictionary(ThreadState ts, @Nullable Object zdict) {
        return zdict == null || ts.size(zdict) == 0 ? null : ts.bytesOf(zdict).clone();
    }
}
