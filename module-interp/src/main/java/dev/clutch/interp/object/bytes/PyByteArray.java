package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.memory.ObjectBuffers;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bytearray. Answers to {@code PyByteArrayObject}. */
@ExtensionType(
        name = "bytearray",
        subclassable = true,
        doc =
                "bytearray(source) -> a mutable sequence of bytes: of ints, of text and an encoding, of a buffer, or as many zeros.")
public final class PyByteArray extends ByteSequence {
    /** {@code bytearray}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyByteArrayDefinition(), TypeObject.OBJECT);

    /** The bytes are those from {@link #start} on, as many as {@link #size}; so taking bytes off the front moves nothing. */
    private byte[] data;

    private int start;
    private int size;

    /** The views that forbid to resize; null before the first. */
    private @Nullable BufferExports exports;

    /** Makes a bytearray that owns the array. */
    public PyByteArray(byte[] bytes) {
        this(TYPE, bytes);
    }

    private PyByteArray(TypeObject type, byte[] bytes) {
        super(type);
        data = bytes;
        size = bytes.length;
    }

    @Override
    int count() {
        return size;
    }

    @Override
    int byteAt(int index) {
        return data[start + index] & 0xff;
    }

    @Override
    public byte[] array() {
        return Arrays.copyOfRange(data, start, start + size);
    }

    @Override
    String text() {
        return new String(data, start, size, StandardCharsets.ISO_8859_1);
    }

    @Override
    ByteSequence make(byte[] bytes) {
        return new PyByteArray(bytes);
    }

    // --- storage -----------------------------------------------------------------------------------------------

    private void checkResizable(PyThreadState ts) {
        BufferExports e = exports;
        if (e != null && e.count() > 0) {
            throw Errors.error(ts, "BufferError", "Existing exports of data: object cannot be re-sized");
        }
    }

    /** Moves the bytes to another bytearray without copying them; this one is empty from here on. Refused while somebody has a view. */
    public PyByteArray moveOut(PyThreadState ts) {
        checkResizable(ts);
        PyByteArray moved = new PyByteArray(data);
        moved.start = start;
        moved.size = size;
        data = new byte[0];
        start = 0;
        size = 0;
        return moved;
    }

    /** Takes back what {@link #moveOut} moved, before anything that was added meanwhile. */
    public void moveBack(PyThreadState ts, PyByteArray moved) {
        replace(ts, 0, 0, moved.array(), moved.size);
    }

    /** Replaces the bytes by those of an array that is owned from here on. */
    private void setAll(PyThreadState ts, byte[] bytes) {
        if (bytes.length != size) {
            checkResizable(ts);
        } else if (exports != null) {
            System.arraycopy(bytes, 0, data, start, size);
            return;
        }
        data = bytes;
        start = 0;
        size = bytes.length;
    }

    /** Replaces the bytes from an index up to another by some ({@code bytearray_setslice_linear}). */
    private void replace(PyThreadState ts, int from, int to, byte[] with, int length) {
        int growth = length - (to - from);
        if (growth != 0) {
            checkResizable(ts);
            resize(ts, from, to, growth);
        }
        System.arraycopy(with, 0, data, start + from, length);
    }

    private void resize(PyThreadState ts, int from, int to, int growth) {
        int newSize = grownSize(ts, growth);
        if (growth < 0 && from == 0) {
            start = newSize == 0 ? 0 : start - growth;
            size = newSize;
            return;
        }
        byte[] target = data;
        int newStart = start;
        if (start + newSize > data.length) {
            newStart = 0;
            target = newSize > data.length - (data.length >> 3)
                    ? new byte[Math.max(newSize, (int) Math.min(newSize + (newSize >> 3) + 6L, Integer.MAX_VALUE - 8))]
                    : data;
        }
        moveInto(target, newStart, from, to, growth);
        data = target;
        start = newStart;
        size = newSize;
    }

    private void moveInto(byte[] target, int newStart, int from, int to, int growth) {
        int tail = size - to;
        if (target != data) {
            System.arraycopy(data, start, target, newStart, from);
            System.arraycopy(data, start + to, target, newStart + to + growth, tail);
        } else if (newStart == start) {
            System.arraycopy(data, start + to, target, start + to + growth, tail);
        } else {
            // to the front of the same array: the head first, since the tail may land on it
            byte[] rest = Arrays.copyOfRange(data, start + to, start + size);
            System.arraycopy(data, start, target, newStart, from);
            System.arraycopy(rest, 0, target, newStart + to + growth, tail);
        }
    }

    private int grownSize(PyThreadState ts, int growth) {
        long n = (long) size + growth;
        if (n > Integer.MAX_VALUE - 8) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(n);
        return (int) n;
    }

