package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code BytesIO}: a stream in memory. Answers to {@code bytesio.c}. */
@ExtensionType(
        name = "_io.BytesIO",
        base = "_io._BufferedIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        skipsFinalizer = true,
        doc = "A stream of bytes in memory.")
final class BytesIo extends PyObject {
    private static final byte[] EMPTY = {};
    private static final int MAXIMUM = Integer.MAX_VALUE - 8;

    /** Null when closed. */
    private byte @Nullable [] bytes = EMPTY;

    /** A bytes object has the same array. */
    private boolean isShared = true;

    /** A view may write to the array. */
    private boolean wasExported;

    private int size;
    private long position;
    private final BufferExports exports = new BufferExports();

    private BytesIo(PyType type) {
        super(type);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new BytesIo(cls);
    }

    @Expose(signature = "(initial_bytes=None)")
    void __init__(ThreadState ts, Object initial_bytes) {
        requireUnexported(ts);
        bytes = EMPTY;
        isShared = true;
        size = 0;
        position = 0;
        if (initial_bytes != Singleton.NONE) {
            take(ts, initial_bytes);
        }
    }

    /** Starts with the bytes of an object; those of a bytes object are not copied until something is written. */
    private void take(ThreadState ts, Object initial) {
        try (BufferView view = ByteViews.of(ts, initial)) {
            size = view.length();
            isShared = ts.isBytes(initial) && view.offset() == 0 && view.length() == view.array().length;
            bytes = isShared
                    ? view.array()
                    : Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    private byte[] open(ThreadState ts) {
        byte[] b = bytes;
        if (b == null) {
            throw IoErrors.closed(ts);
        }
        return b;
    }

    private void requireUnexported(ThreadState ts) {
        if (exports.count() > 0) {
            throw ts.error("BufferError", "Existing exports of data: object cannot be re-sized");
        }
    }

    @Expose(doc = "Return true.")
    boolean readable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Expose(doc = "Return true.")
    boolean writable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Expose(doc = "Return true.")
    boolean seekable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Expose(doc = "Do nothing.")
    void flush(ThreadState ts) {
        open(ts);
    }

    @Expose(doc = "Return false.")
    boolean isatty(ThreadState ts) {
        open(ts);
        return false;
    }

    @Expose(doc = "Return the position.")
    long tell(ThreadState ts) {
        open(ts);
        return position;
    }

    @Expose(doc = "A view of the content, through which it can be changed.")
    Object getbuffer(ThreadState ts, IoModule state) {
        open(ts);
        return view(ts, new BytesIoBuffer(state.type(ts, "_BytesIOBuffer"), this));
    }

    /** A memoryview of the content, which no bytes object shares from now on. */
    Object view(ThreadState ts, PyObject exporter) {
        byte[] b = open(ts);
        if (isShared) {
            b = Arrays.copyOf(b, size);
            bytes = b;
            isShared = false;
        }
        wasExported = true;
        return ts.newMemoryView(new BufferView(ts, exporter, b, 0, size, false, exports));
    }

    @Expose(doc = "Return the content.")
    Object getvalue(ThreadState ts) {
        byte[] b = open(ts);
        if (size == b.length && mayShare()) {
            isShared = true;
            return ts.newBytes(b);
        }
        if (size > b.length / 2 && size > 4096 && mayShare()) {
            // what is asked for once is asked for again
            b = Arrays.copyOf(b, size);
            bytes = b;
            isShared = true;
            return ts.newBytes(b);
        }
        return ts.newBytes(Arrays.copyOf(b, size));
    }

    /** Whether a bytes object may have the array: not while a view can write to it. */
    private boolean mayShare() {
        return isShared || !wasExported;
    }

    private Object take(ThreadState ts, int n) {
        byte[] b = open(ts);
        if (n == 0) {
            return ts.newBytes(EMPTY);
        }
        int from = (int) position;
        position += n;
        if (from == 0 && n == b.length && mayShare()) {
            isShared = true;
            return ts.newBytes(b);
        }
        return ts.newBytes(Arrays.copyOfRange(b, from, from + n));
    }

    /** How many of the wanted bytes there are. */
    private int available(long wanted) {
        long rest = Math.max(0, size - position);
        return (int) (wanted < 0 || wanted > rest ? rest : wanted);
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of bytes, all by default.")
    Object read(ThreadState ts, Object size) {
        long wanted = IoErrors.size(ts, size, -1);
        open(ts);
        return take(ts, available(wanted));
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of bytes, all by default.")
    Object read1(ThreadState ts, Object size) {
        return read(ts, size);
    }

    private int line(ThreadState ts, long limit) {
        byte[] b = open(ts);
        int n = available(limit);
        for (int i = 0, p = (int) Math.min(position, size); i < n; i++) {
            if (b[p + i] == '\n') {
                return i + 1;
            }
        }
        return n;
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    Object readline(ThreadState ts, Object size) {
        long limit = IoErrors.size(ts, size, -1);
        return take(ts, line(ts, limit));
    }

    @Expose(signature = "(size=None, /)", doc = "Read all lines, or about as many as a number of bytes.")
    Object readlines(ThreadState ts, Object size) {
        open(ts);
        long limit = 0;
        if (size != Singleton.NONE) {
            if (!ts.isInt(size)) {
                throw ts.typeError("integer argument expected, got '" + IoErrors.typeName(ts, size) + "'");
            }
            limit = ts.asLong(size);
        }
        Object lines = ts.newListSized(8);
        long total = 0;
        for (int n = line(ts, -1); n > 0; n = line(ts, -1)) {
            ts.listAppend(lines, take(ts, n));
            total += n;
            if (limit > 0 && total >= limit) {
                break;
            }
        }
        return lines;
    }

    @Expose(doc = "Read into a buffer.")
    long readinto(ThreadState ts, Object buffer) {
        try (BufferView view = ByteViews.writable(ts, buffer, "readinto")) {
            byte[] b = open(ts);
            int n = available(view.length());
            System.arraycopy(b, (int) Math.min(position, size), view.array(), view.offset(), n);
            position += n;
            return n;
        }
    }

    @Expose
    Object __iter__(ThreadState ts) {
        open(ts);
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        int n = line(ts, -1);
        return n == 0 ? null : take(ts, n);
    }

    @Expose(signature = "(size=None, /)", doc = "Change the size, to the position by default.")
    Object truncate(ThreadState ts, Object size) {
        requireUnexported(ts);
        byte[] b = open(ts);
        long length = IoErrors.size(ts, size, position);
        if (length < 0) {
            throw ts.valueError("negative size value " + length);
        }
        if (length < this.size) {
            this.size = (int) length;
            bytes = Arrays.copyOf(b, this.size);
            isShared = false;
        }
        return length;
    }

    @Expose(signature = "(pos, whence=0, /)", doc = "Move to a position and return it.")
    long seek(ThreadState ts, Object pos, int whence) {
        long offset = index(ts, pos);
        open(ts);
        if (offset < 0 && whence == 0) {
            throw ts.valueError("negative seek value " + offset);
        }
        long base;
        if (whence == 0) {
            base = 0;
        } else if (whence == 1) {
            base = position;
        } else if (whence == 2) {
            base = size;
        } else {
            throw ts.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
        }
        if (offset > Long.MAX_VALUE - base) {
            throw ts.error("OverflowError", "new position too large");
        }
        position = Math.max(0, base + offset);
        return position;
    }

    private static long index(ThreadState ts, Object o) {
        if (o instanceof Long n) {
            return n;
        }
        Object n = ts.index(o);
        if (!(n instanceof Long l)) {
            throw ts.error(
                    "OverflowError", "cannot fit '" + IoErrors.typeName(ts, o) + "' into an index-sized integer");
        }
        return l;
    }

    @Expose(signature = "(b, /)", doc = "Write bytes and return how many.")
    long write(ThreadState ts, Object b) {
        open(ts);
        requireUnexported(ts);
        try (BufferView view = ByteViews.of(ts, b)) {
            put(ts, view.array(), view.offset(), view.length());
            return view.length();
        }
    }

    private void put(ThreadState ts, byte[] source, int offset, int length) {
        byte[] b = open(ts);
        requireUnexported(ts);
        if (length == 0) {
            return;
        }
        long end = position + length;
        if (end > MAXIMUM) {
            throw ts.error("OverflowError", "new buffer size too large");
        }
        if (isShared || end > b.length) {
            long room = end <= b.length ? b.length : Math.min(MAXIMUM, Math.max(end, b.length + (b.length >> 1) + 32L));
            b = Arrays.copyOf(b, (int) room);
            bytes = b;
            isShared = false;
            wasExported = false;
        }
        if (position > size) {
            Arrays.fill(b, size, (int) position, (byte) 0);
        }
        System.arraycopy(source, offset, b, (int) position, length);
        position = end;
        size = Math.max(size, (int) end);
    }

    @Expose(signature = "(lines, /)", doc = "Write each of some bytes.")
    void writelines(ThreadState ts, Object lines) {
        open(ts);
        Object it = ts.iter(lines);
        for (Object line = ts.next(it); line != null; line = ts.next(it)) {
            write(ts, line);
        }
    }

    @Expose(doc = "Let the content go.")
    void close(ThreadState ts) {
        requireUnexported(ts);
        bytes = null;
    }

    @Getter("closed")
    boolean isClosed(ThreadState ts) {
        return bytes == null;
    }

    @Expose
    Object __getstate__(ThreadState ts) {
        Object value = getvalue(ts);
        Object dict = ts.dictOf(this);
        return ts.newTuple(value, position, dict == null ? Singleton.NONE : ts.callMethod(dict, "copy"));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        open(ts);
        if (!ts.isTuple(state) || ts.fastSize(state) < 3) {
            throw ts.typeError(
                    type().name() + ".__setstate__ argument should be 3-tuple, got " + IoErrors.typeName(ts, state));
        }
        requireUnexported(ts);
        __init__(ts, Singleton.NONE);
        Object value = ts.fastItem(state, 0);
        write(ts, value);
        Object at = ts.fastItem(state, 1);
        if (!ts.isInt(at)) {
            throw ts.typeError("second item of state must be an integer, not " + IoErrors.typeName(ts, at));
        }
        long p = ts.asLong(at);
        if (p < 0) {
            throw ts.valueError("position value cannot be negative");
        }
        position = p;
        Object dict = ts.fastItem(state, 2);
        if (dict != Singleton.NONE) {
            if (!ts.isDict(dict)) {
                throw ts.typeError("third item of state should be a dict, got a " + IoErrors.typeName(ts, dict));
            }
            ts.callMethod(ts.getAttr(this, "__dict__"), "update", dict);
        }
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        byte[] b = bytes;
        return 80L + (b == null || isShared ? 0 : b.length);
    }
}
