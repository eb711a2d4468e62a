package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.LengthHint;
import dev.clutch.interp.op.Numbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list. Answers to {@code PyListObject}. */
@ExtensionType(
        name = "list",
        subclassable = true,
        sequence = true,
        doc = "A sequence that can change, made of the items of an iterable.")
public final class PyList extends PyObject {
    /** {@code list}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyListDefinition(), TypeObject.OBJECT);

    /** The items; elements from {@link #size} on are null. */
    Object[] items;

    int size;

    /** Makes a list that owns the array. */
    public PyList(Object... items) {
        super(TYPE);
        this.items = items;
        this.size = items.length;
    }

    /** Makes a list of a subclass, empty. */
    public PyList(TypeObject type) {
        super(type);
        this.items = new Object[0];
    }

    /** Makes an empty list with room. */
    public PyList(int capacity) {
        super(TYPE);
        this.items = new Object[capacity];
    }

    /** Returns the number of items. */
    public int size() {
        return size;
    }

    /** Returns an item. */
    public Object get(int index) {
        return items[index];
    }

    /** Replaces an item. */
    public void set(int index, Object value) {
        items[index] = value;
    }

    /** Appends an item. */
    public void append(Object value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 4);
        }
        items[size++] = value;
    }

    /** Returns a copy of the items. */
    public Object[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** Replaces the items by those of an array that the list owns from here on. */
    void setAll(Object[] all) {
        items = all;
        size = all.length;
    }

    private void appendAll(Object[] more) {
        if (size + more.length > items.length) {
            items = Arrays.copyOf(items, Math.max(size + more.length, size + (size >> 1)));
        }
        System.arraycopy(more, 0, items, size, more.length);
        size += more.length;
    }

    private Object removeAt(int index) {
        Object old = items[index];
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        clearFrom(size - 1);
        return old;
    }

    @SuppressWarnings("NullAway") // elements beyond the size are null
    private void clearFrom(int newSize) {
        Arrays.fill(items, newSize, size, null);
        size = newSize;
    }

    // --- construction ------------------------------------------------------------------------------------------

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyList((TypeObject) cls);
    }

    @Expose(signature = "(iterable=<absent>, /)")
    void __init__(PyThreadState ts, @Nullable Object iterable) {
        if (iterable == null) {
            setAll(new Object[0]);
            return;
        }
        LengthHint.ask(ts, iterable);
        setAll(Iter.toArray(ts, iterable));
    }

    // --- sequence ----------------------------------------------------------------------------------------------

    @Expose
    int __len__(PyThreadState ts) {
        return size;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyListIterator(this);
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        return new PyListReverseIterator(this);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        for (int i = 0; i < size; i++) {
            if (Compare.equal(ts, items[i], key)) {
                return true;
            }
        }
        return false;
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            return new PyList(Sequences.slice(items, SliceIndices.of(ts, slice, size)));
        }
        return items[Sequences.index(ts, "list", key, size)];
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        if (key instanceof PySlice slice) {
            ListSlices.assign(ts, this, slice, value);
            return;
        }
        items[assignmentIndex(ts, key)] = value;
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            ListSlices.delete(ts, this, slice);
            return;
        }
        removeAt(assignmentIndex(ts, key));
    }

    private int assignmentIndex(PyThreadState ts, Object key) {
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    "list indices must be integers or slices, not "
                            + Types.of(key).displayName());
        }
        long i = Numbers.position(ts, key);
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.error(ts, "IndexError", "list assignment index out of range");
        }
        return (int) i;
    }

    @Expose(slot = Slot.CONCAT)
    Object __add__(PyThreadState ts, Object value) {
        if (!(value instanceof PyList l)) {
            throw Errors.typeError(
                    ts, "can only concatenate list (not \"" + Types.of(value).displayName() + "\") to list");
        }
        return new PyList(Sequences.concat(items, size, l.items, l.size));
    }

    @Expose(slot = Slot.ICONCAT)
    Object __iadd__(PyThreadState ts, Object value) {
        extend(ts, value);
        return this;
    }

    @Expose(slot = Slot.REPEAT)
    Object __mul__(PyThreadState ts, Object value) {
        return new PyList(Sequences.repeat(ts, items, size, value));
    }

    @Expose
    Object __rmul__(PyThreadState ts, Object value) {
        return Types.of(value).slot(Slot.INDEX) == null ? Singleton.NOT_IMPLEMENTED : __mul__(ts, value);
    }

    @Expose(slot = Slot.IREPEAT)
    Object __imul__(PyThreadState ts, Object value) {
        setAll(Sequences.repeat(ts, items, size, value));
        return this;
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyList l)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return ListComparison.compare(ts, op, this, l);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return size == 0 ? "[]" : Sequences.repr(ts, this, toArray(), size, "[", "]", "[...]");
    }

    @Expose
    long __sizeof__(PyThreadState ts) {
        return 40 + 8L * items.length;
    }

    // --- methods -----------------------------------------------------------------------------------------------

    @Expose(name = "append")
    void appendItem(PyThreadState ts, Object object) {
        append(object);
    }

    @Expose
    void extend(PyThreadState ts, Object iterable) {
        if (iterable instanceof PyList || iterable instanceof PyTuple) {
            appendAll(Iter.toArray(ts, iterable));
            return;
        }
        Object it = Iter.iter(ts, iterable);
        LengthHint.ask(ts, iterable);
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            append(v);
        }
    }

    @Expose
    void insert(PyThreadState ts, Object index, Object object) {
        long i = Numbers.ssize(ts, index);
        if (i < 0) {
            i = Math.max(0, i + size);
        }
        int at = (int) Math.min(i, size);
        append(object);
        System.arraycopy(items, at, items, at + 1, size - 1 - at);
        items[at] = object;
    }

    @Expose(signature = "(index=-1, /)")
    Object pop(PyThreadState ts, Object index) {
        long i = Numbers.ssize(ts, index);
        if (size == 0) {
            throw Errors.error(ts, "IndexError", "pop from empty list");
        }
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.error(ts, "IndexError", "pop index out of range");
        }
        return removeAt((int) i);
    }

    @Expose
    void remove(PyThreadState ts, Object value) {
        for (int i = 0; i < size; i++) {
            if (Compare.equal(ts, items[i], value)) {
                if (i < size) {
                    removeAt(i);
                }
                return;
            }
        }
        throw Errors.valueError(ts, "list.remove(x): x not in list");
    }

    @Expose
    void clear(PyThreadState ts) {
        setAll(new Object[0]);
    }

    @Expose
    Object copy(PyThreadState ts) {
        return new PyList(toArray());
    }

    @Expose
    long count(PyThreadState ts, Object value) {
        long n = 0;
        for (int i = 0; i < size; i++) {
            if (Compare.equal(ts, items[i], value)) {
                n++;
            }
        }
        return n;
    }

    @Expose(signature = "(value, start=0, stop=9223372036854775807, /)")
    long index(PyThreadState ts, Object value, Object start, Object stop) {
        int from = SliceIndices.position(ts, start, size);
        int to = SliceIndices.position(ts, stop, size);
        for (int i = from; i < Math.min(to, size); i++) {
            if (Compare.equal(ts, items[i], value)) {
                return i;
            }
        }
        throw Errors.valueError(
                ts, dev.clutch.interp.op.Text.java(dev.clutch.interp.op.Text.repr(ts, value)) + " is not in list");
    }

    @Expose
    void reverse(PyThreadState ts) {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            Object t = items[i];
            items[i] = items[j];
            items[j] = t;
        }
    }

    @Expose(signature = "(*, key=None, reverse=False)")
    void sort(PyThreadState ts, Object key, boolean reverse) {
        ListSort.sort(ts, this, key, reverse);
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
