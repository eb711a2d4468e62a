package dev.clutch.interp.modules;

import dev.clutch.runtime.exchange.ChannelRegistry;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/**
 * The ids of channels that an interpreter's objects name. The last one takes its channel along; which are gone is looked up when the next is made, since there are no reference counts. Used under the
 * interpreter's lock.
 */
final class ChannelNames {
    private static final class Name extends PhantomReference<ChannelId> {
        final long id;

        Name(ChannelId object, ReferenceQueue<ChannelId> gone) {
            super(object, gone);
            id = object.id;
        }
    }

    private final ReferenceQueue<ChannelId> gone = new ReferenceQueue<>();
    private final Set<Name> names = new HashSet<>();

    /** Counts an object; false when its channel doesn't exist. */
    boolean add(ChannelRegistry registry, ChannelId object) {
        giveBack(registry);
        if (!registry.name(object.id)) {
            return false;
        }
        names.add(new Name(object, gone));
        return true;
    }

    /** Uncounts the objects that nobody holds any more. */
    void giveBack(ChannelRegistry registry) {
        for (Reference<? extends ChannelId> r = gone.poll(); r != null; r = gone.poll()) {
            Name name = (Name) r;
            if (names.remove(name)) {
                registry.unname(name.id);
            }
        }
    }

    /** Uncounts the objects that nobody holds any more, after asking the collector for them: what is listed shall be in use. */
    @SuppressWarnings("ExplicitGarbageCollection") // for a list that tests and debuggers ask for
    void giveBackAll(ChannelRegistry registry) {
        System.gc();
        for (Name name : new ArrayList<>(names)) {
            if (name.refersTo(null) && names.remove(name)) {
                registry.unname(name.id);
            }
        }
    }

    /** Uncounts all: the interpreter closes. */
    void giveAllBack(ChannelRegistry registry) {
        for (Name name : names) {
            registry.unname(name.id);
        }
        names.clear();
    }
}
