package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Subscript;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dict: entries in insertion order in parallel arrays, found through an index table with CPython's probe sequence. Answers to {@code PyDictObject}.
 *
 * <p>Methods that take a {@code String} never run Python code: they are for namespaces, and are exact for every dict, since a key of another class that
 * equals a {@code String} can only be a str subclass instance or have an {@code __eq__} of its own, for which they fall back to the general search.
 */
@ExtensionType(
        name = "dict",
        subclassable = true,
        mapping = true,
        doc = "A mapping of hashable keys to values that keeps the order of insertion.")
public final class PyDict extends PyObject {
    /** {@code dict}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictDefinition(), TypeObject.OBJECT);

    private static final int MINIMUM = 8;
    /** With fewer keys, a set grows by a factor of four: rebuilding costs more than room. */
    private static final int FAST_GROWTH = 12;

    /** The arrays of a dict without entries, which has none of its own until it gets the first: many keyword arguments are empty. */
    private static final @Nullable Object[] NO_ENTRIES = new Object[0];

    private static final int[] NO_INDEX = new int[0];

    private static final int FREE = 0;
    private static final int DELETED = -1;

    private @Nullable Object[] keys;
    /** The values, or null where only keys are kept: in the table of a set. */
    private @Nullable Object @Nullable [] values;
    /**
     * First the table, {@link #capacity} slots: entry number plus one, {@link #FREE} or {@link #DELETED}. After it the folded hashes of the entries. No table without room for entries.
     */
    private int[] index;
    /** The number of slots of the table, a power of two. */
    private int capacity;

    /** Entries ever appended since the last resize, the removed ones included. */
    private int used;

    /** Slots of the table that are not {@link #FREE}; kept below its length, since a search ends at a free one. */
    private int taken;

    private int live;
    /** Whether every key ever put is a {@code String}; then no search runs Python code. */
    private boolean stringKeys = true;

    private int layout;
    private int moves;

    /** Makes an empty dict. */
    public PyDict() {
        this(TYPE);
    }

    /** Makes an empty dict of a subclass. */
    public PyDict(TypeObject type) {
        this(type, NO_ENTRIES);
    }

    private PyDict(TypeObject type, @Nullable Object @Nullable [] values) {
        super(type);
        this.values = values;
        keys = NO_ENTRIES;
        index = NO_INDEX;
        capacity = MINIMUM;
    }

    private PyDict(PyDict from, @Nullable Object @Nullable [] values) {
        super(TYPE);
        this.values = values;
        keys = from.keys.clone();
        index = from.index.clone();
        capacity = from.capacity;
        used = from.used;
        taken = from.taken;
        live = from.live;
        stringKeys = from.stringKeys;
    }

    /** Makes an empty table of keys without values, for a set. */
    static PyDict ofKeys() {
        return new PyDict(TYPE, null);
    }

    /** Returns the number of entries. */
    public int size() {
        return live;
    }

    /** Returns a number that changes whenever a key comes, goes or moves: while it is the same, a position means the same key. */
    public int layout() {
        return layout;
    }

    /** Returns a number that changes whenever entries move to other positions. */
    public int moves() {
        return moves;
    }

