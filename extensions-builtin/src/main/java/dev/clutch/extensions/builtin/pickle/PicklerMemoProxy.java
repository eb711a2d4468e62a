package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code Pickler.memo} gives: the memo as far as Python code may know it. */
@ExtensionType(name = "_pickle.PicklerMemoProxy", exported = false)
final class PicklerMemoProxy extends PyObject {
    final PicklerObject pickler;

    PicklerMemoProxy(PyType type, PicklerObject pickler) {
        super(type);
        this.pickler = pickler;
    }

    @Expose(signature = "()", doc = "Forget everything.")
    void clear(ThreadState ts) {
        pickler.memo.clear();
    }

    @Expose(signature = "()", doc = "A dict of pairs index and object by id.")
    Object copy(ThreadState ts) {
        Object id = ts.getAttr(ts.importModule("builtins"), "id");
        Object dict = ts.newDict();
        pickler.memo.forEach((o, index) -> ts.dictSet(dict, ts.call(id, o), ts.newTuple((long) index, o)));
        return dict;
    }

    @Expose(signature = "()", doc = "A dict, by its constructor.")
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(ts.builtinType("dict"), ts.newTuple(copy(ts)));
    }
}
