package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.ByteArguments;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Numbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A memoryview. Answers to {@code PyMemoryViewObject}. */
@ExtensionType(name = "memoryview", sequence = true, weakReferences = true, doc = "A view of the memory of an object.")
public final class PyMemoryView extends PyObject {
    /** {@code memoryview}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMemoryViewDefinition(), TypeObject.OBJECT);

    /** The buffer of an exporter, shared by the memoryviews made of one another; it is released with the last. Answers to {@code _PyManagedBuffer}. */
    private static final class Managed {
        final BufferView view;
        int users;

        Managed(BufferView view) {
            this.view = view;
        }
    }

    /** Null when released, so that this does not keep the exporter's memory in use. */
    private @Nullable Managed managed;

    private final MemoryLayout layout;

    /** The views that others have of this one; null before the first. */
    private @Nullable BufferExports exports;

    private boolean isRestricted;
    private long hash = -1;

    private PyMemoryView(Managed managed, MemoryLayout layout) {
        super(TYPE);
        this.managed = managed;
        this.layout = layout;
        managed.users++;
    }

    /** Makes a memoryview that owns a view. */
    public static PyMemoryView of(PyThreadState ts, BufferView view) {
        return new PyMemoryView(new Managed(view), MemoryLayout.of(view));
    }

    /** {@code PyMemoryView_FromObject}. */
    public static PyMemoryView ofObject(PyThreadState ts, Object o, int flags) {
        if (o instanceof PyMemoryView m) {
            m.check(ts);
            return m.with(ts, m.layout);
        }
        return of(ts, buffer(ts, o, flags));
    }

