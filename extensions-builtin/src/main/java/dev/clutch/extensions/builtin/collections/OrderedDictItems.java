package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code OrderedDict.items()} returns. */
@ExtensionType(name = "odict_items", base = "dict_items", exported = false)
final class OrderedDictItems {
    private OrderedDictItems() {}

    @Expose
    static Object __iter__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.ITEMS, false);
    }

    @Expose
    static Object __reversed__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.ITEMS, true);
    }
}
