package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Filling an OrderedDict by item assignment. Answers to {@code mutablemapping_update}. */
final class OrderedDictUpdate {
    private OrderedDictUpdate() {}

    static void update(ThreadState ts, Object self, Object[] args, @Nullable Object kwargs) {
        if (args.length > 1) {
            throw ts.typeError("update() takes at most 1 positional argument (" + args.length + " given)");
        }
        if (args.length == 1) {
            add(ts, self, args[0]);
        }
        if (kwargs != null) {
            addPairs(ts, self, ts.callMethod(kwargs, "items"));
        }
    }

    /** Stores what a mapping or an iterable of pairs has. */
    static void add(ThreadState ts, Object self, Object from) {
        if (ts.typeOf(from) == ts.builtinType("dict")) {
            addPairs(ts, self, ts.newList(ts.toArray(ts.callMethod(from, "items"))));
            return;
        }
        Object keys = ts.findAttr(from, "keys");
        if (keys != null) {
            Object it = ts.iter(ts.call(keys));
            for (Object key = ts.next(it); key != null; key = ts.next(it)) {
                ts.setItem(self, key, ts.getItem(from, key));
            }
            return;
        }
        Object items = ts.findAttr(from, "items");
        addPairs(ts, self, items == null ? from : ts.call(items));
    }

    private static void addPairs(ThreadState ts, Object self, Object pairs) {
        Object it = ts.iter(pairs);
        for (Object pair = ts.next(it); pair != null; pair = ts.next(it)) {
            Object parts = ts.iter(pair);
            Object key = ts.next(parts);
            Object value = key == null ? null : ts.next(parts);
            if (key == null || value == null) {
                throw ts.valueError(
                        key == null ? "need more than 0 values to unpack" : "need more than 1 value to unpack");
            }
            if (ts.next(parts) != null) {
                throw ts.valueError("too many values to unpack (expected 2)");
            }
            ts.setItem(self, key, value);
        }
    }
}
