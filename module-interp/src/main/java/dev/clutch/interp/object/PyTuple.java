package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** A tuple. Answers to {@code PyTupleObject}. Of the exact type it is shared by interpreters when its items are. */
@ExtensionType(
        name = "tuple",
        subclassable = true,
        sequence = true,
        doc = "A sequence that does not change, made of the items of an iterable.")
public final class PyTuple extends PyObject {
    /** {@code tuple}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTupleDefinition(), TypeObject.OBJECT);

    /** The empty tuple. */
    public static final PyTuple EMPTY = new PyTuple();

    /** The items; never written once the tuple can be seen by others. */
    private final Object[] items;

    /** Makes a tuple that owns the array. */
    public PyTuple(Object... items) {
        this(TYPE, items);
    }

    /** Makes a tuple of a subclass that owns the array. */
    public PyTuple(TypeObject type, Object[] items) {
        super(type);
        this.items = items;
    }

    /** Returns the number of items. */
    public int size() {
        return items.length;
    }

    /** Returns an item. */
    public Object get(int index) {
        return items[index];
    }

    /** Returns the items themselves, for reading only. */
    public Object[] items() {
        return items;
    }

    @Expose(signature = "(iterable=<absent>, /)")
    static Object __new__(PyThreadState ts, PyType cls, @Nullable Object iterable) {
        if (cls == TYPE) {
            if (iterable == null) {
                return EMPTY;
            }
            if (iterable instanceof PyTuple t && t.type() == TYPE) {
                return t;
            }
            Object[] items = Iter.toArray(ts, iterable);
            return items.length == 0 ? EMPTY : new PyTuple(items);
        }
        return new PyTuple((TypeObject) cls, iterable == null ? new Object[0] : Iter.toArray(ts, iterable));
    }

    @Expose
    int __len__(PyThreadState ts) {
        return items.length;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyTupleIterator(this);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            SliceIndices i = SliceIndices.of(ts, slice, items.length);
            if (i.count() == items.length && i.step() == 1 && type() == TYPE) {
                return this;
            }
            return new PyTuple(Sequences.slice(items, i));
        }
        return items[Sequences.index(ts, "tuple", key, items.length)];
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return Sequences.indexOf(ts, items, items.length, key, 0, items.length) >= 0;
    }

    @Expose(slot = Slot.CONCAT)
    Object __add__(PyThreadState ts, Object value) {
        if (!(value instanceof PyTuple t)) {
            throw Errors.typeError(
                    ts, "can only concatenate tuple (not \"" + Types.of(value).displayName() + "\") to tuple");
        }
        if (t.items.length == 0 && type() == TYPE) {
            return this;
        }
        return new PyTuple(Sequences.concat(items, items.length, t.items, t.items.length));
    }

    @Expose(slot = Slot.REPEAT)
    Object __mul__(PyThreadState ts, Object value) {
        if (type() == TYPE && (items.length == 0 || value instanceof Long n && n == 1)) {
            Numbers.count(ts, value);
            return this;
        }
        return new PyTuple(Sequences.repeat(ts, items, items.length, value));
    }

    @Expose
    Object __rmul__(PyThreadState ts, Object value) {
        return Types.of(value).slot(Slot.INDEX) == null ? Singleton.NOT_IMPLEMENTED : __mul__(ts, value);
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyTuple t)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Sequences.compare(ts, op, items, items.length, t.items, t.items.length);
    }

    /** {@code tuplehash}: xxHash's mixing, as CPython's. */
    @Expose
    long __hash__(PyThreadState ts) {
        long acc = 2870177450012600261L;
        for (Object item : items) {
            acc += Hashing.hash(ts, item) * -4417276706812531889L;
            acc = Long.rotateLeft(acc, 31) * -7046029288634856825L;
        }
        acc += items.length ^ (2870177450012600261L ^ 3527539L);
        return acc == -1 ? 1546275796L : acc;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        if (items.length == 0) {
            return "()";
        }
        return Sequences.repr(ts, this, items, items.length, "(", items.length == 1 ? ",)" : ")", "(...)");
    }

    @Expose
    Object __getnewargs__(PyThreadState ts) {
        return new PyTuple(new PyTuple(items));
    }

    @Expose
    long count(PyThreadState ts, Object value) {
        return Sequences.count(ts, items, items.length, value);
    }

    @Expose(signature = "(value, start=0, stop=9223372036854775807, /)")
    long index(PyThreadState ts, Object value, Object start, Object stop) {
        int from = SliceIndices.position(ts, start, items.length);
        int to = SliceIndices.position(ts, stop, items.length);
        int i = Sequences.indexOf(ts, items, items.length, value, from, to);
        if (i < 0) {
            throw Errors.valueError(ts, "tuple.index(x): x not in tuple");
        }
        return i;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
