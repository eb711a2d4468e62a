package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _collections}. */
@ExtensionModule(
        name = "_collections",
        doc = "Container types.",
        types = {
            Deque.class,
            DequeIterator.class,
            DequeReverseIterator.class,
            DefaultDict.class,
            OrderedDict.class,
            OrderedDictIterator.class,
            OrderedDictKeys.class,
            OrderedDictItems.class,
            OrderedDictValues.class,
            TupleGetter.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class CollectionsModule {
    private final PyObject module;

    CollectionsModule(ThreadState ts, PyObject module) {
        this.module = module;
    }

    /** The module object. */
    PyObject module() {
        return module;
    }

    @Expose(signature = "(mapping, iterable, /)", doc = "Count the elements of an iterable into a mapping.")
    static void _count_elements(ThreadState ts, Object mapping, Object iterable) {
        Object it = ts.iter(iterable);
        if (ts.typeOf(mapping) == ts.builtinType("dict") || countsPlainly(ts, mapping)) {
            for (Object key = ts.next(it); key != null; key = ts.next(it)) {
                Object old = ts.dictGet(mapping, key);
                ts.dictSet(mapping, key, plusOne(ts, old));
                ts.checkSignals();
            }
            return;
        }
        Object get = ts.getAttr(mapping, "get");
        for (Object key = ts.next(it); key != null; key = ts.next(it)) {
            ts.setItem(mapping, key, ts.add(ts.call(get, key, 0L), 1L));
            ts.checkSignals();
        }
    }

    private static Object plusOne(ThreadState ts, @Nullable Object old) {
        if (old == null) {
            return 1L;
        }
        return old instanceof Long n && n != Long.MAX_VALUE ? (Object) (n + 1) : ts.add(old, 1L);
    }

    /** Whether a subclass of dict looks up and stores as dict does. */
    private static boolean countsPlainly(ThreadState ts, Object mapping) {
        if (!ts.isDict(mapping)) {
            return false;
        }
        Object cls = ts.typeOf(mapping);
        Object dict = ts.builtinType("dict");
        return ts.findAttr(cls, "get") == ts.getAttr(dict, "get")
                && ts.findAttr(cls, "__setitem__") == ts.getAttr(dict, "__setitem__");
    }
}
