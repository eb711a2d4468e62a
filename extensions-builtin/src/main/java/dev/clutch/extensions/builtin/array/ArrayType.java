package dev.clutch.extensions.builtin.array;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.extension.spi.api.SliceRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code array.array}. Answers to {@code arrayobject}. */
@ExtensionType(
        name = "array.array",
        subclassable = true,
        weakReferences = true,
        sequence = true,
        doc = "A sequence of numbers of one kind, or of characters.")
final class ArrayType extends PyObject {
    private static final int WRITE_BLOCK = 64 * 1024;

    final ItemKind kind;

    /** The items, and room for more. */
    byte[] data;

    /** The number of items. */
    int size;

    private @Nullable BufferExports exports;

    ArrayType(PyType type, ItemKind kind, byte[] data) {
        super(type);
        this.kind = kind;
        this.data = data;
        this.size = data.length / kind.size;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        if (cls == definingClass && kwargs != null && ts.size(kwargs) > 0) {
            throw ts.typeError("array.array() takes no keyword arguments");
        }
        return ArrayMaking.make(ts, cls, args);
    }

    // --- storage -----------------------------------------------------------------------------------------------

    Object get(ThreadState ts, int index) {
        return kind.get(ts, data, index);
    }

    private void checkResizable(ThreadState ts) {
        BufferExports e = exports;
        if (e != null && e.count() > 0) {
            throw ts.error("BufferError", "cannot resize an array that is exporting buffers");
        }
    }

    /** Makes room for other items in place of some. */
    private void resize(ThreadState ts, int from, int to, int count) {
        int growth = count - (to - from);
        if (growth == 0) {
            return;
        }
        checkResizable(ts);
        long newSize = (long) size + growth;
        if (newSize * kind.size > Integer.MAX_VALUE - 8) {
            throw ts.error("MemoryError", "");
        }
        byte[] target = data;
        int s = kind.size;
        if (newSize * s > data.length) {
            long room = Math.min((newSize + (newSize >> 4) + (size < 8 ? 3 : 7)) * s, Integer.MAX_VALUE - 8L);
            target = Arrays.copyOf(data, (int) (room / s * s));
        }
        System.arraycopy(data, to * s, target, (to + growth) * s, (size - to) * s);
        data = target;
        size = (int) newSize;
    }

    void replace(ThreadState ts, int from, int to, byte[] items, int count) {
        resize(ts, from, to, count);
        System.arraycopy(items, 0, data, from * kind.size, count * kind.size);
    }

    void append(ThreadState ts, Object v) {
        long bits = kind.bits(ts, v);
        resize(ts, size, size, 1);
        kind.set(data, size - 1, bits);
    }