    /** The buffer of an object that is no memoryview. */
    public static BufferView buffer(PyThreadState ts, Object o, int flags) {
        if (Types.of(o).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "memoryview: a bytes-like object is required, not '"
                            + Types.of(o).displayName() + "'");
        }
        return ObjectBuffers.request(ts, o, flags);
    }

    private PyMemoryView with(PyThreadState ts, MemoryLayout other) {
        return new PyMemoryView(managed(ts), other);
    }

    private Managed managed(PyThreadState ts) {
        Managed m = managed;
        if (m == null || m.view.isReleased()) {
            throw Errors.valueError(ts, "operation forbidden on released memoryview object");
        }
        m.view.checkOpen(ts);
        return m;
    }

    /** {@code CHECK_RELEASED} and {@code CHECK_RESTRICTED}. */
    private void check(PyThreadState ts) {
        live(ts);
        if (isRestricted) {
            throw Errors.valueError(ts, "cannot create new view on restricted memoryview");
        }
    }

    /** The layout, while it may be used. */
    MemoryLayout live(PyThreadState ts) {
        managed(ts);
        return layout;
    }

    /** Whether the memory may not be looked at any more ({@code BASE_INACCESSIBLE}). */
    boolean isUnusable() {
        return managed == null || managed.view.isReleased();
    }

    // --- buffer ------------------------------------------------------------------------------------------------

    /** {@code memory_getbuf}. */
    public BufferView view(PyThreadState ts, int flags) {
        check(ts);
        MemoryLayout v = layout;
        String problem = null;
        boolean format = (flags & Buffers.FORMAT) != 0;
        boolean strides = (flags & Buffers.STRIDES) == Buffers.STRIDES;
        if ((flags & Buffers.WRITABLE) != 0 && v.isReadonly()) {
            problem = "not writable";
        } else if ((flags & Buffers.C_CONTIGUOUS) == Buffers.C_CONTIGUOUS && !v.isCContiguous()) {
            problem = "not C-contiguous";
        } else if ((flags & Buffers.F_CONTIGUOUS) == Buffers.F_CONTIGUOUS && !v.isFortranContiguous()) {
            problem = "not Fortran contiguous";
        } else if ((flags & Buffers.ANY_CONTIGUOUS) == Buffers.ANY_CONTIGUOUS
                && !v.isCContiguous()
                && !v.isFortranContiguous()) {
            problem = "not contiguous";
        } else if (!strides && !v.isCContiguous()) {
            problem = "not C-contiguous";
        }
        if (problem != null) {
            throw Errors.error(ts, "BufferError", "memoryview: underlying buffer is " + problem);
        }
        boolean shape = (flags & Buffers.ND) != 0;
        if (!shape && format) {
            throw Errors.error(
                    ts, "BufferError", "memoryview: cannot cast to unsigned bytes if the format flag is present");
        }
        BufferExports e = exports;
        if (e == null) {
            e = new BufferExports();
            exports = e;
        }
        return v.view(ts, this, format, shape, e);
    }

    /** The view that this owns alone, to be used instead of it. */
    BufferView takeView(PyThreadState ts) {
        return managed(ts).view;
    }

    /** Whether this is a view of the memory of an object, and not of another that it got from somewhere. */
    boolean isOf(Object object) {
        return managed != null && managed.view.exporter() == object;
    }

    /** Another memoryview of the same memory, of which no more can be made ({@code _Py_MEMORYVIEW_RESTRICTED}). */
    PyMemoryView restricted(PyThreadState ts) {
        PyMemoryView m = with(ts, layout);
        m.isRestricted = true;
        return m;
    }

    @Expose
    Object __buffer__(PyThreadState ts, Object flags) {
        return of(ts, view(ts, ObjectBuffers.flags(ts, flags)));
    }

    @Expose
    void __release_buffer__(PyThreadState ts, Object view) {
        ObjectBuffers.releaseOf(ts, this, view);
    }

    /** {@code wrap_releasebuffer} with this as the argument. */
    void releaseFor(PyThreadState ts, Object owner) {
        Managed m = managed;
        if (m == null) {
            return;
        }
        if (m.view.exporter() != owner) {
            throw Errors.valueError(ts, "memoryview's buffer is not this object");
        }
        managed = null;
        m.view.release(ts);
    }

    /** Ends this memoryview unless it is in use. */
    void releaseQuietly(PyThreadState ts) {
        if (managed != null && (exports == null || exports.count() == 0)) {
            release(ts);
        }
    }

    @Expose(doc = "Release the underlying buffer.")
    void release(PyThreadState ts) {
        Managed m = managed;
        if (m == null) {
            return;
        }
        int n = exports == null ? 0 : exports.count();
        if (n > 0) {
            throw Errors.error(ts, "BufferError", "memoryview has " + n + " exported buffer" + (n == 1 ? "" : "s"));
        }
        managed = null;
        if (--m.users == 0) {
            m.view.release(ts);
        }
    }

    @Expose
    Object __enter__(PyThreadState ts) {
        live(ts);
        return this;
    }

    @Expose
    void __exit__(PyThreadState ts, Object[] args) {
        release(ts);
    }

    // --- construction ------------------------------------------------------------------------------------------

    @Expose(signature = "(object)")
    static Object __new__(PyThreadState ts, PyType cls, Object object) {
        return ofObject(ts, object, Buffers.FULL_READONLY);
    }

    @Expose(name = "_from_flags", signature = "(object, flags)", kind = Expose.Kind.CLASS)
    static Object fromFlags(PyThreadState ts, PyType cls, Object object, int flags) {
        if (object instanceof PyMemoryView m) {
            return m.with(ts, m.layout);
        }
        return ofObject(ts, object, flags);
    }

    @Expose(signature = "(format, shape=<absent>)", doc = "Cast to a new format or shape.")
    Object cast(PyThreadState ts, Object format, @Nullable Object shape) {
        if (!PyStr.isStr(format)) {
            throw Errors.typeError(
                    ts,
                    "cast() argument 'format' must be str, not "
                            + Types.of(format).displayName());
        }
        check(ts);
        return with(ts, MemoryCast.cast(ts, layout, PyStr.plain(format), shape));
    }

    @Expose(doc = "Return a readonly version.")
    Object toreadonly(PyThreadState ts) {
        check(ts);
        return with(ts, layout.readonly());
    }

    // --- items -------------------------------------------------------------------------------------------------

    @Expose
    int __len__(PyThreadState ts) {
        MemoryLayout v = live(ts);
        if (v.dimensions() == 0) {
            throw Errors.typeError(ts, "0-dim memory has no length");
        }
        return v.shape(0);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        MemoryLayout v = live(ts);
        if (key instanceof Long i && v.dimensions() == 1) {
            return v.get(ts, v.offsetOf(ts, i, 0));
        }
        if (v.dimensions() == 0) {
            if (key instanceof PyTuple t && t.size() == 0) {
                return v.get(ts, v.offset());
            }
            if (key == Singleton.ELLIPSIS) {
                return this;
            }
            throw Errors.typeError(ts, "invalid indexing of 0-dim memory");
        }
        if (Types.of(key).slot(Slot.INDEX) != null) {
            long i = Numbers.position(ts, key);
            v = live(ts);
            MemoryFormat.single(ts, v.format());
            if (v.dimensions() > 1) {
                throw Errors.error(ts, "NotImplementedError", "multi-dimensional sub-views are not implemented");
            }
            return v.get(ts, v.offsetOf(ts, i, 0));
        }
        if (key instanceof PySlice slice) {
            check(ts);
            Managed m = managed(ts);
            // the bounds may run code that releases this, but not what the result is a view of
            m.users++;
            try {
                return new PyMemoryView(m, v.slice(SliceIndices.of(ts, slice, v.shape(0))));
            } finally {
                m.users--;
            }
        }
        if (isMultiIndex(key)) {
            return v.get(ts, v.offsetOf(ts, (PyTuple) key, () -> live(ts)));
        }
        if (isMultiSlice(key)) {
            throw Errors.error(ts, "NotImplementedError", "multi-dimensional slicing is not implemented");
        }
        throw Errors.typeError(ts, "memoryview: invalid slice key");
    }

    private static boolean isMultiIndex(Object key) {
        if (!(key instanceof PyTuple t)) {
            return false;
        }
        for (int i = 0; i < t.size(); i++) {
            if (Types.of(t.get(i)).slot(Slot.INDEX) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMultiSlice(Object key) {
        if (!(key instanceof PyTuple t) || t.size() == 0) {
            return false;
        }
        for (int i = 0; i < t.size(); i++) {
            if (!(t.get(i) instanceof PySlice)) {
                return false;
            }
        }
        return true;
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        MemoryLayout v = writable(ts);
        char format = MemoryFormat.character(v.format());
        if (v.isReadonly()) {
            throw Errors.typeError(ts, "cannot modify read-only memory");
        }
        int at;
        if (v.dimensions() == 0) {
            if (key != Singleton.ELLIPSIS && !(key instanceof PyTuple t && t.size() == 0)) {
                throw Errors.typeError(ts, "invalid indexing of 0-dim memory");
            }
            at = v.offset();
        } else if (Types.of(key).slot(Slot.INDEX) != null) {
            if (v.dimensions() > 1) {
                throw Errors.error(ts, "NotImplementedError", "sub-views are not implemented");
            }
            long i = Numbers.position(ts, key);
            at = v.offsetOf(ts, i, 0);
        } else if (key instanceof PySlice slice && v.dimensions() == 1) {
            MemoryCast.assign(ts, this, slice, value);
            return;
        } else if (isMultiIndex(key)) {
            at = v.offsetOf(ts, (PyTuple) key, () -> live(ts));
        } else if (key instanceof PySlice || isMultiSlice(key)) {
            throw Errors.error(
                    ts, "NotImplementedError", "memoryview slice assignments are currently restricted to ndim = 1");
        } else {
            throw Errors.typeError(ts, "memoryview: invalid slice key");
        }
        // converting the value runs code that may release this
        byte[] item = new byte[8];
        MemoryFormat.pack(ts, format, item, 0, value);
        live(ts);
        v.write(at, item, v.itemSize());
    }

    private MemoryLayout writable(PyThreadState ts) {
        MemoryLayout v = live(ts);
        MemoryFormat.single(ts, v.format());
        return v;
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        if (writable(ts).isReadonly()) {
            throw Errors.typeError(ts, "cannot modify read-only memory");
        }
        throw Errors.typeError(ts, "cannot delete memory");
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        MemoryLayout v = live(ts);
        if (v.dimensions() == 0) {
            throw Errors.typeError(ts, "invalid indexing of 0-dim memory");
        }
        MemoryFormat.single(ts, v.format());
        if (v.dimensions() > 1) {
            throw Errors.error(ts, "NotImplementedError", "multi-dimensional sub-views are not implemented");
        }
        return new PyMemoryIterator(this, v.shape(0));
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (op != Slot.EQ && op != Slot.NE) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Boolean equal = MemoryCompare.equal(ts, this, other);
        return equal == null ? Singleton.NOT_IMPLEMENTED : (Object) (equal == (op == Slot.EQ));
    }

    @Expose
    long __hash__(PyThreadState ts) {
        if (hash == -1) {
            MemoryLayout v = live(ts);
            if (!v.isReadonly()) {
                throw Errors.valueError(ts, "cannot hash writable memoryview object");
            }
            if (!MemoryFormat.isByte(v.format())) {
                throw Errors.valueError(ts, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
            }
            Hashing.hash(ts, managed(ts).view.exporter());
            hash = PyBytes.hash(v.bytes(false));
        }
        return hash;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<" + (managed == null ? "released memory" : "memory") + " at " + Identity.address(ts, this) + ">";
    }

    // --- conversion --------------------------------------------------------------------------------------------

    @Expose(signature = "(order='C')", doc = "Return the data as bytes.")
    Object tobytes(PyThreadState ts, Object order) {
        Object text = order;
        if (order != Singleton.NONE && !PyStr.isStr(order)) {
            throw Errors.typeError(
                    ts,
                    "tobytes() argument 'order' must be str or None, not "
                            + Types.of(order).displayName());
        }
        MemoryLayout v = live(ts);
        boolean fortran = false;
        if (order != Singleton.NONE) {
            text = PyStr.plain(order);
            if ("F".equals(text)) {
                fortran = true;
            } else if ("A".equals(text)) {
                fortran = v.isFortranContiguous() && !v.isCContiguous();
            } else if (!"C".equals(text)) {
                throw Errors.valueError(ts, "order must be 'C', 'F' or 'A'");
            }
        }
        return new PyBytes(v.bytes(fortran));
    }

    @Expose(doc = "Return the data as a list of items.")
    Object tolist(PyThreadState ts) {
        MemoryLayout v = live(ts);
        char format = MemoryFormat.single(ts, v.format());
        return v.toList(ts, format, v.offset(), 0);
    }

    @Expose(
            signature = "(sep=<absent>, bytes_per_sep=1)",
            doc = "Return the data as hexadecimal text.\n\n>>> memoryview(b'\\x01\\xff').hex('-')\n'01-ff'\n")
    Object hex(PyThreadState ts, @Nullable Object sep, int bytes_per_sep) {
        return ByteArguments.hex(ts, live(ts).bytes(false), sep, bytes_per_sep);
    }

    // --- attributes --------------------------------------------------------------------------------------------

    @Getter
    Object obj(PyThreadState ts) {
        return managed(ts).view.exporter();
    }

    @Getter
    long nbytes(PyThreadState ts) {
        return live(ts).length();
    }

    @Getter
    boolean readonly(PyThreadState ts) {
        return live(ts).isReadonly();
    }

    @Getter
    long itemsize(PyThreadState ts) {
        return live(ts).itemSize();
    }

    @Getter
    Object format(PyThreadState ts) {
        return live(ts).format();
    }

    @Getter
    long ndim(PyThreadState ts) {
        return live(ts).dimensions();
    }

    @Getter
    Object shape(PyThreadState ts) {
        return tuple(live(ts).shape());
    }

    @Getter
    Object strides(PyThreadState ts) {
        return tuple(live(ts).strides());
    }

    @Getter
    Object suboffsets(PyThreadState ts) {
        live(ts);
        return PyTuple.EMPTY;
    }

    @Getter("c_contiguous")
    boolean cContiguous(PyThreadState ts) {
        return live(ts).isCContiguous();
    }

    @Getter("f_contiguous")
    boolean fContiguous(PyThreadState ts) {
        return live(ts).isFortranContiguous();
    }

    @Getter
    boolean contiguous(PyThreadState ts) {
        MemoryLayout v = live(ts);
        return v.isCContiguous() || v.isFortranContiguous();
    }

    private static PyTuple tuple(int[] numbers) {
        Object[] items = new Object[numbers.length];
        Arrays.setAll(items, i -> (long) numbers[i]);
        return items.length == 0 ? PyTuple.EMPTY : new PyTuple(items);
    }
}
