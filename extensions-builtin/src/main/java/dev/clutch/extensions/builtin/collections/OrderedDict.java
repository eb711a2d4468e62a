package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extensions.builtin.collections.Links.Node;
import org.jspecify.annotations.Nullable;

/** {@code collections.OrderedDict}: a dict whose payload is the order of its keys. Answers to {@code odictobject.c}. */
@ExtensionType(
        name = "collections.OrderedDict",
        base = "dict",
        subclassable = true,
        dict = true,
        weakReferences = true,
        payload = true,
        doc = "A dict whose order can be changed.")
final class OrderedDict {
    private OrderedDict() {}

    /** The order of an instance of {@code cls}, which is OrderedDict. */
    static Links links(ThreadState ts, PyType cls, Object self) {
        if (ts.payload(cls, self) instanceof Links links) {
            return links;
        }
        Links made = new Links(ts, self);
        ts.setPayload(cls, self, made);
        return made;
    }

    private static boolean isExact(ThreadState ts, PyType cls, Object o) {
        return ts.typeOf(o) == cls;
    }

    static PythonException keyError(ThreadState ts, Object key) {
        return ts.error(ts.exceptionType("KeyError"), key);
    }

    // --- items -------------------------------------------------------------------------------------------------

    private static void store(ThreadState ts, PyType cls, Object self, Object key, Object value) {
        ts.dictSet(self, key, value);
        links(ts, cls, self).add(ts, key);
    }

    @Expose
    static void __setitem__(ThreadState ts, Object self, PyType definingClass, Object key, Object value) {
        store(ts, definingClass, self, key, value);
    }

    @Expose
    static void __delitem__(ThreadState ts, Object self, PyType definingClass, Object key) {
        Links links = links(ts, definingClass, self);
        Node node = links.find(ts, key);
        if (node != null) {
            links.remove(node);
        }
        if (ts.dictRemove(self, key) == null) {
            throw keyError(ts, key);
        }
    }

    @Expose(
            signature = "(key, default=None)",
            doc = "Return the value of the key; store and return the default when it is missing.")
    static Object setdefault(ThreadState ts, Object self, PyType definingClass, Object key, Object fallback) {
        if (isExact(ts, definingClass, self)) {
            Object found = ts.dictGet(self, key);
            if (found == null) {
                store(ts, definingClass, self, key, fallback);
                return fallback;
            }
            return found;
        }
        if (!ts.contains(self, key)) {
            ts.setItem(self, key, fallback);
            return fallback;
        }
        return ts.getItem(self, key);
    }

    @Expose(
            signature = "(key, default=<absent>)",
            doc = "Remove the key and return its value; the default, or else KeyError, when it is missing.")
    static Object pop(ThreadState ts, Object self, PyType definingClass, Object key, @Nullable Object fallback) {
        Links links = links(ts, definingClass, self);
        return pop(ts, self, links, links.find(ts, key), key, fallback);
    }

    /** {@code _odict_popkey_hash}. */
    private static Object pop(
            ThreadState ts, Object self, Links links, @Nullable Node node, Object key, @Nullable Object fallback) {
        Object value = null;
        if (node != null) {
            links.remove(node);
            value = ts.dictRemove(self, key);
        }
        if (value == null) {
            value = fallback;
        }
        if (value == null) {
            throw keyError(ts, key);
        }
        return value;
    }

    @Expose(signature = "(last=True)", doc = "Remove and return the last pair, or the first.")
    static Object popitem(ThreadState ts, Object self, PyType definingClass, boolean last) {
        Links links = links(ts, definingClass, self);
        Node node = last ? links.last : links.first;
        if (node == null) {
            throw keyError(ts, "dictionary is empty");
        }
        return ts.newTuple(node.key, pop(ts, self, links, node, node.key, null));
    }

    @Expose(signature = "(key, last=True)", doc = "Move a key to the end, or to the beginning.")
    static void move_to_end(ThreadState ts, Object self, PyType definingClass, Object key, boolean last) {
        Links links = links(ts, definingClass, self);
        Node node = last ? links.last : links.first;
        if (node == null) {
            throw keyError(ts, key);
        }
        if (node.key == key) {
            return;
        }
        node = links.find(ts, key);
        if (node == null) {
            throw keyError(ts, key);
        }
        if (last && node != links.last) {
            links.unlink(node);
            links.linkLast(node);
        } else if (!last && node != links.first) {
            links.unlink(node);
            links.linkFirst(node);
        }
    }

    @Expose(doc = "Remove everything.")
    static void clear(ThreadState ts, Object self, PyType definingClass) {
        ts.call(ts.getAttr(ts.builtinType("dict"), "clear"), self);
        links(ts, definingClass, self).clear(ts);
    }

    // --- filling -----------------------------------------------------------------------------------------------

