package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code itertools.groupby}. */
@ExtensionType(
        name = "itertools.groupby",
        subclassable = true,
        doc = "Iterate over the keys and the runs of items with the same key.")
final class GroupBy extends IteratorBase {
    private final Object iterator;
    private final Object keyFunction;

    /** The key of the run that was given last. */
    private @Nullable Object targetKey;

    private @Nullable Object currentKey;
    private @Nullable Object currentValue;

    /** The group that may still give items. */
    private @Nullable Group currentGroup;

    private GroupBy(PyType type, Object iterator, Object keyFunction) {
        super(type);
        this.iterator = iterator;
        this.keyFunction = keyFunction;
    }

    @Expose(signature = "(iterable, key=None)")
    static Object __new__(ThreadState ts, PyType cls, Object iterable, Object key) {
        return new GroupBy(cls, ts.iter(iterable), key);
    }

    /** Takes the next item and its key; false at the end. */
    private boolean step(ThreadState ts) {
        Object value = ts.next(iterator);
        if (value == null) {
            return false;
        }
        currentKey = keyFunction == Singleton.NONE ? value : ts.call(keyFunction, value);
        currentValue = value;
        return true;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts, ItertoolsModule state) {
        currentGroup = null;
        while (true) {
            Object current = currentKey;
            Object target = targetKey;
            if (current != null && (target == null || !ts.equal(target, current))) {
                break;
            }
            if (!step(ts)) {
                return null;
            }
            ts.checkSignals();
        }
        Object key = Objects.requireNonNull(currentKey);
        targetKey = key;
        Group group = new Group(state.type(ts, "_grouper"), this, key);
        return ts.newTuple(key, group);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object target = targetKey;
        Object key = currentKey;
        Object value = currentValue;
        Object args = ts.newTuple(iterator, keyFunction);
        if (target == null || key == null || value == null) {
            return ts.newTuple(type(), args);
        }
        return ts.newTuple(type(), args, ts.newTuple(key, value, target));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        Object[] parts = Support.state(ts, state, 3, 3);
        currentKey = parts[0];
        currentValue = parts[1];
        targetKey = parts[2];
    }

    /** {@code itertools._grouper}: one run. */
    @ExtensionType(name = "itertools._grouper")
    static final class Group extends IteratorBase {
        private final GroupBy parent;
        private final Object key;

        Group(PyType type, GroupBy parent, Object key) {
            super(type);
            this.parent = parent;
            this.key = key;
            parent.currentGroup = this;
        }

        @Expose(signature = "(parent, tgtkey, /)")
        static Object __new__(ThreadState ts, PyType cls, Object parent, Object tgtkey) {
            if (!(parent instanceof GroupBy g)) {
                throw ts.typeError("_grouper() argument 1 must be itertools.groupby, not "
                        + ts.typeOf(parent).displayName());
            }
            return new Group(cls, g, tgtkey);
        }

        @Expose
        @Nullable
        Object __next__(ThreadState ts) {
            GroupBy g = parent;
            if (g.currentGroup != this || (g.currentValue == null && !g.step(ts))) {
                return null;
            }
            if (!ts.equal(key, Objects.requireNonNull(g.currentKey))) {
                return null;
            }
            Object value = g.currentValue;
            g.currentValue = null;
            g.currentKey = null;
            return value;
        }

        @Expose
        Object __reduce__(ThreadState ts) {
            Support.pickling(ts);
            if (parent.currentGroup != this) {
                Object iter = ts.getAttr(ts.importModule("builtins"), "iter");
                return ts.newTuple(iter, ts.newTuple(ts.newTuple()));
            }
            return ts.newTuple(type(), ts.newTuple(parent, key));
        }
    }
}
