package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code collections.deque}: a ring of items. */
@ExtensionType(
        name = "collections.deque",
        subclassable = true,
        weakReferences = true,
        sequence = true,
        doc = "A sequence that grows and shrinks fast at both ends.")
final class Deque extends PyObject {
    final Ring ring = new Ring();

    /** The greatest length, -1 for none. */
    private long maxlen = -1;

    Deque(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new Deque(cls);
    }

    @Expose(signature = "(iterable=<absent>, maxlen=None)")
    void __init__(ThreadState ts, @Nullable Object iterable, Object maxlen) {
        long limit = -1;
        if (maxlen != Singleton.NONE) {
            if (!ts.isInt(maxlen)) {
                throw ts.typeError("an integer is required");
            }
            Object value = ts.index(maxlen);
            if (value instanceof BigInteger) {
                throw ts.error("OverflowError", "Python int too large to convert to C ssize_t");
            }
            limit = (Long) value;
            if (limit < 0) {
                throw ts.valueError("maxlen must be non-negative");
            }
        }
        this.maxlen = limit;
        if (ring.size() > 0) {
            ring.clear();
        }
        if (iterable != null) {
            extend(ts, iterable);
        }
    }

    private Deque like(ThreadState ts, PyType deque) {
        Deque made = new Deque(deque);
        made.maxlen = maxlen;
        made.ring.copyOf(ring);
        return made;
    }

    // --- both ends ---------------------------------------------------------------------------------------------

    @Expose(doc = "Add an item at the right.")
    void append(ThreadState ts, Object item) {
        ring.addLast(item);
        if (maxlen >= 0 && ring.size() > maxlen) {
            ring.removeFirst();
        }
    }

    @Expose(doc = "Add an item at the left.")
    void appendleft(ThreadState ts, Object item) {
        ring.addFirst(item);
        if (maxlen >= 0 && ring.size() > maxlen) {
            ring.removeLast();
        }
    }

    @Expose(doc = "Remove and return the rightmost item.")
    Object pop(ThreadState ts) {
        if (ring.size() == 0) {
            throw ts.error("IndexError", "pop from an empty deque");
        }
        return ring.removeLast();
    }

    @Expose(doc = "Remove and return the leftmost item.")
    Object popleft(ThreadState ts) {
        if (ring.size() == 0) {
            throw ts.error("IndexError", "pop from an empty deque");
        }
        return ring.removeFirst();
    }