    @Expose(signature = "(*args, **kwargs)")
    static void __init__(ThreadState ts, Object self, Object[] args, @Nullable Object kwargs) {
        if (args.length > 1) {
            throw ts.typeError("expected at most 1 arguments, got " + args.length);
        }
        OrderedDictUpdate.update(ts, self, args, kwargs);
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Store the pairs of a mapping or an iterable, and keywords.")
    static void update(ThreadState ts, Object self, Object[] args, @Nullable Object kwargs) {
        OrderedDictUpdate.update(ts, self, args, kwargs);
    }

    @Expose(
            kind = Expose.Kind.CLASS,
            signature = "(iterable, value=None)",
            doc = "Make one with the keys of an iterable and the same value for each.")
    static Object fromkeys(ThreadState ts, PyType cls, Object iterable, Object value) {
        Object made = ts.call(cls);
        Object it = ts.iter(iterable);
        for (Object key = ts.next(it); key != null; key = ts.next(it)) {
            ts.setItem(made, key, value);
        }
        return made;
    }

    @Expose(doc = "Return a shallow copy.")
    static Object copy(ThreadState ts, Object self, PyType definingClass) {
        Object made = ts.call(ts.typeOf(self));
        boolean exact = isExact(ts, definingClass, self);
        for (Node node = links(ts, definingClass, self).first; node != null; node = node.next) {
            if (exact) {
                Object value = ts.dictGet(self, node.key);
                if (value == null) {
                    throw keyError(ts, node.key);
                }
                store(ts, definingClass, made, node.key, value);
            } else {
                ts.setItem(made, node.key, ts.getItem(self, node.key));
            }
        }
        return made;
    }

    @Expose
    static Object __or__(ThreadState ts, Object self, Object other) {
        return merged(ts, self, self, other, other);
    }

    @Expose
    static Object __ror__(ThreadState ts, Object self, Object other) {
        return merged(ts, self, other, self, other);
    }

    private static Object merged(ThreadState ts, Object self, Object left, Object right, Object other) {
        if (!ts.isDict(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object made = ts.call(ts.typeOf(self), left);
        OrderedDictUpdate.add(ts, made, right);
        return made;
    }

    @Expose
    static Object __ior__(ThreadState ts, Object self, Object other) {
        OrderedDictUpdate.add(ts, self, other);
        return self;
    }

    // --- looking -----------------------------------------------------------------------------------------------

    @Expose
    static Object __iter__(ThreadState ts, Object self, PyType definingClass, CollectionsModule state) {
        return OrderedDictIterator.of(ts, state, links(ts, definingClass, self), self, OrderedDictIterator.KEYS, false);
    }

    @Expose(doc = "Return an iterator over the keys, last first.")
    static Object __reversed__(ThreadState ts, Object self, PyType definingClass, CollectionsModule state) {
        return OrderedDictIterator.of(ts, state, links(ts, definingClass, self), self, OrderedDictIterator.KEYS, true);
    }

    @Expose(doc = "Return a view of the keys.")
    static Object keys(ThreadState ts, Object self, CollectionsModule state) {
        return ts.newDictView(ts.moduleType(state.module(), "odict_keys"), self);
    }

    @Expose(doc = "Return a view of the values.")
    static Object values(ThreadState ts, Object self, CollectionsModule state) {
        return ts.newDictView(ts.moduleType(state.module(), "odict_values"), self);
    }

    @Expose(doc = "Return a view of the pairs.")
    static Object items(ThreadState ts, Object self, CollectionsModule state) {
        return ts.newDictView(ts.moduleType(state.module(), "odict_items"), self);
    }

    @Expose
    static Object __richcompare__(ThreadState ts, Object self, Slot op, PyType definingClass, Object other) {
        if (!ts.isDict(other) || (op != Slot.EQ && op != Slot.NE)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object dictEqual = ts.getAttr(ts.builtinType("dict"), "__eq__");
        boolean equal = ts.call(dictEqual, self, other) == Boolean.TRUE;
        if (equal && definingClass.isInstance(other)) {
            equal = sameOrder(ts, links(ts, definingClass, self), links(ts, definingClass, other));
        }
        return equal == (op == Slot.EQ);
    }

    private static boolean sameOrder(ThreadState ts, Links mine, Links its) {
        long state = mine.state;
        long otherState = its.state;
        Node a = mine.first;
        Node b = its.first;
        while (a != null && b != null) {
            boolean equal = ts.equal(a.key, b.key);
            if (mine.state != state || its.state != otherState) {
                throw ts.error("RuntimeError", "OrderedDict mutated during iteration");
            }
            if (!equal) {
                return false;
            }
            a = a.next;
            b = b.next;
        }
        return a == null && b == null;
    }

    @Expose
    static Object __repr__(ThreadState ts, Object self) {
        Object name = Str.of(ts.typeOf(self).name());
        if (ts.size(self) == 0) {
            return new StrBuilder().append(name).append((Object) "()").build();
        }
        if (!ts.enterRepr(self)) {
            return "...";
        }
        try {
            Object plain = ts.call(ts.builtinType("dict"), self);
            return new StrBuilder()
                    .append(name)
                    .append((Object) "(")
                    .append(ts.repr(plain))
                    .append((Object) ")")
                    .build();
        } finally {
            ts.leaveRepr(self);
        }
    }

    @Expose
    static Object __reduce__(ThreadState ts, Object self) {
        Object state = ts.callMethod(self, "__getstate__");
        Object items = ts.iter(ts.callMethod(self, "items"));
        return ts.newTuple(ts.typeOf(self), ts.newTuple(), state, Singleton.NONE, items);
    }

    @Expose
    static long __sizeof__(ThreadState ts, Object self) {
        return 200 + 80L * ts.size(self);
    }
}
