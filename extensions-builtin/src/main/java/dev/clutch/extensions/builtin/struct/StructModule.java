package dev.clutch.extensions.builtin.struct;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code _struct}. */
@ExtensionModule(
        name = "_struct",
        doc = "Conversion between Python values and C structs, which are kept in bytes.",
        types = {Struct.class, UnpackIterator.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class StructModule {
    private static final int CACHED = 100;

    @Nullable
    private PyType errorType;

    @Nullable
    private PyType iteratorType;

    private final Map<String, StructFormat> cache = new HashMap<>();

    @Exec
    void make(ThreadState ts, PyObject module) {
        PyType error = ts.newExceptionType("struct.error", "", null);
        errorType = error;
        ts.setAttr(module, "error", error);
        iteratorType = ts.moduleType(module, "unpack_iterator");
    }

    /** {@code struct.error}. */
    PythonException error(ThreadState ts, String message) {
        return ts.error(Objects.requireNonNull(errorType), message);
    }

    PyType iteratorType() {
        return Objects.requireNonNull(iteratorType);
    }

    /** {@code cache_struct_converter} and {@code Struct___init___impl}. */
    StructFormat format(ThreadState ts, Object format) {
        String text;
        if (ts.isStr(format)) {
            Object value = ts.strValue(format);
            text = Str.isAscii(value) ? (String) value : ascii(ts, value);
        } else if (ts.isBytes(format)) {
            text = new String(ts.bytesOf(format), StandardCharsets.ISO_8859_1);
        } else {
            throw ts.typeError("Struct() argument 1 must be a str or bytes object, not "
                    + ts.typeOf(format).displayName());
        }
        StructFormat found = cache.get(text);
        if (found == null) {
            try {
                found = StructFormat.parse(text);
            } catch (StructFormat.FormatException e) {
                throw error(ts, String.valueOf(e.getMessage()));
            }
            if (cache.size() >= CACHED) {
                cache.clear();
            }
            cache.put(text, found);
        }
        return found;
    }

    /** Lets the codec raise. */
    private static String ascii(ThreadState ts, Object value) {
        return new String(ts.bytesOf(ts.callMethod(value, "encode", "ascii")), StandardCharsets.ISO_8859_1);
    }

    @Expose(doc = "Forget the formats that have been read.")
    void _clearcache(ThreadState ts) {
        cache.clear();
    }

    @Expose(signature = "(format, /)", doc = "Return the size of the struct that the format describes.")
    long calcsize(ThreadState ts, Object format) {
        return format(ts, format).size();
    }

    @Expose(signature = "(*args)", doc = "Return bytes with the values packed by the format.")
    Object pack(ThreadState ts, Object[] args) {
        if (args.length == 0) {
            throw ts.typeError("missing format argument");
        }
        return pack(ts, format(ts, args[0]), args, 1);
    }

    @Expose(signature = "(*args)", doc = "Pack values by the format into a writable buffer, from an offset on.")
    void pack_into(ThreadState ts, Object[] args) {
        if (args.length == 0) {
            throw ts.typeError("missing format argument");
        }
        packInto(ts, format(ts, args[0]), args, 1);
    }

    @Expose(signature = "(format, buffer, /)", doc = "Return the values that a buffer holds.")
    Object unpack(ThreadState ts, Object format, Object buffer) {
        return unpack(ts, format(ts, format), buffer);
    }

    @Expose(
            signature = "(format, /, buffer, offset=0)",
            doc = "Return the values that a buffer holds from an offset on.")
    Object unpack_from(ThreadState ts, Object format, Object buffer, long offset) {
        return unpackFrom(ts, format(ts, format), buffer, offset);
    }

    @Expose(signature = "(format, buffer, /)", doc = "Return an iterator over the structs that a buffer holds.")
    Object iter_unpack(ThreadState ts, Object format, Object buffer) {
        return UnpackIterator.of(ts, this, format(ts, format), buffer);
    }

    // --- what functions and methods share ----------------------------------------------------------------------

    private void checkCount(ThreadState ts, String function, StructFormat format, int given) {
        if (given != format.items()) {
            throw error(ts, function + " expected " + format.items() + " items for packing (got " + given + ")");
        }
    }

    Object pack(ThreadState ts, StructFormat format, Object[] args, int from) {
        checkCount(ts, "pack", format, args.length - from);
        byte[] bytes = new byte[format.size()];
        new StructCodec(ts, this, format, bytes, 0).pack(args, from);
        return ts.newBytes(bytes);
    }

    void packInto(ThreadState ts, StructFormat format, Object[] args, int from) {
        int given = args.length - from;
        if (given == 0) {
            throw error(ts, "pack_into expected buffer argument");
        }
        if (given == 1) {
            throw error(ts, "pack_into expected offset argument");
        }
        checkCount(ts, "pack_into", format, given - 2);
        try (var view = ts.writableBuffer(args[from], "argument")) {
            if (!(ts.index(args[from + 1]) instanceof Long offset)) {
                throw ts.error(
                        "IndexError",
                        "cannot fit '" + ts.typeOf(args[from + 1]).displayName() + "' into an index-sized integer");
            }
            long at = offset;
            if (at < 0) {
                if (at + format.size() > 0) {
                    throw error(ts, "no space to pack " + format.size() + " bytes at offset " + at);
                }
                if (at + view.length() < 0) {
                    throw error(ts, "offset " + at + " out of range for " + view.length() + "-byte buffer");
                }
                at += view.length();
            }
            checkRoom(ts, "pack_into", "packing", format, at, view.length());
            // a value that does not fit leaves the buffer partly written, as in CPython
            new StructCodec(ts, this, format, view.array(), view.offset() + (int) at).pack(args, from + 2);
        }
    }

    private void checkRoom(ThreadState ts, String function, String what, StructFormat format, long at, int length) {
        if (at > length || length - at < format.size()) {
            throw error(
                    ts,
                    function + " requires a buffer of at least " + Long.toUnsignedString(format.size() + at)
                            + " bytes for "
                            + what + " " + format.size() + " bytes at offset " + at + " (actual buffer size is "
                            + length
                            + ")");
        }
    }

    Object unpack(ThreadState ts, StructFormat format, Object buffer) {
        try (var view = ts.buffer(buffer, false)) {
            if (view.length() != format.size()) {
                throw error(ts, "unpack requires a buffer of " + format.size() + " bytes");
            }
            return new StructCodec(ts, this, format, view.array(), view.offset()).unpack();
        }
    }

    Object unpackFrom(ThreadState ts, StructFormat format, Object buffer, long offset) {
        try (var view = ts.buffer(buffer, false)) {
            long at = offset;
            if (at < 0) {
                if (at + format.size() > 0) {
                    throw error(ts, "not enough data to unpack " + format.size() + " bytes at offset " + at);
                }
                if (at + view.length() < 0) {
                    throw error(ts, "offset " + at + " out of range for " + view.length() + "-byte buffer");
                }
                at += view.length();
            }
            checkRoom(ts, "unpack_from", "unpacking", format, at, view.length());
            return new StructCodec(ts, this, format, view.array(), view.offset() + (int) at).unpack();
        }
    }
}