    void extendByIterable(ThreadState ts, Object iterable) {
        Object it = ts.iter(iterable);
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            append(ts, v);
        }
    }

    byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(data, from * kind.size, to * kind.size);
    }

    @Expose
    Object __buffer__(ThreadState ts, Object flags) {
        boolean format = (ts.asInt(flags) & Buffers.FORMAT) != 0;
        BufferExports e = exports;
        if (e == null) {
            e = new BufferExports();
            exports = e;
        }
        int[] shape = {size};
        return ts.newMemoryView(new BufferView(
                ts, this, data, 0, size * kind.size, false, kind.size, format ? kind.format() : "B", shape, null, e));
    }

    @Expose
    void __release_buffer__(ThreadState ts, Object view) {
        ts.callMethod(view, "release");
    }

    // --- sequence ----------------------------------------------------------------------------------------------

    @Expose
    int __len__(ThreadState ts) {
        return size;
    }

    @Expose
    Object __iter__(ThreadState ts, ArrayModule state) {
        return new ArrayIterator(state.iteratorType(), this);
    }

    private int index(ThreadState ts, Object key, String message) {
        if (!ts.isIndex(key)) {
            throw ts.typeError("array indices must be integers");
        }
        return checkIndex(ts, position(ts, key), message);
    }

    private int checkIndex(ThreadState ts, long i, String message) {
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw ts.error("IndexError", message);
        }
        return (int) i;
    }

    private static long position(ThreadState ts, Object key) {
        if (ts.index(key) instanceof Long i) {
            return i;
        }
        throw ts.error("IndexError", "cannot fit '" + ts.typeOf(key).displayName() + "' into an index-sized integer");
    }

    @Expose
    Object __getitem__(ThreadState ts, PyType definingClass, Object key) {
        if (!ts.isSlice(key)) {
            return get(ts, index(ts, key, "array index out of range"));
        }
        SliceRange r = ts.sliceRange(key, size);
        if (r.step() == 1) {
            return new ArrayType(definingClass, kind, bytes(r.start(), r.start() + r.count()));
        }
        int s = kind.size;
        byte[] items = new byte[r.count() * s];
        for (int i = 0; i < r.count(); i++) {
            System.arraycopy(data, r.at(i) * s, items, i * s, s);
        }
        return new ArrayType(definingClass, kind, items);
    }

    @Expose
    void __setitem__(ThreadState ts, Object key, Object value) {
        if (!ts.isSlice(key)) {
            int i = index(ts, key, "array assignment index out of range");
            long bits = kind.bits(ts, value);
            // the value's __index__ may have shortened this
            kind.set(data, checkIndex(ts, i, "array assignment index out of range"), bits);
            return;
        }
        if (!(value instanceof ArrayType other)) {
            throw ts.typeError(
                    "can only assign array (not \"" + ts.typeOf(value).displayName() + "\") to array slice");
        }
        SliceRange r = ts.sliceRange(key, size);
        if (other.kind != kind) {
            throw ts.typeError("bad argument type for built-in operation");
        }
        assign(ts, r, other.bytes(0, other.size), other.size);
    }

    @Expose
    void __delitem__(ThreadState ts, Object key) {
        if (ts.isSlice(key)) {
            assign(ts, ts.sliceRange(key, size), new byte[0], 0);
            return;
        }
        int i = index(ts, key, "array assignment index out of range");
        replace(ts, i, i + 1, new byte[0], 0);
    }

    private void assign(ThreadState ts, SliceRange r, byte[] items, int count) {
        if (count == 0 || r.count() != count) {
            checkResizable(ts);
        }
        if (r.step() == 1) {
            replace(ts, r.start(), Math.max(r.start(), r.stop()), items, count);
        } else if (count == 0) {
            delete(r);
        } else if (count != r.count()) {
            throw ts.valueError("attempt to assign array of size " + count + " to extended slice of size " + r.count());
        } else {
            int s = kind.size;
            for (int i = 0; i < count; i++) {
                System.arraycopy(items, i * s, data, r.at(i) * s, s);
            }
        }
    }

    private void delete(SliceRange r) {
        boolean[] gone = new boolean[size];
        for (int i = 0; i < r.count(); i++) {
            gone[r.at(i)] = true;
        }
        int s = kind.size;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!gone[i]) {
                System.arraycopy(data, i * s, data, kept++ * s, s);
            }
        }
        size = kept;
    }

    @Expose
    boolean __contains__(ThreadState ts, Object key) {
        return find(ts, key, 0, Integer.MAX_VALUE) >= 0;
    }

    /** By value alone: an item is a new object each time, so that NaN is never found. */
    private static boolean equal(ThreadState ts, Object item, Object v) {
        return item instanceof Long a && v instanceof Long b
                ? a.longValue() == b.longValue()
                : ts.isTrue(ts.compare(Slot.EQ, item, v));
    }

    private int find(ThreadState ts, Object key, int from, int to) {
        for (int i = from; i < to && i < size; i++) {
            if (equal(ts, get(ts, i), key)) {
                return i;
            }
        }
        return -1;
    }

    @Expose(slot = Slot.CONCAT)
    Object __add__(ThreadState ts, PyType definingClass, Object other) {
        if (!(other instanceof ArrayType o)) {
            throw ts.typeError(
                    "can only append array (not \"" + ts.typeOf(other).displayName() + "\") to array");
        }
        if (o.kind != kind) {
            throw ts.typeError("bad argument type for built-in operation");
        }
        ArrayType result = new ArrayType(definingClass, kind, bytes(0, size));
        result.replace(ts, size, size, o.data, o.size);
        return result;
    }

    @Expose(slot = Slot.ICONCAT)
    Object __iadd__(ThreadState ts, Object other) {
        if (!(other instanceof ArrayType o)) {
            throw ts.typeError("can only extend array with array (not \""
                    + ts.typeOf(other).displayName() + "\")");
        }
        extendBy(ts, o);
        return this;
    }

    private void extendBy(ThreadState ts, ArrayType o) {
        if (o.kind != kind) {
            throw ts.typeError("can only extend with array of same kind");
        }
        replace(ts, size, size, o.data, o.size);
    }

    private byte[] repeated(ThreadState ts, Object count) {
        if (!(ts.index(count) instanceof Long n)) {
            throw ts.error(
                    "OverflowError", "cannot fit '" + ts.typeOf(count).displayName() + "' into an index-sized integer");
        }
        int length = size * kind.size;
        if (Math.max(0, n) * (double) length > Integer.MAX_VALUE - 8) {
            throw ts.error("MemoryError", "");
        }
        byte[] items = new byte[length == 0 ? 0 : (int) (Math.max(0, n) * length)];
        for (int at = 0; at < items.length; at += length) {
            System.arraycopy(data, 0, items, at, length);
        }
        return items;
    }

    @Expose(slot = Slot.REPEAT)
    Object __mul__(ThreadState ts, PyType definingClass, Object count) {
        return new ArrayType(definingClass, kind, repeated(ts, count));
    }

    @Expose
    Object __rmul__(ThreadState ts, PyType definingClass, Object count) {
        return ts.isIndex(count) ? __mul__(ts, definingClass, count) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(slot = Slot.IREPEAT)
    Object __imul__(ThreadState ts, Object count) {
        byte[] items = repeated(ts, count);
        replace(ts, 0, size, items, items.length / kind.size);
        return this;
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if (!(other instanceof ArrayType o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (size != o.size && (op == Slot.EQ || op == Slot.NE)) {
            return op == Slot.NE;
        }
        for (int i = 0; i < size && i < o.size; i++) {
            Object a = get(ts, i);
            Object b = o.get(ts, i);
            if (!equal(ts, a, b)) {
                return op == Slot.EQ || op == Slot.NE ? (Object) (op == Slot.NE) : ts.compare(op, a, b);
            }
        }
        return ts.compare(op, (long) size, (long) o.size);
    }

    @Expose
    Object __repr__(ThreadState ts) {
        String name = type().name();
        String head = name + "('" + kind.code + "'";
        if (size == 0) {
            return head + ")";
        }
        Object items = kind == ItemKind.CHARACTER ? tounicode(ts) : tolist(ts);
        return Str.concat(Str.concat(head + ", ", ts.repr(items)), ")");
    }

    // --- methods -----------------------------------------------------------------------------------------------

    @Getter
    Object typecode(ThreadState ts) {
        return String.valueOf(kind.code);
    }

    @Getter
    long itemsize(ThreadState ts) {
        return kind.size;
    }

    @Expose(name = "append", signature = "(v, /)", doc = "Append a value.")
    void appendValue(ThreadState ts, Object v) {
        append(ts, v);
    }

    @Expose(signature = "(bb, /)", doc = "Append the items of an iterable.")
    void extend(ThreadState ts, Object bb) {
        if (bb instanceof ArrayType o) {
            extendBy(ts, o);
        } else {
            extendByIterable(ts, bb);
        }
    }

    @Expose(signature = "(i, v, /)", doc = "Insert a value before an index.")
    void insert(ThreadState ts, Object i, Object v) {
        long at = position(ts, i);
        long bits = kind.bits(ts, v);
        if (at < 0) {
            at = Math.max(0, at + size);
        }
        int index = (int) Math.min(at, size);
        resize(ts, index, index, 1);
        kind.set(data, index, bits);
    }

    @Expose(signature = "(i=-1, /)", doc = "Remove and return the value at an index.")
    Object pop(ThreadState ts, Object i) {
        long at = position(ts, i);
        if (size == 0) {
            throw ts.error("IndexError", "pop from empty array");
        }
        int index = checkIndex(ts, at, "pop index out of range");
        Object v = get(ts, index);
        replace(ts, index, index + 1, data, 0);
        return v;
    }

    @Expose(signature = "(v, /)", doc = "Remove the first occurrence of a value.")
    void remove(ThreadState ts, Object v) {
        int i = find(ts, v, 0, Integer.MAX_VALUE);
        if (i < 0) {
            throw ts.valueError("array.remove(x): x not in array");
        }
        replace(ts, i, i + 1, data, 0);
    }

    @Expose(signature = "(v, start=0, stop=9223372036854775807, /)", doc = "Return the index of the first occurrence.")
    long index(ThreadState ts, Object v, Object start, Object stop) {
        int i = find(ts, v, bound(ts, start), bound(ts, stop));
        if (i < 0) {
            throw ts.valueError("array.index(x): x not in array");
        }
        return i;
    }

    private int bound(ThreadState ts, Object o) {
        if (!ts.isIndex(o)) {
            throw ts.typeError("slice indices must be integers or have an __index__ method");
        }
        long i = ts.asClampedLong(o);
        return (int) Math.min(i < 0 ? Math.max(0, i + size) : i, Integer.MAX_VALUE);
    }

    @Expose(signature = "(v, /)", doc = "Return the number of occurrences of a value.")
    long count(ThreadState ts, Object v) {
        long n = 0;
        for (int i = 0; i < size; i++) {
            if (equal(ts, get(ts, i), v)) {
                n++;
            }
        }
        return n;
    }

    @Expose(doc = "Reverse the order of the items.")
    void reverse(ThreadState ts) {
        int s = kind.size;
        byte[] old = bytes(0, size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(old, i * s, data, (size - 1 - i) * s, s);
        }
    }

    @Expose(doc = "Reverse the bytes of each item.")
    void byteswap(ThreadState ts) {
        int s = kind.size;
        for (int at = 0; at < size * s; at += s) {
            for (int i = at, j = at + s - 1; i < j; i++, j--) {
                byte b = data[i];
                data[i] = data[j];
                data[j] = b;
            }
        }
    }

    @Expose(doc = "Return the address, which tells arrays apart, and the number of items.")
    Object buffer_info(ThreadState ts) {
        return ts.newTuple((long) System.identityHashCode(data) << 4, (long) size);
    }

    // --- conversion --------------------------------------------------------------------------------------------

    @Expose(doc = "Return the items as a list.")
    Object tolist(ThreadState ts) {
        Object[] items = new Object[size];
        for (int i = 0; i < items.length; i++) {
            items[i] = get(ts, i);
        }
        return ts.newList(items);
    }

    @Expose(signature = "(list, /)", doc = "Append the items of a list.")
    void fromlist(ThreadState ts, Object list) {
        if (!ts.isList(list)) {
            throw ts.typeError("arg must be list");
        }
        int n = ts.fastSize(list);
        int old = size;
        if (n == 0) {
            return;
        }
        resize(ts, old, old, n);
        try {
            for (int i = 0; i < n; i++) {
                kind.set(data, old + i, kind.bits(ts, ts.fastItem(list, i)));
                if (ts.fastSize(list) != n) {
                    throw ts.error("RuntimeError", "list changed size during iteration");
                }
            }
        } catch (dev.clutch.extension.spi.PythonException e) {
            size = old;
            throw e;
        }
    }

    @Expose(doc = "Return the items as bytes.")
    Object tobytes(ThreadState ts) {
        return ts.newBytes(bytes(0, size));
    }

    @Expose(signature = "(buffer, /)", doc = "Append items from bytes.")
    void frombytes(ThreadState ts, Object buffer) {
        byte[] bytes;
        try (BufferView view = ts.buffer(buffer, false)) {
            if (view.itemSize() != 1) {
                throw ts.typeError("a bytes-like object is required");
            }
            if (view.length() % kind.size != 0) {
                throw ts.valueError("bytes length not a multiple of item size");
            }
            bytes = Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
        replace(ts, size, size, bytes, bytes.length / kind.size);
    }

    @Expose(doc = "Write the items to a file.")
    void tofile(ThreadState ts, Object f) {
        byte[] bytes = bytes(0, size);
        for (int at = 0; at < bytes.length; at += WRITE_BLOCK) {
            int to = Math.min(bytes.length, at + WRITE_BLOCK);
            ts.callMethod(f, "write", ts.newBytes(Arrays.copyOfRange(bytes, at, to)));
        }
    }

    @Expose(signature = "(f, n, /)", doc = "Append items from a file.")
    void fromfile(ThreadState ts, Object f, long n) {
        if (n < 0) {
            throw ts.valueError("negative count");
        }
        if (n > Long.MAX_VALUE / kind.size) {
            throw ts.error("MemoryError", "");
        }
        Object bytes = ts.callMethod(f, "read", n * kind.size);
        if (!ts.isBytes(bytes)) {
            throw ts.typeError("read() didn't return bytes");
        }
        frombytes(ts, bytes);
        if (ts.size(bytes) != n * kind.size) {
            throw ts.error("EOFError", "read() didn't return enough bytes");
        }
    }

    @Expose(doc = "Return the characters as text.")
    Object tounicode(ThreadState ts) {
        if (kind != ItemKind.CHARACTER) {
            throw ts.valueError("tounicode() may only be called on unicode type arrays");
        }
        int[] points = new int[size];
        for (int i = 0; i < points.length; i++) {
            points[i] = Str.at(get(ts, i), 0);
        }
        return Str.of(points);
    }

    @Expose(signature = "(ustr, /)", doc = "Append the characters of a text.")
    void fromunicode(ThreadState ts, Object ustr) {
        if (!ts.isStr(ustr)) {
            throw ts.typeError(
                    "fromunicode() argument must be str, not " + ts.typeOf(ustr).displayName());
        }
        if (kind != ItemKind.CHARACTER) {
            throw ts.valueError("fromunicode() may only be called on unicode type arrays");
        }
        int[] points = Str.toArray(ts.strValue(ustr));
        byte[] items = new byte[points.length * kind.size];
        for (int i = 0; i < points.length; i++) {
            kind.set(items, i, points[i]);
        }
        replace(ts, size, size, items, points.length);
    }

    @Expose
    Object __copy__(ThreadState ts, PyType definingClass) {
        return new ArrayType(definingClass, kind, bytes(0, size));
    }

    @Expose(signature = "(unused, /)")
    Object __deepcopy__(ThreadState ts, PyType definingClass, Object unused) {
        return __copy__(ts, definingClass);
    }

    @Expose(signature = "(value, /)")
    Object __reduce_ex__(ThreadState ts, PyType definingClass, ArrayModule state, Object value) {
        if (!ts.isInt(value)) {
            throw ts.typeError("__reduce_ex__ argument should be an integer");
        }
        Object dict = ts.findAttr(this, "__dict__");
        if (dict == null) {
            dict = Singleton.NONE;
        }
        String code = String.valueOf(kind.code);
        if (ts.asLong(value) < 3) {
            return ts.newTuple(type(), ts.newTuple(code, tolist(ts)), dict);
        }
        Object reconstructor = ts.getAttr(ts.importModule("array"), "_array_reconstructor");
        return ts.newTuple(reconstructor, ts.newTuple(type(), code, (long) kind.machineFormat, tobytes(ts)), dict);
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 64L + data.length;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
