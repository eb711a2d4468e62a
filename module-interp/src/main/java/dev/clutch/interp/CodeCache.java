package dev.clutch.interp;

import dev.clutch.interp.object.PyCode;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The code of a runtime by what it was compiled from, so that interpreters which run one program run one compiled unit, with one profile. An entry goes when nothing runs its
 * code any more. Touched by all interpreters of the runtime at once; the map is the only shared state, and code objects are immutable.
 */
public final class CodeCache {
    private final ConcurrentHashMap<Key, Entry> entries = new ConcurrentHashMap<>();
    private final ReferenceQueue<PyCode> cleared = new ReferenceQueue<>();

    CodeCache() {}

    /** What code is made of: everything that the compiler's result depends on. */
    public static final class Key {
        private final String filename;
        private final int mode;
        private final int optimise;
        private final int flags;
        private final byte[] content;
        private final int hash;

        /** Makes a key; the bytes, a program or a stored unit, are owned by it from here on. */
        public Key(String filename, int mode, int optimise, int flags, byte[] content) {
            this.filename = filename;
            this.mode = mode;
            this.optimise = optimise;
            this.flags = flags;
            this.content = content;
            this.hash = 31 * (31 * (31 * Arrays.hashCode(content) + filename.hashCode()) + mode) + optimise ^ flags;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k
                    && k.hash == hash
                    && k.mode == mode
                    && k.optimise == optimise
                    && k.flags == flags
                    && k.filename.equals(filename)
                    && Arrays.equals(k.content, content);
        }
    }

    private static final class Entry extends WeakReference<PyCode> {
        final Key key;

        Entry(Key key, PyCode code, ReferenceQueue<PyCode> queue) {
            super(code, queue);
            this.key = key;
        }
    }

    /** Returns the code of a key, or null. */
    public @Nullable PyCode get(Key key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.get();
    }

    /** Keeps code; returns what another interpreter kept meanwhile, or the code itself. */
    public PyCode put(Key key, PyCode code) {
        Reference<? extends PyCode> gone;
        while ((gone = cleared.poll()) != null) {
            entries.remove(((Entry) gone).key, gone);
        }
        Entry mine = new Entry(key, code, cleared);
        while (true) {
            Entry known = entries.putIfAbsent(key, mine);
            if (known == null) {
                return code;
            }
            PyCode other = known.get();
            if (other != null) {
                return other;
            }
            entries.remove(key, known);
        }
    }
}
