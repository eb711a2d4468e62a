package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids given out in one interpreter. Used under that interpreter's lock. */
public final class Identities {
    private static final long FIRST = 0x7f0000000010L;
    private static final int RANGE_BITS = 32;

    private final Map<Key, Long> ids = new HashMap<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private long next;

    /** For the interpreter: the ids of each lie in a range of their own, so that objects of two don't look the same. */
    public Identities(long interpreter) {
        next = FIRST + (interpreter << RANGE_BITS);
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object o, @Nullable ReferenceQueue<Object> queue) {
            super(o, queue);
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object o = get();
            return o != null && other instanceof Key k && k.get() == o;
        }
    }

    /** Returns the id of an object: equal values of number classes have equal ids, as {@code is} demands. */
    long of(Object o) {
        if (o instanceof Long l) {
            return 0x100000000000L + (l * 32 & 0xffffffffffffL);
        }
        if (o instanceof Boolean b) {
            return b ? 0x600000000020L : 0x600000000040L;
        }
        if (o instanceof Singleton s) {
            return s == Singleton.NONE ? 0x600000000060L : s == Singleton.ELLIPSIS ? 0x600000000080L : 0x6000000000A0L;
        }
        if (o instanceof Double d) {
            return 0x200000000000L + (Double.doubleToRawLongBits(d) * 0x9E3779B97F4A7C15L >>> 20 << 4);
        }
        if (o instanceof BigInteger b) {
            return 0x300000000000L + (b.hashCode() & 0xffffffffL) * 16;
        }
        if (o instanceof String s && s.length() <= 1) {
            return 0x600000010000L + (s.isEmpty() ? 0 : 16L + s.charAt(0) * 16L);
        }
        for (Object k = dead.poll(); k != null; k = dead.poll()) {
            ids.remove((Key) k);
        }
        Long id = ids.get(new Key(o, null));
        if (id == null) {
            id = next;
            next += 16;
            ids.put(new Key(o, dead), id);
        }
        return id;
    }
}
