package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.SliceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every operation of the sequence protocol. */
@ExtensionType(name = "_testspi.Items", sequence = true, doc = "A sequence.")
final class Items extends PyObject {
    private final List<Object> items = new ArrayList<>();

    private Items(PyType type) {
        super(type);
    }

    @Expose(signature = "(*items)")
    static Object __new__(ThreadState ts, PyType cls, Object[] items) {
        Items made = new Items(cls);
        Collections.addAll(made.items, items);
        return made;
    }

    private int index(ThreadState ts, Object key) {
        long i = ts.asPosition(key);
        long at = i < 0 ? i + items.size() : i;
        if (at < 0 || at >= items.size()) {
            throw ts.error("IndexError", "Items index out of range");
        }
        return (int) at;
    }

    @Expose
    int __len__(ThreadState ts) {
        return items.size();
    }

    @Expose
    Object __getitem__(ThreadState ts, Object key) {
        if (!ts.isSlice(key)) {
            return items.get(index(ts, key));
        }
        SliceRange range = ts.sliceRange(key, items.size());
        Items part = new Items(type());
        for (int i = 0; i < range.count(); i++) {
            part.items.add(items.get(range.at(i)));
        }
        return part;
    }

    @Expose
    void __setitem__(ThreadState ts, Object key, Object value) {
        items.set(index(ts, key), value);
    }

    @Expose
    void __delitem__(ThreadState ts, Object key) {
        items.remove(index(ts, key));
    }

    @Expose
    boolean __contains__(ThreadState ts, Object item) {
        for (Object o : items) {
            if (ts.equal(o, item)) {
                return true;
            }
        }
        return false;
    }

    @Expose(name = "__add__", slot = Slot.CONCAT)
    Object concat(ThreadState ts, Object other) {
        if (!(other instanceof Items more)) {
            throw ts.typeError(
                    "can only concatenate Items (not \"" + ts.typeOf(other).name() + "\") to Items");
        }
        Items result = new Items(type());
        result.items.addAll(items);
        result.items.addAll(more.items);
        return result;
    }

    @Expose(name = "__mul__", slot = Slot.REPEAT)
    Object repeat(ThreadState ts, Object times) {
        Items result = new Items(type());
        for (long n = ts.asLong(times); n > 0; n--) {
            result.items.addAll(items);
        }
        return result;
    }

    @Expose(name = "__iadd__", slot = Slot.ICONCAT)
    Object extend(ThreadState ts, Object iterable) {
        Collections.addAll(items, ts.toArray(iterable));
        return this;
    }

    @Expose(name = "__imul__", slot = Slot.IREPEAT)
    Object repeatInPlace(ThreadState ts, Object times) {
        List<Object> once = List.copyOf(items);
        items.clear();
        for (long n = ts.asLong(times); n > 0; n--) {
            items.addAll(once);
        }
        return this;
    }

    @Expose
    Object __reversed__(ThreadState ts) {
        return ts.iter(ts.newList(items.reversed().toArray()));
    }

    @Expose
    Object __repr__(ThreadState ts) {
        if (!ts.enterRepr(this)) {
            return "Items(...)";
        }
        try {
            StringBuilder text = new StringBuilder("Items(");
            for (Object o : items) {
                text.append(text.length() > 6 ? ", " : "").append(ts.reprText(o));
            }
            return Str.of(text.append(')').toString());
        } finally {
            ts.leaveRepr(this);
        }
    }
}
