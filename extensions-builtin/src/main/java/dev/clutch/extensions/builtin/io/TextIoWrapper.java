package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code TextIOWrapper}: text over a stream of bytes. */
@ExtensionType(
        name = "_io.TextIOWrapper",
        base = "_io._TextIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "Text over a stream of bytes.")
final class TextIoWrapper extends PyObject {
    final TextCore core;

    TextIoWrapper(PyType type, TextCore core) {
        super(type);
        this.core = core;
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new TextIoWrapper(cls, new TextCore());
    }

    @Expose(
            signature = "(buffer, encoding=None, errors=None, newline=None, line_buffering=False,"
                    + " write_through=False)")
    void __init__(
            ThreadState ts,
            IoModule state,
            Object buffer,
            @Nullable String encoding,
            Object errors,
            @Nullable String newline,
            boolean line_buffering,
            boolean write_through) {
        if (core.unwatched) {
            core.unwatched = false;
            ts.watch(this);
        }
        core.start(ts, state, buffer, encoding, errors, newline, line_buffering, write_through);
    }

    @Expose(
            signature = "(*, encoding=None, errors=None, newline=<absent>, line_buffering=None, write_through=None)",
            doc = "Change parameters; those not given stay.")
    void reconfigure(
            ThreadState ts,
            IoModule state,
            Object encoding,
            Object errors,
            @Nullable Object newline,
            Object line_buffering,
            Object write_through) {
        core.reconfigure(ts, state, this, encoding, errors, newline, line_buffering, write_through);
    }

    @Expose(signature = "(text, /)", doc = "Write text and return its length.")
    long write(ThreadState ts, IoModule state, Object text) {
        return core.write(ts, state, this, text);
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of characters, all by default.")
    Object read(ThreadState ts, IoModule state, Object size) {
        return core.read(ts, state, this, IoErrors.size(ts, size, -1));
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    Object readline(ThreadState ts, IoModule state, Object size) {
        core.attached(ts);
        return core.readLine(ts, state, this, ts.asLong(size));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts, IoModule state) {
        core.attached(ts);
        core.telling = false;
        Object line;
        if (type() == state.textIoWrapper(ts)) {
            line = core.readLine(ts, state, this, -1);
        } else {
            line = ts.callMethod(this, "readline");
            if (!ts.isStr(line)) {
                throw ts.error(
                        "OSError",
                        "readline() should have returned a str object, not '" + IoErrors.typeName(ts, line) + "'");
            }
        }
        if (Str.isEmpty(ts.strValue(line))) {
            core.snapshot = null;
            core.telling = core.seekable;
            return null;
        }
        return line;
    }

    @Expose(doc = "Write what is buffered.")
    void flush(ThreadState ts, IoModule state) {
        core.flush(ts, state, this);
    }

    @Expose(doc = "Flush and close, the buffer too.")
    void close(ThreadState ts, IoModule state) {
        core.close(ts, this);
        BufferedStream b = core.fast;
        if (!core.finalizing && b != null && type() == state.textIoWrapper(ts) && Finalizing.isAtEnd(b.core.file)) {
            core.unwatched = true;
            ts.unwatch(this);
        }
    }

    @Expose(doc = "Flush, and separate the buffer, which is returned.")
    Object detach(ThreadState ts) {
        return core.detach(ts, this);
    }

    @Expose(signature = "(cookie, whence=0, /)", doc = "Move to a position that tell returned.")
    Object seek(ThreadState ts, IoModule state, Object cookie, int whence) {
        return core.seek(ts, state, this, cookie, whence);
    }

    @Expose(doc = "Return the position as a number that seek takes.")
    Object tell(ThreadState ts, IoModule state) {
        return core.tell(ts, state, this);
    }

    @Expose(signature = "(pos=None, /)", doc = "Change the size of the buffer's stream.")
    Object truncate(ThreadState ts, Object pos) {
        Object stream = core.attached(ts);
        ts.callMethod(this, "flush");
        return ts.callMethod(stream, "truncate", pos);
    }

    @Expose(doc = "Return the descriptor.")
    Object fileno(ThreadState ts) {
        return ts.callMethod(core.attached(ts), "fileno");
    }

    @Expose(doc = "Whether the position can be moved.")
    Object seekable(ThreadState ts) {
        return ts.callMethod(core.attached(ts), "seekable");
    }

    @Expose(doc = "Whether it can be read.")
    Object readable(ThreadState ts) {
        return ts.callMethod(core.attached(ts), "readable");
    }

    @Expose(doc = "Whether it can be written.")
    Object writable(ThreadState ts) {
        return ts.callMethod(core.attached(ts), "writable");
    }

    @Expose(doc = "Whether it is a terminal.")
    Object isatty(ThreadState ts) {
        return ts.callMethod(core.attached(ts), "isatty");
    }

    @Expose
    Object __repr__(ThreadState ts) {
        if (core.buffer == null && !core.isDetached) {
            throw IoErrors.uninitialized(ts);
        }
        StringBuilder b = new StringBuilder("<_io.TextIOWrapper");
        Object name = null;
        try {
            name = ts.findAttr(this, "name");
        } catch (PythonException e) {
            if (!ts.matches(e, "ValueError")) {
                throw e;
            }
        }
        if (name != null) {
            b.append(" name=").append(Reprs.of(ts, this, name));
        }
        Object mode = ts.findAttr(this, "mode");
        if (mode != null) {
            b.append(" mode=").append(ts.reprText(mode));
        }
        return Str.of(b.append(" encoding=")
                .append(ts.reprText(core.encoding))
                .append('>')
                .toString());
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Expose
    Object __reduce_ex__(ThreadState ts, Object protocol) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Getter
    Object encoding(ThreadState ts) {
        return core.encoding;
    }

    @Getter
    Object buffer(ThreadState ts) {
        Object b = core.buffer;
        return b == null ? Singleton.NONE : b;
    }

    @Getter("line_buffering")
    boolean lineBuffering(ThreadState ts) {
        return core.lineBuffering;
    }

    @Getter("write_through")
    boolean writeThrough(ThreadState ts) {
        return core.writeThrough;
    }

    @Getter
    Object name(ThreadState ts) {
        return ts.getAttr(core.attached(ts), "name");
    }

    @Getter("closed")
    Object isClosed(ThreadState ts) {
        return ts.getAttr(core.attached(ts), "closed");
    }

    @Getter
    Object newlines(ThreadState ts) {
        core.attached(ts);
        TextDecoder d = core.decoder;
        return d == null ? Singleton.NONE : d.newlines(ts);
    }

    @Getter
    Object errors(ThreadState ts) {
        if (core.buffer == null && !core.isDetached) {
            throw IoErrors.uninitialized(ts);
        }
        return core.errors;
    }

    @Getter("_CHUNK_SIZE")
    long chunkSize(ThreadState ts) {
        core.attached(ts);
        return core.chunkSize;
    }

    @Setter("_CHUNK_SIZE")
    void setChunkSize(ThreadState ts, @Nullable Object value) {
        core.attached(ts);
        if (value == null) {
            throw ts.error("AttributeError", "cannot delete attribute");
        }
        Object n = ts.index(value);
        if (!(n instanceof Long l)) {
            throw ts.valueError("cannot fit '" + IoErrors.typeName(ts, value) + "' into an index-sized integer");
        }
        if (l <= 0) {
            throw ts.valueError("a strictly positive integer is required");
        }
        core.chunkSize = (int) Math.min(l, Integer.MAX_VALUE - 8);
    }

    @Getter("_finalizing")
    boolean isFinalizing(ThreadState ts) {
        return core.finalizing;
    }

    @Setter("_finalizing")
    void setFinalizing(ThreadState ts, @Nullable Object value) {
        core.finalizing = Finalizing.flag(ts, value);
    }
}
