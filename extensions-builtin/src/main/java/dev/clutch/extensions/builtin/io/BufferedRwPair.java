package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code BufferedRWPair}: a reader and a writer of two raw streams. */
@ExtensionType(
        name = "_io.BufferedRWPair",
        base = "_io._BufferedIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "A buffer for a stream that can be read and one that can be written.")
final class BufferedRwPair extends PyObject {
    private @Nullable BufferedReader reader;
    private @Nullable BufferedWriter writer;

    private BufferedRwPair(PyType type) {
        super(type);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new BufferedRwPair(cls);
    }

    @Expose(signature = "(reader, writer, buffer_size=8192, /)")
    void __init__(ThreadState ts, IoModule state, Object reader, Object writer, long buffer_size) {
        IoBase.requireReadable(ts, reader, state);
        IoBase.requireWritable(ts, writer, state);
        BufferedReader r = new BufferedReader(state.bufferedReader(ts), new BufferCore());
        r.__init__(ts, state, reader, buffer_size);
        BufferedWriter w = new BufferedWriter(state.bufferedWriter(ts), new BufferCore());
        w.__init__(ts, state, writer, buffer_size);
        this.reader = r;
        this.writer = w;
    }

    private BufferedReader reader(ThreadState ts) {
        BufferedReader r = reader;
        if (r == null) {
            throw IoErrors.uninitialized(ts);
        }
        return r;
    }

    private BufferedWriter writer(ThreadState ts) {
        BufferedWriter w = writer;
        if (w == null) {
            throw IoErrors.uninitialized(ts);
        }
        return w;
    }

    @Expose(signature = "(size=-1, /)")
    Object read(ThreadState ts, Object size) {
        return reader(ts).read(ts, size);
    }

    @Expose(signature = "(size=0, /)")
    Object peek(ThreadState ts, Object size) {
        return reader(ts).peek(ts, size);
    }

    @Expose(signature = "(size=-1, /)")
    Object read1(ThreadState ts, Object size) {
        return reader(ts).read1(ts, size);
    }

    @Expose
    Object readinto(ThreadState ts, Object buffer) {
        return reader(ts).readinto(ts, buffer);
    }

    @Expose
    Object readinto1(ThreadState ts, Object buffer) {
        return reader(ts).readinto1(ts, buffer);
    }

    @Expose
    long write(ThreadState ts, Object buffer) {
        return writer(ts).write(ts, buffer);
    }

    @Expose
    void flush(ThreadState ts) {
        writer(ts).flush(ts);
    }

    @Expose
    Object readable(ThreadState ts) {
        return reader(ts).readable(ts);
    }

    @Expose
    Object writable(ThreadState ts) {
        return writer(ts).writable(ts);
    }

    @Expose
    void close(ThreadState ts, IoModule state) {
        PythonException first = null;
        try {
            writer(ts).close(ts, state);
        } catch (PythonException e) {
            first = e;
        }
        try {
            reader(ts).close(ts, state);
        } catch (PythonException e) {
            throw first == null ? e : Chaining.chain(ts, e, first);
        }
        if (first != null) {
            throw first;
        }
    }

    @Expose
    Object isatty(ThreadState ts) {
        Object answer = writer(ts).isatty(ts);
        return Boolean.FALSE.equals(answer) ? reader(ts).isatty(ts) : answer;
    }

    @Getter("closed")
    Object isClosed(ThreadState ts) {
        BufferedWriter w = writer;
        if (w == null) {
            throw ts.error("RuntimeError", "the BufferedRWPair object is being garbage-collected");
        }
        return w.isClosed(ts);
    }
}
