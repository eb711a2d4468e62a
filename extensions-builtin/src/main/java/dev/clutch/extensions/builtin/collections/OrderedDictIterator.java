package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extensions.builtin.collections.Links.Node;
import org.jspecify.annotations.Nullable;

/** Iterates over an OrderedDict. Answers to {@code odictiterobject}. */
@ExtensionType(name = "odict_iterator", exported = false)
final class OrderedDictIterator extends PyObject {
    static final int KEYS = 0;
    static final int VALUES = 1;
    static final int ITEMS = 2;

    /** Null at the end. */
    private @Nullable Object dict;

    /** Null at the end. */
    private @Nullable Links links;

    private final int kind;
    private final boolean backwards;
    private final int size;
    private final long state;

    /** What comes next; its key may have lost its entry. */
    private @Nullable Node current;

    private OrderedDictIterator(PyType type, ThreadState ts, Links links, Object dict, int kind, boolean backwards) {
        super(type);
        this.dict = dict;
        this.links = links;
        this.kind = kind;
        this.backwards = backwards;
        this.size = ts.size(dict);
        this.state = links.state;
        this.current = backwards ? links.last : links.first;
    }

    static Object of(ThreadState ts, CollectionsModule module, Links links, Object dict, int kind, boolean backwards) {
        return new OrderedDictIterator(
                ts.moduleType(module.module(), "odict_iterator"), ts, links, dict, kind, backwards);
    }

    /** An iterator for a view. */
    static Object overView(ThreadState ts, CollectionsModule module, Object view, int kind, boolean backwards) {
        Object dict = ts.dictOfView(view);
        Links links = OrderedDict.links(ts, ts.moduleType(module.module(), "OrderedDict"), dict);
        return of(ts, module, links, dict, kind, backwards);
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object d = dict;
        Links order = links;
        Node node = current;
        if (d == null || order == null || node == null) {
            end();
            return null;
        }
        if (order.state != state) {
            end();
            throw ts.error("RuntimeError", "OrderedDict mutated during iteration");
        }
        if (ts.size(d) != size) {
            end();
            throw ts.error("RuntimeError", "OrderedDict changed size during iteration");
        }
        Object key = node.key;
        Object value = kind != KEYS ? ts.dictGet(d, key) : order.find(ts, key) == null ? null : key;
        if (value == null) {
            end();
            throw OrderedDict.keyError(ts, key);
        }
        current = backwards ? node.previous : node.next;
        return kind == ITEMS ? ts.newTuple(key, value) : value;
    }

    /** Lets everything go. */
    private void end() {
        dict = null;
        links = null;
        current = null;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object rest = ts.newList();
        Object d = dict;
        Links order = links;
        if (d != null && order != null) {
            OrderedDictIterator copy = new OrderedDictIterator(type(), ts, order, d, kind, backwards);
            copy.current = current;
            rest = ts.newList(ts.toArray(copy));
        }
        return ts.newTuple(ts.getAttr(ts.importModule("builtins"), "iter"), ts.newTuple(rest));
    }
}