    /** Returns the position of the first entry at or after {@code position}, or -1: positions are stable until the next insertion or removal. */
    public int next(int position) {
        for (int i = position; i < used; i++) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the position of the last entry at or before {@code position}, or -1. */
    public int previous(int position) {
        for (int i = Math.min(position, used - 1); i >= 0; i--) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** Returns one past the last position in use. */
    public int limit() {
        return used;
    }

    /** Returns the key at a position that {@link #next} gave. */
    @SuppressWarnings("NullAway") // a live position has a key
    public Object keyAt(int position) {
        return keys[position];
    }

    /** Returns the value at a position that {@link #next} gave. */
    @SuppressWarnings("NullAway") // a live position has a value
    public Object valueAt(int position) {
        return values == null ? Singleton.NONE : values[position];
    }

    /** Returns the folded hash of the key at a position, for copying between dicts and sets. */
    public int hashAt(int position) {
        return index[capacity + position];
    }

    /** Replaces the value at a position. */
    public void setValueAt(int position, Object value) {
        if (values != null) {
            values[position] = value;
        }
    }

    // --- String keys -------------------------------------------------------------------------------------------

    /** Returns the value of a string key, or null. */
    public @Nullable Object get(String key) {
        int i = find(key, Hashing.fold(key));
        return i < 0 ? null : valueAt(i);
    }

    /** Returns the position of a string key, or -1. */
    public int position(String key) {
        return find(key, Hashing.fold(key));
    }

    /** Stores under a string key. */
    public void put(String key, Object value) {
        int hash = Hashing.fold(key);
        int i = find(key, hash);
        if (i >= 0) {
            setValueAt(i, value);
        } else {
            append(key, hash, value);
        }
    }

    /** Removes a string key; returns the old value or null. */
    public @Nullable Object remove(String key) {
        int i = find(key, Hashing.fold(key));
        return i < 0 ? null : removeAt(i);
    }

    private int find(String key, int hash) {
        int[] t = index;
        if (t.length == 0) {
            return -1;
        }
        int mask = capacity - 1;
        int i = hash & mask;
        int perturb = hash;
        while (true) {
            int e = t[i];
            if (e == FREE) {
                return -1;
            }
            if (e > 0) {
                Object k = keys[e - 1];
                if (k == key || t[mask + e] == hash && equalsString(k, key)) {
                    return e - 1;
                }
            }
            perturb >>>= 5;
            i = (i * 5 + perturb + 1) & mask;
        }
    }

    private static boolean equalsString(@Nullable Object k, String key) {
        if (k instanceof String s) {
            return s.equals(key);
        }
        return k instanceof PyStrInstance s && key.equals(s.value) && s.hasPlainEquality();
    }

    // --- any keys ----------------------------------------------------------------------------------------------

    /** Returns the value of a key, or null; raises what hashing and comparing raise. */
    public @Nullable Object get(PyThreadState ts, Object key) {
        if (key instanceof String s && stringKeys) {
            return get(s);
        }
        int i = find(ts, key, Hashing.fold(Hashing.hash(ts, key)));
        return i < 0 ? null : valueAt(i);
    }

    /** Returns the position of a key, or -1. */
    public int find(PyThreadState ts, Object key) {
        return find(ts, key, Hashing.fold(Hashing.hash(ts, key)));
    }

    /** Stores; an equal key that is present stays. */
    public void put(PyThreadState ts, Object key, Object value) {
        put(ts, key, Hashing.fold(Hashing.hash(ts, key)), value);
    }

    /** Stores under a key whose folded hash is known. */
    public void put(PyThreadState ts, Object key, int hash, Object value) {
        int i = find(ts, key, hash);
        if (i >= 0) {
            setValueAt(i, value);
        } else {
            append(key, hash, value);
        }
    }

    /** Returns the value present, or stores and returns the given one ({@code setdefault}). */
    public Object putIfAbsent(PyThreadState ts, Object key, Object value) {
        int hash = Hashing.fold(Hashing.hash(ts, key));
        int i = find(ts, key, hash);
        if (i >= 0) {
            return valueAt(i);
        }
        append(key, hash, value);
        return value;
    }

    /** Removes a key; returns the old value or null. */
    public @Nullable Object remove(PyThreadState ts, Object key) {
        int i = find(ts, key, Hashing.fold(Hashing.hash(ts, key)));
        return i < 0 ? null : removeAt(i);
    }

    /**
     * Searches with Python's equality. That may run Python code which changes this dict: the search then starts again, as in {@code lookdict}.
     */
    public int find(PyThreadState ts, Object key, int hash) {
        if (key instanceof String s && stringKeys) {
            return find(s, hash);
        }
        restart:
        while (true) {
            int[] t = index;
            if (t.length == 0) {
                return -1;
            }
            int mask = capacity - 1;
            int i = hash & mask;
            int perturb = hash;
            while (true) {
                int e = t[i];
                if (e == FREE) {
                    return -1;
                }
                if (e > 0) {
                    Object k = keys[e - 1];
                    if (k == key) {
                        return e - 1;
                    }
                    if (t[mask + e] == hash && k != null) {
                        boolean equal = Compare.equal(ts, k, key);
                        if (index != t || keys[e - 1] != k) {
                            continue restart;
                        }
                        if (equal) {
                            return e - 1;
                        }
                    }
                }
                perturb >>>= 5;
                i = (i * 5 + perturb + 1) & mask;
            }
        }
    }

    private void append(Object key, int hash, Object value) {
        if (used == keys.length || taken >= capacity - 2) {
            resize();
        }
        stringKeys &= key instanceof String;
        int[] t = index;
        int mask = capacity - 1;
        int i = hash & mask;
        int perturb = hash;
        while (t[i] > 0) {
            perturb >>>= 5;
            i = (i * 5 + perturb + 1) & mask;
        }
        if (t[i] == FREE) {
            taken++;
        }
        keys[used] = key;
        if (values != null) {
            values[used] = value;
        }
        t[capacity + used] = hash;
        t[i] = ++used;
        live++;
        layout++;
    }

    /** Removes the entry at a position and returns its value. */
    public Object removeAt(int position) {
        int[] t = index;
        int mask = capacity - 1;
        int hash = t[capacity + position];
        int i = hash & mask;
        int perturb = hash;
        while (t[i] != position + 1) {
            perturb >>>= 5;
            i = (i * 5 + perturb + 1) & mask;
        }
        t[i] = DELETED;
        Object old = valueAt(position);
        keys[position] = null;
        if (values != null) {
            values[position] = null;
        }
        live--;
        layout++;
        if (live == 0) {
            reset();
        } else if (position == used - 1) {
            // LIFO use (popitem, scratch names) would otherwise fill up the arrays; the slot in the table stays DELETED
            used = position;
        }
        return old;
    }

    private void reset() {
        if (used > 0) {
            Arrays.fill(index, 0, capacity, FREE);
            used = 0;
            taken = 0;
        }
        stringKeys = true;
    }

    /** Compacts and, when more than half full, grows. */
    private void resize() {
        int factor = values == null && live < FAST_GROWTH ? 6 : 3;
        rebuild(Math.max(MINIMUM, Integer.highestOneBit(Math.max(1, live * factor)) * 2));
    }

    private void rebuild(int newCapacity) {
        int room = newCapacity * 2 / 3;
        int[] t = new int[newCapacity + room];
        if (live == used) {
            keys = Arrays.copyOf(keys, room);
            if (values != null) {
                values = Arrays.copyOf(values, room);
            }
            if (used > 0) {
                System.arraycopy(index, capacity, t, newCapacity, used);
            }
        } else {
            compact(t, newCapacity, room);
        }
        int mask = newCapacity - 1;
        for (int n = 0; n < live; n++) {
            int hash = t[newCapacity + n];
            int i = hash & mask;
            int perturb = hash;
            while (t[i] != FREE) {
                perturb >>>= 5;
                i = (i * 5 + perturb + 1) & mask;
            }
            t[i] = n + 1;
        }
        index = t;
        capacity = newCapacity;
        used = live;
        taken = live;
        layout++;
        moves++;
    }

    /** Moves the entries to new arrays, without the gaps that removed ones left. */
    private void compact(int[] newIndex, int newCapacity, int room) {
        @Nullable Object[] newKeys = new Object[room];
        @Nullable Object[] newValues = values == null ? null : new Object[room];
        int n = 0;
        for (int p = 0; p < used; p++) {
            if (keys[p] != null) {
                newKeys[n] = keys[p];
                if (values != null && newValues != null) {
                    newValues[n] = values[p];
                }
                newIndex[newCapacity + n++] = index[capacity + p];
            }
        }
        keys = newKeys;
        values = newValues;
    }

    /** Makes room for a number of entries. */
    public void reserve(int entries) {
        int needed = entries + live;
        if (needed > keys.length && entries > live) {
            rebuild(Integer.highestOneBit(Math.max(MINIMUM, needed * 3 / 2)) * 2);
        }
    }

    /** Removes everything. */
    public void clear() {
        keys = NO_ENTRIES;
        values = values == null ? null : NO_ENTRIES;
        index = NO_INDEX;
        capacity = MINIMUM;
        used = 0;
        taken = 0;
        live = 0;
        stringKeys = true;
        layout++;
        moves++;
    }

    /** Returns a new dict of the exact class with the same entries. */
    public PyDict copy() {
        return new PyDict(this, values == null ? null : values.clone());
    }

    /** Returns a new table of the same keys, for a set. */
    PyDict copyKeys() {
        return new PyDict(this, null);
    }

    // --- Python methods ----------------------------------------------------------------------------------------

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyDict((TypeObject) cls);
    }

    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        DictUpdate.update(ts, this, "dict", args, kwargs);
    }