    public BufferView view(PyThreadState ts) {
        BufferExports e = exports;
        if (e == null) {
            e = new BufferExports();
            exports = e;
        }
        return new BufferView(ts, this, data, start, size, false, e);
    }

    @Override
    Object[] partsOf(PyThreadState ts, Object iterable) {
        try (BufferView _ = view(ts)) { // the iterator may not resize this
            return super.partsOf(ts, iterable);
        }
    }

    @Expose
    Object __buffer__(PyThreadState ts, Object flags) {
        ObjectBuffers.flags(ts, flags);
        return PyMemoryView.of(ts, view(ts));
    }

    @Expose
    void __release_buffer__(PyThreadState ts, Object view) {
        ObjectBuffers.releaseOf(ts, this, view);
    }

    // --- construction ------------------------------------------------------------------------------------------

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object allocate(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyByteArray((TypeObject) cls, new byte[0]);
    }

    @Expose(signature = "(source=<absent>, encoding=<absent>, errors=<absent>)")
    void __init__(PyThreadState ts, @Nullable Object source, @Nullable Object encoding, @Nullable Object errors) {
        if (size != 0) {
            setAll(ts, new byte[0]);
        }
        if (source == null || encoding != null || errors != null || !ByteArguments.isIterated(source)) {
            setAll(ts, ByteArguments.construct(ts, "bytearray", source, encoding, errors));
            return;
        }
        // one after the other, since the iterator may look at this
        Object it = Iter.iter(ts, source);
        setAll(ts, new byte[0]);
        data = new byte[8];
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            append(ts, v);
        }
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object fromhex(PyThreadState ts, PyType cls, Object string) {
        byte[] bytes = ByteArguments.fromHex(ts, string);
        return cls == TYPE ? new PyByteArray(bytes) : Call.call1(ts, cls, new PyBytes(bytes));
    }

    @Expose(kind = Expose.Kind.STATIC)
    static Object maketrans(PyThreadState ts, Object frm, Object to) {
        return new PyBytes(ByteArguments.makeTable(ts, frm, to));
    }

