package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** {@code _io._IOBase}. Its state is in attributes of the instance, so instances are allocated by the core. Answers to {@code iobase.c}. */
@ExtensionType(
        name = "_io._IOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "What all streams have in common.")
final class IoBase {
    private static final String CLOSED = "__IOBase_closed";

    private IoBase() {}

    private static boolean isMarkedClosed(ThreadState ts, Object self) {
        return ts.findAttr(self, CLOSED) != null;
    }

    /** ValueError if the stream says that it is closed ({@code _PyIOBase_check_closed}). */
    static void requireOpen(ThreadState ts, Object self) {
        if (ts.isTrue(ts.getAttr(self, "closed"))) {
            throw IoErrors.closed(ts);
        }
    }

    @Expose(signature = "(offset, whence=0, /)", doc = "Move to a position.")
    static Object seek(ThreadState ts, Object self, IoModule state, Object offset, Object whence) {
        throw IoErrors.unsupported(ts, state, "seek");
    }

    @Expose(doc = "Return the position.")
    static Object tell(ThreadState ts, Object self) {
        return ts.callMethod(self, "seek", 0L, 1L);
    }

    @Expose(signature = "(size=None, /)", doc = "Change the size.")
    static Object truncate(ThreadState ts, Object self, IoModule state, Object size) {
        throw IoErrors.unsupported(ts, state, "truncate");
    }

    @Expose(doc = "Write what is buffered.")
    static void flush(ThreadState ts, Object self) {
        if (isMarkedClosed(ts, self)) {
            throw IoErrors.closed(ts);
        }
    }

    @Expose(doc = "Flush and close.")
    static void close(ThreadState ts, Object self) {
        if (isMarkedClosed(ts, self)) {
            return;
        }
        try {
            ts.callMethod(self, "flush");
        } finally {
            ts.setAttr(self, CLOSED, true);
        }
    }

    @Getter("closed")
    static boolean isClosed(ThreadState ts, Object self) {
        return isMarkedClosed(ts, self);
    }

    @Expose(doc = "Whether the position can be moved.")
    static boolean seekable(ThreadState ts, Object self) {
        return false;
    }

    @Expose(doc = "Whether it can be read.")
    static boolean readable(ThreadState ts, Object self) {
        return false;
    }

    @Expose(doc = "Whether it can be written.")
    static boolean writable(ThreadState ts, Object self) {
        return false;
    }

    @Expose(name = "_checkClosed", signature = "(*args)")
    static void checkClosed(ThreadState ts, Object self, Object[] args) {
        requireOpen(ts, self);
    }

    @Expose(name = "_checkSeekable", signature = "(*args)")
    static Object checkSeekable(ThreadState ts, Object self, IoModule state, Object[] args) {
        return requireSeekable(ts, self, state);
    }

    @Expose(name = "_checkReadable", signature = "(*args)")
    static Object checkReadable(ThreadState ts, Object self, IoModule state, Object[] args) {
        return requireReadable(ts, self, state);
    }

    @Expose(name = "_checkWritable", signature = "(*args)")
    static Object checkWritable(ThreadState ts, Object self, IoModule state, Object[] args) {
        return requireWritable(ts, self, state);
    }

    static Object requireSeekable(ThreadState ts, Object self, IoModule state) {
        return require(ts, self, state, "seekable", "File or stream is not seekable.");
    }

    static Object requireReadable(ThreadState ts, Object self, IoModule state) {
        return require(ts, self, state, "readable", "File or stream is not readable.");
    }

    static Object requireWritable(ThreadState ts, Object self, IoModule state) {
        return require(ts, self, state, "writable", "File or stream is not writable.");
    }

    private static Object require(ThreadState ts, Object self, IoModule state, String method, String message) {
        if (!Boolean.TRUE.equals(ts.callMethod(self, method))) {
            throw IoErrors.unsupported(ts, state, message);
        }
        return true;
    }

    @Expose(doc = "Return the descriptor.")
    static Object fileno(ThreadState ts, Object self, IoModule state) {
        throw IoErrors.unsupported(ts, state, "fileno");
    }

    @Expose(doc = "Whether it is a terminal.")
    static boolean isatty(ThreadState ts, Object self) {
        requireOpen(ts, self);
        return false;
    }

    @Expose
    static Object __enter__(ThreadState ts, Object self) {
        requireOpen(ts, self);
        return self;
    }

    @Expose(signature = "(*args)")
    static Object __exit__(ThreadState ts, Object self, Object[] args) {
        return ts.callMethod(self, "close");
    }

    @Expose
    static Object __iter__(ThreadState ts, Object self) {
        requireOpen(ts, self);
        return self;
    }

    @Expose
    static @Nullable Object __next__(ThreadState ts, Object self) {
        Object line = ts.callMethod(self, "readline");
        return ts.size(line) == 0 ? null : line;
    }

    /** {@code iobase_finalize}: errors of an object that nobody can see any more are reported only where Python is being developed. */
    @Expose
    static void __del__(ThreadState ts, Object self) {
        boolean closed;
        try {
            closed = ts.isTrue(ts.getAttr(self, "closed"));
        } catch (PythonException e) {
            closed = false;
        }
        if (closed) {
            return;
        }
        try {
            ts.setAttr(self, "_finalizing", true);
        } catch (PythonException e) {
            // a class without that attribute closes all the same
        }
        try {
            ts.callMethod(self, "close");
        } catch (PythonException e) {
            if (Encodings.isDevMode(ts)) {
                ts.writeUnraisable(e, self);
            }
        }
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    static Object readline(ThreadState ts, Object self, Object size) {
        long limit = IoErrors.size(ts, size, -1);
        Object peek = ts.findAttr(self, "peek");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (limit < 0 || line.size() < limit) {
            long wanted = 1;
            if (peek != null) {
                wanted = peeked(ts, peek, limit < 0 ? Long.MAX_VALUE : limit - line.size());
                if (wanted < 0) {
                    continue;
                }
            }
            Object chunk;
            try {
                chunk = ts.callMethod(self, "read", wanted);
            } catch (PythonException e) {
                if (IoErrors.retry(ts, e)) {
                    continue;
                }
                throw e;
            }
            if (!ts.isBytes(chunk)) {
                throw ts.error(
                        "OSError",
                        "read() should have returned a bytes object, not '" + IoErrors.typeName(ts, chunk) + "'");
            }
            try (BufferView view = ByteViews.of(ts, chunk)) {
                if (view.length() == 0) {
                    break;
                }
                line.write(view.array(), view.offset(), view.length());
                if (view.array()[view.offset() + view.length() - 1] == '\n') {
                    break;
                }
            }
        }
        return ts.newBytes(line.toByteArray());
    }

    /** How many bytes to read to get no further than the end of the line; negative to ask again. */
    private static long peeked(ThreadState ts, Object peek, long limit) {
        Object ahead;
        try {
            ahead = ts.call(peek, 1L);
        } catch (PythonException e) {
            if (IoErrors.retry(ts, e)) {
                return -1;
            }
            throw e;
        }
        if (!ts.isBytes(ahead)) {
            throw ts.error(
                    "OSError",
                    "peek() should have returned a bytes object, not '" + IoErrors.typeName(ts, ahead) + "'");
        }
        try (BufferView view = ByteViews.of(ts, ahead)) {
            int n = (int) Math.min(limit, view.length());
            for (int i = 0; i < n; i++) {
                if (view.array()[view.offset() + i] == '\n') {
                    return i + 1L;
                }
            }
            return Math.max(n, 1);
        }
    }

    @Expose(signature = "(hint=-1, /)", doc = "Read all lines, or about as many as a number of bytes.")
    static Object readlines(ThreadState ts, Object self, Object hint) {
        long limit = IoErrors.size(ts, hint, -1);
        Object result = ts.newListSized(8);
        Object it = ts.iter(self);
        long length = 0;
        for (Object line = ts.next(it); line != null; line = ts.next(it)) {
            ts.listAppend(result, line);
            if (limit > 0) {
                length += ts.size(line);
                if (length > limit) {
                    break;
                }
            }
        }
        return result;
    }

    @Expose(signature = "(lines, /)", doc = "Write each line; no ends are added.")
    static void writelines(ThreadState ts, Object self, Object lines) {
        requireOpen(ts, self);
        Object it = ts.iter(lines);
        for (Object line = ts.next(it); line != null; line = ts.next(it)) {
            while (true) {
                try {
                    ts.callMethod(self, "write", line);
                    break;
                } catch (PythonException e) {
                    if (!IoErrors.retry(ts, e)) {
                        throw e;
                    }
                }
            }
        }
    }

    /** An attribute that is true where nothing was set. */
    static Object orNone(@Nullable Object o) {
        return o == null ? Singleton.NONE : o;
    }
}
