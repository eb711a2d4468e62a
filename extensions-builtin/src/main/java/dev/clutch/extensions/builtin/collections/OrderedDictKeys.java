package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code OrderedDict.keys()} returns. */
@ExtensionType(name = "odict_keys", base = "dict_keys", exported = false)
final class OrderedDictKeys {
    private OrderedDictKeys() {}

    @Expose
    static Object __iter__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.KEYS, false);
    }

    @Expose
    static Object __reversed__(ThreadState ts, Object self, CollectionsModule state) {
        return OrderedDictIterator.overView(ts, state, self, OrderedDictIterator.KEYS, true);
    }
}