    // --- sequence ----------------------------------------------------------------------------------------------

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyByteArrayIterator(this);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Types.of(this).name() + "(" + ByteText.reprOfArray(array()) + ")";
    }

    @Expose(slot = Slot.ICONCAT)
    Object __iadd__(PyThreadState ts, Object other) {
        if (Types.of(other).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "can't concat " + Types.of(other).displayName() + " to "
                            + Types.of(this).displayName());
        }
        byte[] more = ByteArguments.bytes(ts, other);
        replace(ts, size, size, more, more.length);
        return this;
    }

    @Expose(slot = Slot.IREPEAT)
    Object __imul__(PyThreadState ts, Object count) {
        setAll(ts, ((ByteSequence) __mul__(ts, count)).array());
        return this;
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        if (key instanceof PySlice slice) {
            SliceIndices indices = SliceIndices.of(ts, slice, size);
            byte[] bytes = assigned(ts, value);
            // making the bytes may have run code that changed the size
            assign(
                    ts,
                    bytes.length == 0 && size == 0 ? SliceIndices.of(ts, slice, 0) : clip(ts, slice, indices),
                    bytes);
            return;
        }
        checkSubscript(ts, key);
        long position = Numbers.position(ts, key);
        int v = ByteArguments.byteValue(ts, value);
        data[start + checkIndex(ts, position)] = (byte) v;
    }

    private SliceIndices clip(PyThreadState ts, PySlice slice, SliceIndices indices) {
        return indices.stop() <= size && indices.start() <= size ? indices : SliceIndices.of(ts, slice, size);
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            assign(ts, SliceIndices.of(ts, slice, size), new byte[0]);
            return;
        }
        checkSubscript(ts, key);
        int i = checkIndex(ts, Numbers.position(ts, key));
        replace(ts, i, i + 1, data, 0);
    }

    private void checkSubscript(PyThreadState ts, Object key) {
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    "bytearray indices must be integers or slices, not "
                            + Types.of(key).displayName());
        }
    }

    private int checkIndex(PyThreadState ts, long i) {
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.error(ts, "IndexError", "bytearray index out of range");
        }
        return (int) i;
    }

    private byte[] assigned(PyThreadState ts, Object value) {
        if (value instanceof PyByteArray b) {
            return b.array();
        }
        TypeObject type = Types.of(value);
        if (PyStr.isStr(value)
                || type.slot(Slot.INDEX) != null
                || type.slot(Slot.INT) != null
                || type.slot(Slot.FLOAT) != null
                || value instanceof PyComplex) {
            throw Errors.typeError(ts, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        return ByteArguments.ofObject(ts, "bytearray", value);
    }

    private void assign(PyThreadState ts, SliceIndices i, byte[] bytes) {
        if (i.step() == 1) {
            replace(ts, i.start(), Math.max(i.start(), i.stop()), bytes, bytes.length);
            return;
        }
        if (bytes.length == 0) {
            checkResizable(ts);
            delete(ts, i);
            return;
        }
        if (bytes.length != i.count()) {
            throw Errors.valueError(
                    ts, "attempt to assign bytes of size " + bytes.length + " to extended slice of size " + i.count());
        }
        for (int n = 0; n < bytes.length; n++) {
            data[start + i.at(n)] = bytes[n];
        }
    }

    private void delete(PyThreadState ts, SliceIndices i) {
        if (i.count() == 0) {
            return;
        }
        boolean[] gone = new boolean[size];
        for (int n = 0; n < i.count(); n++) {
            gone[i.at(n)] = true;
        }
        byte[] kept = new byte[size - i.count()];
        int n = 0;
        for (int p = 0; p < size; p++) {
            if (!gone[p]) {
                kept[n++] = data[start + p];
            }
        }
        setAll(ts, kept);
    }

    // --- methods -----------------------------------------------------------------------------------------------

    @Expose(doc = "Append a single item to the end.")
    void append(PyThreadState ts, Object item) {
        int v = ByteArguments.byteValue(ts, item);
        checkResizable(ts);
        if (start + size < data.length) {
            size++;
        } else {
            resize(ts, size, size, 1);
        }
        data[start + size - 1] = (byte) v;
    }

    @Expose(signature = "(iterable_of_ints, /)", doc = "Append all the items of an iterable.")
    void extend(PyThreadState ts, Object iterable) {
        byte[] more;
        if (Types.of(iterable).slot(Slot.BUFFER) != null) {
            more = ByteArguments.copy(ts, iterable);
        } else if (Types.of(iterable).slot(Slot.ITER) == null
                && Types.of(iterable).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    ts, "can't extend bytearray with " + Types.of(iterable).displayName());
        } else {
            more = ByteArguments.ofIterable(ts, "bytearray", iterable);
        }
        replace(ts, size, size, more, more.length);
    }

    @Expose(doc = "Insert an item before an index.")
    void insert(PyThreadState ts, Object index, Object item) {
        long i = Numbers.ssize(ts, index);
        int v = ByteArguments.byteValue(ts, item);
        if (i < 0) {
            i = Math.max(0, i + size);
        }
        int at = (int) Math.min(i, size);
        replace(ts, at, at, new byte[] {(byte) v}, 1);
    }

    @Expose(signature = "(index=-1, /)", doc = "Remove and return the item at an index.")
    Object pop(PyThreadState ts, Object index) {
        long i = Numbers.ssize(ts, index);
        if (size == 0) {
            throw Errors.error(ts, "IndexError", "pop from empty bytearray");
        }
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.error(ts, "IndexError", "pop index out of range");
        }
        long value = byteAt((int) i);
        replace(ts, (int) i, (int) i + 1, data, 0);
        return value;
    }

    @Expose(doc = "Remove the first occurrence of a value.")
    void remove(PyThreadState ts, Object value) {
        int v = ByteArguments.byteValue(ts, value);
        for (int i = 0; i < size; i++) {
            if (byteAt(i) == v) {
                replace(ts, i, i + 1, data, 0);
                return;
            }
        }
        throw Errors.valueError(ts, "value not found in bytearray");
    }

    @Expose(doc = "Remove all items.")
    void clear(PyThreadState ts) {
        setAll(ts, new byte[0]);
    }

    @Expose(doc = "Return a copy.")
    Object copy(PyThreadState ts) {
        return new PyByteArray(array());
    }

    @Expose(doc = "Reverse the order of the items.")
    void reverse(PyThreadState ts) {
        for (int i = start, j = start + size - 1; i < j; i++, j--) {
            byte b = data[i];
            data[i] = data[j];
            data[j] = b;
        }
    }

    /** The bytes that are allocated: one more than used, as in CPython, where a null byte ends them. */
    @Expose(doc = "Return the number of bytes that are allocated.")
    long __alloc__(PyThreadState ts) {
        return data.length == 0 ? 0 : data.length + 1L;
    }

    @Expose(doc = "Return the size in memory, in bytes.")
    long __sizeof__(PyThreadState ts) {
        return 56 + __alloc__(ts);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return reduce(ts, 2);
    }

    @Expose(signature = "(proto=0, /)")
    Object __reduce_ex__(PyThreadState ts, int proto) {
        return reduce(ts, proto);
    }

    private Object reduce(PyThreadState ts, int protocol) {
        Object state = Call.method0(ts, this, "__getstate__");
        PyTuple args;
        if (size == 0) {
            args = PyTuple.EMPTY;
        } else if (protocol < 3) {
            args = new PyTuple(text(), "latin-1");
        } else {
            args = new PyTuple(new PyBytes(array()));
        }
        return new PyTuple(type(), args, state);
    }
}
