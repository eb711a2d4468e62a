package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The ids given out in one interpreter. Used under that interpreter's lock. */
public final class Identities {
    private static final long FIRST = 0x7f0000000010L;
    private static final int RANGE_BITS = 32;

    private static final int MINIMUM = 64;

    /** The entries by identity hash code, linked in each slot; the length is a power of two. */
    private @Nullable Entry[] table = new Entry[MINIMUM];

    private int size;
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private long next;

    /** For the interpreter: the ids of each lie in a range of their own, so that objects of two don't look the same. */
    public Identities(long interpreter) {
        next = FIRST + (interpreter << RANGE_BITS);
    }

    private static final class Entry extends WeakReference<Object> {
        final int hash;
        final long id;

        @Nullable
        Entry next;

        Entry(Object o, ReferenceQueue<Object> queue, int hash, long id) {
            super(o, queue);
            this.hash = hash;
            this.id = id;
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
        return given(o);
    }

    private long given(Object o) {
        for (Object e = dead.poll(); e != null; e = dead.poll()) {
            remove((Entry) e);
        }
        int hash = System.identityHashCode(o);
        for (Entry e = table[hash & table.length - 1]; e != null; e = e.next) {
            if (e.hash == hash && e.refersTo(o)) {
                return e.id;
            }
        }
        long id = next;
        next += 16;
        if (size >= table.length) {
            grow();
        }
        insert(new Entry(o, dead, hash, id));
        size++;
        return id;
    }

    private void insert(Entry e) {
        int slot = e.hash & table.length - 1;
        e.next = table[slot];
        table[slot] = e;
    }

    private void grow() {
        @Nullable Entry[] old = table;
        table = new Entry[old.length * 2];
        for (Entry first : old) {
            for (Entry e = first; e != null; ) {
                Entry following = e.next;
                insert(e);
                e = following;
            }
        }
    }

    private void remove(Entry gone) {
        int slot = gone.hash & table.length - 1;
        Entry before = null;
        for (Entry e = table[slot]; e != null; e = e.next) {
            if (e == gone) {
                if (before == null) {
                    table[slot] = e.next;
                } else {
                    before.next = e.next;
                }
                size--;
                return;
            }
            before = e;
        }
    }
}