    @Expose
    int __len__(PyThreadState ts) {
        return live;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyDictKeyIterator(this);
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        return new PyDictReverseKeyIterator(this);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return find(ts, key) >= 0;
    }

    /** Whether a subscript is what {@link #get(PyThreadState, Object)} finds, and a KeyError where that is nothing: a subclass may say otherwise. */
    public boolean reads() {
        TypeObject type = (TypeObject) type();
        return type.slot(Slot.GETITEM) == TYPE.slot(Slot.GETITEM) && type.lookup("__missing__") == null;
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        Object v = get(ts, key);
        if (v != null) {
            return v;
        }
        if (type() != TYPE) {
            Object missing = ((TypeObject) type()).lookup("__missing__");
            if (missing != null) {
                return Call.special1(ts, missing, this, key);
            }
        }
        throw Errors.make(ts, Exceptions.type("KeyError"), key);
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        put(ts, key, value);
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        if (remove(ts, key) == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyDict d) || op != Slot.EQ && op != Slot.NE) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return DictUpdate.equal(ts, this, d) == (op == Slot.EQ);
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        if (!(other instanceof PyDict d)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        PyDict result = copy();
        DictUpdate.update(ts, result, "update", new Object[] {d}, null);
        return result;
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        if (!(other instanceof PyDict d)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        PyDict result = d.copy();
        DictUpdate.update(ts, result, "update", new Object[] {this}, null);
        return result;
    }

    @Expose
    Object __ior__(PyThreadState ts, Object other) {
        DictUpdate.update(ts, this, "update", new Object[] {other}, null);
        return this;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return DictUpdate.repr(ts, this);
    }

    @Expose
    long __sizeof__(PyThreadState ts) {
        return 64 + 4L * capacity + 24L * keys.length;
    }

    @Expose(name = "get", signature = "(key, default=None, /)")
    Object getOr(PyThreadState ts, Object key, Object fallback) {
        Object v = get(ts, key);
        return v == null ? fallback : v;
    }

    @Expose(signature = "(key, default=None, /)")
    Object setdefault(PyThreadState ts, Object key, Object fallback) {
        return putIfAbsent(ts, key, fallback);
    }

    @Expose(signature = "(key, default=<absent>, /)")
    Object pop(PyThreadState ts, Object key, @Nullable Object fallback) {
        // an empty dict asks no key for its hash
        Object v = size() == 0 ? null : remove(ts, key);
        if (v != null) {
            return v;
        }
        if (fallback == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
        return fallback;
    }

    @Expose
    Object popitem(PyThreadState ts) {
        int p = previous(limit() - 1);
        if (p < 0) {
            throw Errors.make(ts, Exceptions.type("KeyError"), "popitem(): dictionary is empty");
        }
        Object key = keyAt(p);
        return new PyTuple(key, removeAt(p));
    }

    @Expose(name = "clear")
    void clearAll(PyThreadState ts) {
        clear();
    }

    @Expose(name = "copy")
    Object copyOf(PyThreadState ts) {
        return copy();
    }

    @Expose(signature = "(*args, **kwargs)")
    void update(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        DictUpdate.update(ts, this, "update", args, kwargs);
    }

    @Expose
    Object keys(PyThreadState ts) {
        return new PyDictKeys(this);
    }

    @Expose
    Object values(PyThreadState ts) {
        return new PyDictValues(this);
    }

    @Expose
    Object items(PyThreadState ts) {
        return new PyDictItems(this);
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(iterable, value=None, /)")
    static Object fromkeys(PyThreadState ts, PyType cls, Object iterable, Object value) {
        Object made = Call.call0(ts, cls);
        PyDict known = knownKeys(iterable);
        if (known != null && made instanceof PyDict into && into.type() == TYPE) {
            for (int p = known.next(0); p >= 0; p = known.next(p + 1)) {
                into.put(ts, known.keyAt(p), known.hashAt(p), value);
            }
            return made;
        }
        Object it = Iter.iter(ts, iterable);
        for (Object k = Iter.next(ts, it); k != null; k = Iter.next(ts, it)) {
            Subscript.set(ts, made, k, value);
        }
        return made;
    }

    /** The keys, with their hashes, of a plain dict or set. */
    private static @Nullable PyDict knownKeys(Object iterable) {
        if (iterable instanceof SetBase s && (s.type() == PySet.TYPE || s.type() == PyFrozenSet.TYPE)) {
            return s.elements;
        }
        return iterable instanceof PyDict d && d.type() == TYPE ? d : null;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