    @Expose(doc = "Add the items of an iterable at the right.")
    void extend(ThreadState ts, Object iterable) {
        Object it = ts.iter(iterable == this ? ts.newList(ring.toArray()) : iterable);
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            if (maxlen != 0) {
                append(ts, v);
            }
            ts.checkSignals();
        }
    }

    @Expose(doc = "Add the items of an iterable at the left, one after the other.")
    void extendleft(ThreadState ts, Object iterable) {
        Object it = ts.iter(iterable == this ? ts.newList(ring.toArray()) : iterable);
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            if (maxlen != 0) {
                appendleft(ts, v);
            }
            ts.checkSignals();
        }
    }

    @Expose(doc = "Remove all items.")
    void clear(ThreadState ts) {
        ring.clear();
    }

    @Expose(signature = "(n=1, /)", doc = "Move the items n steps to the right.")
    void rotate(ThreadState ts, Object n) {
        ring.rotate(ts.asPosition(n));
    }

    @Expose(doc = "Turn the order round, in place.")
    void reverse(ThreadState ts) {
        ring.reverse();
    }

    // --- the whole ---------------------------------------------------------------------------------------------

    @Expose(doc = "Return a shallow copy.")
    Object copy(ThreadState ts, PyType definingClass) {
        if (type() == definingClass) {
            return like(ts, definingClass);
        }
        Object made = maxlen < 0 ? ts.call(type(), this) : ts.call(type(), this, maxlen);
        if (!(made instanceof Deque)) {
            throw ts.typeError(type().displayName() + "() must return a deque, not "
                    + ts.typeOf(made).displayName());
        }
        return made;
    }

    @Expose(doc = "Return a shallow copy.")
    Object __copy__(ThreadState ts, PyType definingClass) {
        return copy(ts, definingClass);
    }

    @Expose(name = "__add__", slot = Slot.CONCAT)
    Object concat(ThreadState ts, PyType definingClass, Object other) {
        if (!(other instanceof Deque)) {
            throw ts.typeError(
                    "can only concatenate deque (not \"" + ts.typeOf(other).displayName() + "\") to deque");
        }
        Object made = copy(ts, definingClass);
        ((Deque) made).extend(ts, other);
        return made;
    }

    @Expose(name = "__iadd__", slot = Slot.ICONCAT)
    Object extendInPlace(ThreadState ts, Object other) {
        extend(ts, other);
        return this;
    }

    @Expose(name = "__mul__", slot = Slot.REPEAT)
    Object repeat(ThreadState ts, PyType definingClass, Object count) {
        Deque made = (Deque) copy(ts, definingClass);
        made.repeatInPlace(ts, count);
        return made;
    }

    @Expose(name = "__imul__", slot = Slot.IREPEAT)
    Object repeatInPlace(ThreadState ts, Object count) {
        if (!(ts.index(count) instanceof Long times)) {
            throw ts.error(
                    "OverflowError", "cannot fit '" + ts.typeOf(count).displayName() + "' into an index-sized integer");
        }
        long n = times;
        int size = ring.size();
        if (size == 0 || n == 1) {
            return this;
        }
        if (n <= 0) {
            ring.clear();
            return this;
        }
        if (maxlen < 0 && n > Ring.LIMIT / size) {
            throw ts.error(ts.exceptionType("MemoryError"));
        }
        Object[] items = ring.toArray();
        if (maxlen >= 0) {
            n = Math.min(n, (maxlen + size - 1) / size);
        }
        for (long turn = 1; turn < n; turn++) {
            for (Object item : items) {
                append(ts, item);
            }
            ts.checkSignals();
        }
        return this;
    }

    @Expose
    int __len__(ThreadState ts) {
        return ring.size();
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 64 + 8L * ring.capacity();
    }

    @Getter(doc = "The greatest length, or None.")
    Object maxlen(ThreadState ts) {
        return maxlen < 0 ? Singleton.NONE : (Object) maxlen;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        if (!ts.enterRepr(this)) {
            return "[...]";
        }
        try {
            StrBuilder out = new StrBuilder();
            out.append(Str.of(type().name())).append((Object) "(");
            out.append(ts.repr(ts.newList(ts.toArray(this))));
            if (maxlen >= 0) {
                out.append((Object) ", maxlen=").append((Object) Long.toString(maxlen));
            }
            return out.append((Object) ")").build();
        } finally {
            ts.leaveRepr(this);
        }
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if (!(other instanceof Deque that)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        int mine = ring.size();
        int its = that.ring.size();
        if (mine != its) {
            if (op == Slot.EQ) {
                return false;
            }
            if (op == Slot.NE) {
                return true;
            }
        }
        Object a = ts.iter(this);
        Object b = ts.iter(that);
        while (true) {
            Object x = ts.next(a);
            Object y = ts.next(b);
            if (x == null || y == null) {
                return ts.compare(op, x == null ? 0L : 1L, y == null ? 0L : 1L);
            }
            if (!ts.equal(x, y)) {
                if (op == Slot.EQ) {
                    return false;
                }
                return op == Slot.NE ? true : ts.compare(op, x, y);
            }
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object state = ts.callMethod(this, "__getstate__");
        Object args = maxlen < 0 ? ts.newTuple() : ts.newTuple(ts.newTuple(), maxlen);
        return ts.newTuple(type(), args, state, ts.iter(this));
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }

    // --- items -------------------------------------------------------------------------------------------------

    @Expose
    Object __iter__(ThreadState ts, CollectionsModule state) {
        return new DequeIterator(ts.moduleType(state.module(), "_deque_iterator"), this);
    }

    @Expose(doc = "Return an iterator from right to left.")
    Object __reversed__(ThreadState ts, CollectionsModule state) {
        return new DequeReverseIterator(ts.moduleType(state.module(), "_deque_reverse_iterator"), this);
    }

    @Expose
    Object __getitem__(ThreadState ts, Object index) {
        if (index instanceof Long i) {
            return ring.get(checked(ts, i));
        }
        if (ts.findSpecial(index, "__index__") == null) {
            throw ts.typeError(
                    "sequence index must be integer, not '" + ts.typeOf(index).displayName() + "'");
        }
        return ring.get(checked(ts, ts.asPosition(index)));
    }

    @Expose
    void __setitem__(ThreadState ts, Object index, Object value) {
        ring.set(checked(ts, ts.asPosition(index)), value);
    }

    @Expose
    void __delitem__(ThreadState ts, Object index) {
        ring.removeAt(checked(ts, ts.asPosition(index)));
    }

    private int checked(ThreadState ts, long index) {
        int size = ring.size();
        long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw ts.error("IndexError", "deque index out of range");
        }
        return (int) i;
    }

    /** Position of the first equal item in a range, -1 for none; equality may run code that changes the deque. */
    private int find(ThreadState ts, Object value, int from, int to) {
        long state = ring.state();
        for (int i = from; i < to; i++) {
            boolean equal = ts.equal(ring.get(i), value);
            if (ring.state() != state) {
                throw mutated(ts);
            }
            if (equal) {
                return i;
            }
        }
        return -1;
    }

    static PythonException mutated(ThreadState ts) {
        return ts.error("RuntimeError", "deque mutated during iteration");
    }

    @Expose
    boolean __contains__(ThreadState ts, Object value) {
        return find(ts, value, 0, ring.size()) >= 0;
    }

    @Expose(doc = "Return how many items are equal to the value.")
    long count(ThreadState ts, Object value) {
        long found = 0;
        long state = ring.state();
        for (int i = 0; i < ring.size(); i++) {
            if (ts.equal(ring.get(i), value)) {
                found++;
            }
            if (ring.state() != state) {
                throw mutated(ts);
            }
        }
        return found;
    }

    @Expose(
            signature = "(value, start=<absent>, stop=<absent>, /)",
            doc = "Return the position of the first item that is equal to the value; ValueError when there is none.")
    long index(ThreadState ts, Object value, @Nullable Object start, @Nullable Object stop) {
        int size = ring.size();
        int from = bound(ts, start, 0, size);
        int to = bound(ts, stop, size, size);
        int i = find(ts, value, from, to);
        if (i < 0) {
            throw notHere(ts, value);
        }
        return i;
    }

    private static int bound(ThreadState ts, @Nullable Object value, int fallback, int size) {
        if (value == null) {
            return fallback;
        }
        if (!ts.isInt(value) && ts.findSpecial(value, "__index__") == null) {
            throw ts.typeError("slice indices must be integers or have an __index__ method");
        }
        long i = ts.asClampedLong(value);
        if (i < 0) {
            i = Math.max(0, i + size);
        }
        return (int) Math.min(i, size);
    }

    private static PythonException notHere(ThreadState ts, Object value) {
        return ts.valueError(ts.reprText(value) + " is not in deque");
    }

    @Expose(doc = "Put an item before the position.")
    void insert(ThreadState ts, Object index, Object value) {
        int size = ring.size();
        long i = ts.asPosition(index);
        if (maxlen == size) {
            throw ts.error("IndexError", "deque already at its maximum size");
        }
        if (i < 0) {
            i = Math.max(0, i + size);
        }
        ring.insert((int) Math.min(i, size), value);
    }

    @Expose(doc = "Remove the first item that is equal to the value; ValueError when there is none.")
    void remove(ThreadState ts, Object value) {
        int size = ring.size();
        long state = ring.state();
        for (int i = 0; i < size; i++) {
            boolean equal = ts.equal(ring.get(i), value);
            if (ring.state() != state) {
                throw ts.error("IndexError", "deque mutated during remove().");
            }
            if (equal) {
                ring.removeAt(i);
                return;
            }
        }
        throw notHere(ts, value);
    }
}
