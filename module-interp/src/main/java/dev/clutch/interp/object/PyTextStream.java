package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text stream onto a Java output stream, in UTF-8: the standard streams of an interpreter that has no module {@code _io}, and a way for Java code to catch output. Lone surrogates U+DC80 to U+DCFF stand for bytes (PEP 383), others are escaped with
 * a backslash.
 */
@ExtensionType(name = "clutch.TextStream", exported = false)
public final class PyTextStream extends PyObject {
    /** The type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTextStreamDefinition(), TypeObject.OBJECT);

    private static final int BUFFER = 8192;

    private final OutputStream out;
    private final String name;
    private final long descriptor;
    private final boolean flushLines;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    /** Makes a stream. */
    public PyTextStream(OutputStream out, String name, long descriptor, boolean flushLines) {
        super(TYPE);
        this.out = out;
        this.name = name;
        this.descriptor = descriptor;
        this.flushLines = flushLines;
    }

    @Expose
    long write(PyThreadState ts, Object text) {
        if (!PyStr.isStr(text)) {
            throw Errors.typeError(
                    ts, "write() argument must be str, not " + Types.of(text).displayName());
        }
        Object s = PyStr.plain(text);
        byte[] bytes = encode(s);
        try {
            if (bytes.length > BUFFER - used) {
                drain();
            }
            if (bytes.length > BUFFER) {
                out.write(bytes);
            } else {
                System.arraycopy(bytes, 0, buffer, used, bytes.length);
                used += bytes.length;
            }
            if (flushLines && s instanceof String t && t.indexOf('\n') >= 0) {
                drain();
                out.flush();
            }
        } catch (IOException e) {
            throw failure(ts, e);
        }
        return Str.length(s);
    }

    private static byte[] encode(Object s) {
        if (s instanceof String t) {
            return t.getBytes(StandardCharsets.UTF_8);
        }
        int n = Str.length(s);
        StringBuilder b = new StringBuilder(n + 8);
        for (int i = 0; i < n; i++) {
            int c = Str.at(s, i);
            if (c >= 0xD800 && c <= 0xDFFF) {
                b.append("\\u").append(Integer.toHexString(c));
            } else {
                b.appendCodePoint(c);
            }
        }
        return b.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void drain() throws IOException {
        int n = used;
        used = 0;
        out.write(buffer, 0, n);
    }

    private static dev.clutch.extension.spi.PythonException failure(PyThreadState ts, IOException e) {
        String message = e.getMessage();
        boolean closed = message != null && message.contains("Broken pipe");
        return Errors.make(
                ts,
                Exceptions.type(closed ? "BrokenPipeError" : "OSError"),
                closed ? 32L : 5L,
                closed ? "Broken pipe" : Str.of(message == null ? "Input/output error" : message));
    }

    /** Writes what is buffered. */
    @Expose
    public void flush(PyThreadState ts) {
        try {
            drain();
            out.flush();
        } catch (IOException e) {
            throw failure(ts, e);
        }
    }

    @Expose
    long fileno(PyThreadState ts) {
        return descriptor;
    }

    @Expose
    boolean isatty(PyThreadState ts) {
        return flushLines;
    }

    @Expose
    boolean writable(PyThreadState ts) {
        return true;
    }

    @Getter
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter
    Object encoding(PyThreadState ts) {
        return "utf-8";
    }

    @Getter
    Object errors(PyThreadState ts) {
        return "surrogateescape";
    }

    @Getter
    boolean closed(PyThreadState ts) {
        return false;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<clutch.TextStream name='" + name + "' encoding='utf-8'>";
    }
}
