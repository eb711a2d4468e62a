package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** What queues and channels have in common when an interpreter is closed that has sent items. */
final class Unbinding {
    private Unbinding() {}

    /** Takes the sender's parcels out of the items, and the items out that go with the sender. Called under the container's mutex. */
    static void clear(ArrayDeque<? extends Item> items, long interpreter, List<Parcel> dropped) {
        for (Iterator<? extends Item> i = items.iterator(); i.hasNext(); ) {
            Item item = i.next();
            if (item.isBoundTo(interpreter)) {
                Parcel parcel = item.unbind();
                if (parcel != null) {
                    dropped.add(parcel);
                }
                if (item.policy() == UnboundPolicy.REMOVE) {
                    i.remove();
                }
            }
        }
    }

    /** Disposes of what was dropped; under no mutex. */
    static void dispose(Runtime runtime, List<Parcel> dropped) {
        for (Parcel parcel : dropped) {
            parcel.dispose(runtime);
        }
    }
}
