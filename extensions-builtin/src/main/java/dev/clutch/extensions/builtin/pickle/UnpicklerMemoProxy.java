package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What {@code Unpickler.memo} gives. */
@ExtensionType(name = "_pickle.UnpicklerMemoProxy", exported = false)
final class UnpicklerMemoProxy extends PyObject {
    final UnpicklerObject unpickler;

    UnpicklerMemoProxy(PyType type, UnpicklerObject unpickler) {
        super(type);
        this.unpickler = unpickler;
    }

    @Expose(signature = "()", doc = "Forget everything.")
    void clear(ThreadState ts) {
        unpickler.memo = new Object[32];
    }

    @Expose(signature = "()", doc = "A dict of objects by index.")
    Object copy(ThreadState ts) {
        Object dict = ts.newDict();
        @Nullable Object[] memo = unpickler.memo;
        for (int i = 0; i < memo.length; i++) {
            Object o = memo[i];
            if (o != null) {
                ts.dictSet(dict, (long) i, o);
            }
        }
        return dict;
    }

    @Expose(signature = "()", doc = "A dict, by its constructor.")
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(ts.builtinType("dict"), ts.newTuple(copy(ts)));
    }
}
