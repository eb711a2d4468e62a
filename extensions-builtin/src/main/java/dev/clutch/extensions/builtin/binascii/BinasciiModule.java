package dev.clutch.extensions.builtin.binascii;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extensions.builtin.zlib.Checksums;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code binascii}. */
@ExtensionModule(
        name = "binascii",
        doc = "Conversion between binary data and various encodings of it in ASCII.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class BinasciiModule {
    private static final int LONGEST_UU_LINE = 45;

    @Nullable
    private PyType errorType;

    @Exec
    void makeErrors(ThreadState ts, PyObject module) {
        PyType error = ts.newExceptionType("binascii.Error", "", ts.exceptionType("ValueError"));
        errorType = error;
        ts.setAttr(module, "Error", error);
        ts.setAttr(module, "Incomplete", ts.newExceptionType("binascii.Incomplete", "", null));
    }

    private PythonException error(ThreadState ts, String message) {
        return ts.error(Objects.requireNonNull(errorType), message);
    }

    /** {@code ascii_buffer_converter}. */
    private static byte[] ascii(ThreadState ts, Object o) {
        if (ts.isStr(o)) {
            Object value = ts.strValue(o);
            if (!Str.isAscii(value)) {
                throw ts.valueError("string argument should contain only ASCII characters");
            }
            return ((String) value).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        if (!ts.isBuffer(o)) {
            throw ts.typeError("argument should be bytes, buffer or ASCII string, not '"
                    + ts.typeOf(o).displayName() + "'");
        }
        return ts.bytesOf(o);
    }

    // --- base64 ------------------------------------------------------------------------------------------------

    @Expose(signature = "(data, /, *, strict_mode=False)", doc = "Decode a line of base64 data.")
    Object a2b_base64(ThreadState ts, Object data, boolean strict_mode) {
        try {
            return ts.newBytes(Base64Decoder.decode(ascii(ts, data), strict_mode));
        } catch (Base64Decoder.MalformedException e) {
            throw error(ts, String.valueOf(e.getMessage()));
        }
    }

    @Expose(signature = "(data, /, *, newline=True)", doc = "Encode as a line of base64 data.")
    Object b2a_base64(ThreadState ts, Object data, boolean newline) {
        byte[] encoded = Base64.getEncoder().encode(ts.bytesOf(data));
        if (newline) {
            encoded = Arrays.copyOf(encoded, encoded.length + 1);
            encoded[encoded.length - 1] = '\n';
        }
        return ts.newBytes(encoded);
    }

    // --- hexadecimal -------------------------------------------------------------------------------------------

    @Expose(signature = "(data, sep=<absent>, bytes_per_sep=1)", doc = "Hexadecimal representation of binary data.")
    Object b2a_hex(ThreadState ts, Object data, @Nullable Object sep, int bytes_per_sep) {
        return ts.newBytes(Hex.encode(ts, ts.bytesOf(data), sep, bytes_per_sep));
    }

    @Expose(signature = "(data, sep=<absent>, bytes_per_sep=1)", doc = "Hexadecimal representation of binary data.")
    Object hexlify(ThreadState ts, Object data, @Nullable Object sep, int bytes_per_sep) {
        return b2a_hex(ts, data, sep, bytes_per_sep);
    }

    @Expose(signature = "(hexstr, /)", doc = "Binary data of hexadecimal representation.")
    Object a2b_hex(ThreadState ts, Object hexstr) {
        byte[] text = ascii(ts, hexstr);
        if (text.length % 2 != 0) {
            throw error(ts, "Odd-length string");
        }
        byte[] result = Hex.decode(text);
        if (result == null) {
            throw error(ts, "Non-hexadecimal digit found");
        }
        return ts.newBytes(result);
    }

    @Expose(signature = "(hexstr, /)", doc = "Binary data of hexadecimal representation.")
    Object unhexlify(ThreadState ts, Object hexstr) {
        return a2b_hex(ts, hexstr);
    }

    // --- uu ----------------------------------------------------------------------------------------------------

    @Expose(signature = "(data, /)", doc = "Decode a line of uuencoded data.")
    Object a2b_uu(ThreadState ts, Object data) {
        byte[] text = ascii(ts, data);
        int length = ((text.length == 0 ? 0 : text[0]) - ' ') & 0x3f;
        byte[] result = new byte[length];
        int at = 1;
        int bits = 0;
        int held = 0;
        for (int n = 0; n < length; at++) {
            int c = at < text.length ? text[at] & 0xff : '\n';
            if (c == '\n' || c == '\r') {
                // spaces at the end of a line get lost
                c = 0;
            } else if (c < ' ' || c > ' ' + 64) {
                throw error(ts, "Illegal char");
            } else {
                c = (c - ' ') & 0x3f;
            }
            held = held << 6 | c;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                result[n++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        for (; at < text.length; at++) {
            byte c = text[at];
            if (c != ' ' && c != '`' && c != '\n' && c != '\r') {
                throw error(ts, "Trailing garbage");
            }
        }
        return ts.newBytes(result);
    }

    @Expose(signature = "(data, /, *, backtick=False)", doc = "Uuencode a line of data.")
    Object b2a_uu(ThreadState ts, Object data, boolean backtick) {
        byte[] bytes = ts.bytesOf(data);
        if (bytes.length > LONGEST_UU_LINE) {
            throw error(ts, "At most " + LONGEST_UU_LINE + " bytes at once");
        }
        byte[] result = new byte[2 + (bytes.length + 2) / 3 * 4];
        result[0] = (byte) (backtick && bytes.length == 0 ? '`' : ' ' + bytes.length);
        int n = 1;
        for (int i = 0; i < bytes.length; i += 3) {
            int group = (bytes[i] & 0xff) << 16
                    | (i + 1 < bytes.length ? (bytes[i + 1] & 0xff) << 8 : 0)
                    | (i + 2 < bytes.length ? bytes[i + 2] & 0xff : 0);
            for (int shift = 18; shift >= 0; shift -= 6) {
                int c = group >> shift & 0x3f;
                result[n++] = (byte) (backtick && c == 0 ? '`' : c + ' ');
            }
        }
        result[n] = '\n';
        return ts.newBytes(result);
    }

    // --- quoted-printable --------------------------------------------------------------------------------------

    @Expose(signature = "(data, header=False)", doc = "Decode quoted-printable data.")
    Object a2b_qp(ThreadState ts, Object data, boolean header) {
        return ts.newBytes(QuotedPrintable.decode(ascii(ts, data), header));
    }

    @Expose(signature = "(data, quotetabs=False, istext=True, header=False)", doc = "Encode as quoted-printable data.")
    Object b2a_qp(ThreadState ts, Object data, boolean quotetabs, boolean istext, boolean header) {
        return ts.newBytes(new QuotedPrintable(ts.bytesOf(data), quotetabs, istext, header).encode());
    }

    // --- checksums ---------------------------------------------------------------------------------------------

    @Expose(signature = "(data, crc=0, /)", doc = "Compute CRC-32 incrementally.")
    long crc32(ThreadState ts, Object data, Object crc) {
        long value = ts.asBigInteger(crc).longValue();
        try (var view = ts.buffer(data, false)) {
            return Checksums.crc32(value & 0xffffffffL, view.array(), view.offset(), view.length());
        }
    }

    @Expose(signature = "(data, crc, /)", doc = "Compute CRC-CCITT incrementally.")
    long crc_hqx(ThreadState ts, Object data, Object crc) {
        int value = ts.asBigInteger(crc).intValue() & 0xffff;
        for (byte b : ts.bytesOf(data)) {
            value ^= (b & 0xff) << 8;
            for (int i = 0; i < 8; i++) {
                value = (value & 0x8000) != 0 ? value << 1 ^ 0x1021 : value << 1;
            }
            value &= 0xffff;
        }
        return value;
    }
}
