package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.ByteEscape;
import dev.clutch.interp.codec.CodecException;
import dev.clutch.interp.codec.Decoded;
import dev.clutch.interp.codec.ErrorHandler;
import dev.clutch.interp.codec.SingleByte;
import dev.clutch.interp.codec.UnicodeEscape;
import dev.clutch.interp.codec.Utf16And32;
import dev.clutch.interp.codec.Utf7;
import dev.clutch.interp.codec.Utf8;
import dev.clutch.interp.encodings.Charmaps;
import dev.clutch.interp.encodings.UnicodeErrors;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.object.Codecs;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.unicode.UnicodeNames;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code _codecs}: the registry of the interpreter and the codecs that need no library. */
@ExtensionModule(
        name = "_codecs",
        types = CodecsModule.EncodingMap.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class CodecsModule {
    /** What {@code charmap_build} makes. */
    @ExtensionType(name = "EncodingMap", exported = false)
    static final class EncodingMap extends PyObject {
        private final SingleByte.Table table;

        EncodingMap(PyType type, Object table) {
            super(type);
            this.table = new SingleByte.Table(table);
        }

        @Expose(doc = "Return the size of the map in bytes.")
        long size(PyThreadState ts) {
            return 256L * 8;
        }
    }

    // --- the registry ----------------------------------------------------------------------------------------------

    @Expose(doc = "Register a function that finds codecs by name.")
    static void register(PyThreadState ts, Object search_function) {
        ts.interp.codecs().register(ts, search_function);
    }

    @Expose(doc = "Unregister a search function and forget the codecs found.")
    static void unregister(PyThreadState ts, Object search_function) {
        ts.interp.codecs().unregister(search_function);
    }

    @Expose(doc = "Find a codec and return its description.")
    static Object lookup(PyThreadState ts, String encoding) {
        return ts.interp.codecs().lookup(ts, encoding);
    }

    @Expose
    static boolean _forget_codec(PyThreadState ts, String encoding) {
        return ts.interp.codecs().forget(encoding) != null;
    }

    @Expose(signature = "(obj, encoding='utf-8', errors=<absent>)", doc = "Encode an object with a codec.")
    static Object encode(PyThreadState ts, Object obj, String encoding, @Nullable String errors) {
        return ts.interp.codecs().encode(ts, obj, encoding, given(errors));
    }

    @Expose(signature = "(obj, encoding='utf-8', errors=<absent>)", doc = "Decode an object with a codec.")
    static Object decode(PyThreadState ts, Object obj, String encoding, @Nullable String errors) {
        return ts.interp.codecs().decode(ts, obj, encoding, given(errors));
    }

    private static @Nullable Object given(@Nullable String errors) {
        return errors == null ? null : Str.of(errors);
    }

    @Expose(doc = "Register an error handler under a name.")
    static void register_error(PyThreadState ts, String errors, Object handler) {
        ts.interp.codecs().registerError(ts, Str.of(errors), handler);
    }

    @Expose(doc = "Return the error handler of a name.")
    static Object lookup_error(PyThreadState ts, String name) {
        return ts.interp.codecs().lookupError(ts, Str.of(name));
    }

    // --- arguments and results ---------------------------------------------------------------------------------------

    private static ErrorHandler handler(PyThreadState ts, @Nullable String errors) {
        return UnicodeErrors.handler(ts, given(errors));
    }

    /** The bytes of an object with the buffer interface; not to be written. */
    private static byte[] bytes(PyThreadState ts, Object data) {
        if (data instanceof PyBytes b) {
            return b.value();
        }
        try (BufferView view = ts.buffer(data, false)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    private static byte[] bytesOrText(PyThreadState ts, Object data) {
        return PyStr.isStr(data) ? Codecs.utf8(ts, PyStr.plain(data)) : bytes(ts, data);
    }

    private static Object text(PyThreadState ts, String function, Object str) {
        if (PyStr.isStr(str)) {
            return PyStr.plain(str);
        }
        throw Errors.typeError(
                ts,
                function + "() argument 1 must be str, not "
                        + (str == Singleton.NONE ? "None" : Types.of(str).displayName()));
    }

    private static PyTuple encoded(byte[] bytes, int length) {
        return new PyTuple(new PyBytes(bytes), (long) length);
    }

    private static PyTuple decoded(Decoded d) {
        return new PyTuple(d.text(), (long) d.consumed());
    }

    private static RuntimeException failed(PyThreadState ts, RuntimeException e) {
        if (e instanceof CodecException c) {
            return UnicodeErrors.of(ts, c.error());
        }
        return e instanceof AlgorithmException a ? Errors.of(ts, a) : e;
    }

    // --- decoders ----------------------------------------------------------------------------------------------------

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_8_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf8.decode(bytes, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_7_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf7.decode(bytes, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_16_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode16(bytes, 0, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_16_le_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode16(bytes, -1, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_16_be_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode16(bytes, 1, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_32_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode32(bytes, 0, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_32_le_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode32(bytes, -1, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=False, /)")
    static Object utf_32_be_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytes(ts, data);
            return decoded(Utf16And32.decode32(bytes, 1, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, byteorder=0, final=False, /)")
    static Object utf_16_ex_decode(
            PyThreadState ts, Object data, @Nullable String errors, int byteorder, boolean last) {
        try {
            Decoded d = Utf16And32.decode16(bytes(ts, data), byteorder, handler(ts, errors), last);
            return new PyTuple(d.text(), (long) d.consumed(), (long) d.detail());
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, byteorder=0, final=False, /)")
    static Object utf_32_ex_decode(
            PyThreadState ts, Object data, @Nullable String errors, int byteorder, boolean last) {
        try {
            Decoded d = Utf16And32.decode32(bytes(ts, data), byteorder, handler(ts, errors), last);
            return new PyTuple(d.text(), (long) d.consumed(), (long) d.detail());
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, /)")
    static Object ascii_decode(PyThreadState ts, Object data, @Nullable String errors) {
        try {
            byte[] bytes = bytes(ts, data);
            return new PyTuple(SingleByte.decodeAscii(bytes, handler(ts, errors)), (long) bytes.length);
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, /)")
    static Object latin_1_decode(PyThreadState ts, Object data, @Nullable String errors) {
        try {
            byte[] bytes = bytes(ts, data);
            return new PyTuple(SingleByte.decodeLatin1(bytes), (long) bytes.length);
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=True, /)")
    static Object unicode_escape_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytesOrText(ts, data);
            Decoded d = UnicodeEscape.decode(bytes, handler(ts, errors), last, UnicodeNames::lookup);
            if (d.detail() >= 0) {
                warnOfEscape(ts, bytes, d.detail());
            }
            return decoded(d);
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, final=True, /)")
    static Object raw_unicode_escape_decode(PyThreadState ts, Object data, @Nullable String errors, boolean last) {
        try {
            byte[] bytes = bytesOrText(ts, data);
            return decoded(UnicodeEscape.decodeRaw(bytes, handler(ts, errors), last));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    /** {@code _PyUnicode_DecodeUnicodeEscapeStateful}, its deprecation of escapes that do not exist. */
    private static void warnOfEscape(PyThreadState ts, byte[] bytes, int at) {
        int c = bytes[at] & 0xFF;
        String message;
        if (c >= '4' && c <= '7') {
            int end = Math.min(at + 3, bytes.length);
            message = "invalid octal escape sequence '\\"
                    + new String(bytes, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1) + "'";
        } else {
            message = "invalid escape sequence '\\" + (char) c + "'";
        }
        ts.warn("DeprecationWarning", message, 1);
    }

    @Expose(signature = "(data, errors=None, /)")
    static Object escape_decode(PyThreadState ts, Object data, @Nullable String errors) {
        try {
            byte[] bytes = bytesOrText(ts, data);
            ByteEscape.Result r = ByteEscape.decode(bytes, errors == null ? "strict" : errors);
            if (r.invalid() >= 0) {
                warnOfEscape(ts, bytes, r.invalid());
            }
            return encoded(r.bytes(), bytes.length);
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(data, errors=None, mapping=None, /)")
    static Object charmap_decode(PyThreadState ts, Object data, @Nullable String errors, Object mapping) {
        try {
            byte[] bytes = bytes(ts, data);
            Object text = mapping == Singleton.NONE
                    ? SingleByte.decodeLatin1(bytes)
                    : SingleByte.decodeCharmap(bytes, Charmaps.decoding(ts, mapping), handler(ts, errors));
            return new PyTuple(text, (long) bytes.length);
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    // --- encoders ----------------------------------------------------------------------------------------------------

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_8_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_8_encode", str);
        try {
            return encoded(Utf8.encode(text, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_7_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_7_encode", str);
        try {
            return encoded(Utf7.encode(text), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_16_le_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_16_le_encode", str);
        try {
            return encoded(Utf16And32.encode16(text, -1, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_16_be_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_16_be_encode", str);
        try {
            return encoded(Utf16And32.encode16(text, 1, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_32_le_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_32_le_encode", str);
        try {
            return encoded(Utf16And32.encode32(text, -1, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object utf_32_be_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "utf_32_be_encode", str);
        try {
            return encoded(Utf16And32.encode32(text, 1, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object ascii_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "ascii_encode", str);
        try {
            return encoded(SingleByte.encodeAscii(text, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object latin_1_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "latin_1_encode", str);
        try {
            return encoded(SingleByte.encodeLatin1(text, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object unicode_escape_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "unicode_escape_encode", str);
        try {
            return encoded(UnicodeEscape.encode(text), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, /)")
    static Object raw_unicode_escape_encode(PyThreadState ts, Object str, @Nullable String errors) {
        Object text = text(ts, "raw_unicode_escape_encode", str);
        try {
            return encoded(UnicodeEscape.encodeRaw(text), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, byteorder=0, /)")
    static Object utf_16_encode(PyThreadState ts, Object str, @Nullable String errors, int byteorder) {
        Object text = text(ts, "utf_16_encode", str);
        try {
            return encoded(Utf16And32.encode16(text, byteorder, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, byteorder=0, /)")
    static Object utf_32_encode(PyThreadState ts, Object str, @Nullable String errors, int byteorder) {
        Object text = text(ts, "utf_32_encode", str);
        try {
            return encoded(Utf16And32.encode32(text, byteorder, handler(ts, errors)), Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose(signature = "(str, errors=None, mapping=None, /)")
    static Object charmap_encode(PyThreadState ts, Object str, @Nullable String errors, Object mapping) {
        Object text = text(ts, "charmap_encode", str);
        try {
            byte[] bytes;
            if (mapping == Singleton.NONE) {
                bytes = SingleByte.encodeLatin1(text, handler(ts, errors));
            } else if (mapping instanceof EncodingMap m) {
                bytes = SingleByte.encodeCharmap(text, m.table, handler(ts, errors));
            } else {
                bytes = SingleByte.encodeCharmap(text, Charmaps.encoding(ts, mapping), handler(ts, errors));
            }
            return encoded(bytes, Str.length(text));
        } catch (CodecException | AlgorithmException e) {
            throw failed(ts, e);
        }
    }

    @Expose
    static Object charmap_build(PyThreadState ts, PyObject module, Object map) {
        Object table = text(ts, "charmap_build", map);
        if (Str.length(table) == 0) {
            throw Errors.typeError(ts, "bad argument type for built-in operation");
        }
        return Charmaps.isSimple(table)
                ? new EncodingMap(ts.moduleType(module, "EncodingMap"), table)
                : Charmaps.dict(ts, table);
    }

    @Expose(signature = "(data, errors=None, /)")
    static Object escape_encode(PyThreadState ts, Object data, @Nullable String errors) {
        if (!(data instanceof PyBytes b)) {
            throw Errors.typeError(
                    ts,
                    "escape_encode() argument 1 must be bytes, not "
                            + (data == Singleton.NONE ? "None" : Types.of(data).displayName()));
        }
        return encoded(ByteEscape.encode(b.value()), b.value().length);
    }

    @Expose(signature = "(data, errors=None, /)")
    static Object readbuffer_encode(PyThreadState ts, Object data, @Nullable String errors) {
        byte[] bytes = bytesOrText(ts, data);
        return encoded(bytes.clone(), bytes.length);
    }
}
