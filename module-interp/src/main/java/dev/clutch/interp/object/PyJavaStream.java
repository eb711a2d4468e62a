package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A raw stream over one of Java's, which the embedder gave for a standard stream: what {@code io.BufferedReader} and {@code BufferedWriter} need of {@code io.RawIOBase}. */
@ExtensionType(name = "clutch.JavaStream", exported = false)
public final class PyJavaStream extends PyObject {
    /** The type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyJavaStreamDefinition(), TypeObject.OBJECT);

    private final @Nullable InputStream in;
    private final @Nullable OutputStream out;
    private final String name;
    private boolean closed;

    /** Makes a stream that is read. */
    public PyJavaStream(InputStream in, String name) {
        super(TYPE);
        this.in = in;
        this.out = null;
        this.name = name;
    }

    /** Makes a stream that is written to. */
    public PyJavaStream(OutputStream out, String name) {
        super(TYPE);
        this.in = null;
        this.out = out;
        this.name = name;
    }

    private interface Transfer {
        int run() throws IOException;
    }

    /** Runs with the interpreter's lock given back. Nothing but the stream itself can end a transfer that blocks. */
    private int blocking(PyThreadState ts, Transfer transfer) {
        if (closed) {
            throw Errors.valueError(ts, "I/O operation on closed file.");
        }
        IOException failure = null;
        int n = 0;
        ts.beginBlocking();
        try {
            n = transfer.run();
        } catch (IOException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (failure != null) {
            throw Errors.error(ts, "OSError", String.valueOf(failure.getMessage()));
        }
        return n;
    }

    @Expose
    long readinto(PyThreadState ts, Object buffer) {
        InputStream source = in;
        if (source == null) {
            throw Errors.error(ts, "OSError", "not readable");
        }
        try (BufferView view = ts.buffer(buffer, true)) {
            return Math.max(0, blocking(ts, () -> source.read(view.array(), view.offset(), view.length())));
        }
    }

    @Expose
    Object readall(PyThreadState ts) {
        InputStream source = in;
        if (source == null) {
            throw Errors.error(ts, "OSError", "not readable");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int ignored = blocking(ts, () -> (int) source.transferTo(all));
        return new PyBytes(all.toByteArray());
    }

    @Expose
    long write(PyThreadState ts, Object data) {
        OutputStream target = out;
        if (target == null) {
            throw Errors.error(ts, "OSError", "not writable");
        }
        byte[] bytes = ts.bytesOf(data);
        if (!ts.interp.countOutput(bytes.length)) {
            return bytes.length;
        }
        return blocking(ts, () -> {
            target.write(bytes);
            target.flush();
            return bytes.length;
        });
    }

    @Expose
    boolean readable(PyThreadState ts) {
        return in != null;
    }

    @Expose
    boolean writable(PyThreadState ts) {
        return out != null;
    }

    @Expose
    boolean seekable(PyThreadState ts) {
        return false;
    }

    @Expose
    boolean isatty(PyThreadState ts) {
        return false;
    }

    @Expose
    Object fileno(PyThreadState ts) {
        throw Errors.error(ts, "OSError", "a stream of the embedder has no descriptor");
    }

    @Expose
    Object tell(PyThreadState ts) {
        throw Errors.error(ts, "OSError", "a stream of the embedder has no position");
    }

    @Expose
    void flush(PyThreadState ts) {
        // each write is handed on at once
    }

    /** The stream itself is the embedder's and stays open. */
    @Expose
    void close(PyThreadState ts) {
        closed = true;
    }

    @Getter
    boolean closed(PyThreadState ts) {
        return closed;
    }

    @Getter
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter
    Object mode(PyThreadState ts) {
        return in != null ? "rb" : "wb";
    }

    @Expose
    Object __enter__(PyThreadState ts) {
        return this;
    }

    @Expose(signature = "(*args)")
    Object __exit__(PyThreadState ts, Object[] args) {
        return Singleton.NONE;
    }
}
