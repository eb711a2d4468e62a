package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code OrderedDict.values()} returns. */
@ExtensionType(name = "odict_values", base = "dict_values", exported = false)
final class OrderedDictValues {
    private OrderedDictValues() {}

    @Expose
    static Object __iter__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.VALUES, false);
    }

    @Expose
    static Object __reversed__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.VALUES, true);
    }
}
