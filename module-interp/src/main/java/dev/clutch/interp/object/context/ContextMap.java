package dev.clutch.interp.object.context;

import org.jspecify.annotations.Nullable;

/**
 * An immutable map from context variables, or from cells of extensions, by identity: a hash trie, so that a changed map shares all but one path with the former. Answers to {@code hamt.c}.
 */
final class ContextMap {
    static final ContextMap EMPTY = new ContextMap(null, 0);

    private static final int BITS = 5;
    private static final int HASH_BITS = 32;

    private final @Nullable Object root;
    final int size;

    private ContextMap(@Nullable Object root, int size) {
        this.root = root;
        this.size = size;
    }

    /** A leaf. */
    private record Entry(Object key, Object value) {}

    /** Children by {@link #BITS} bits of the hash; each an {@link Entry} or a node. */
    private record Branch(int bitmap, Object[] children) {}

    /** Entries of one hash. */
    private record Collision(Entry[] entries) {}

    private static int hash(Object key) {
        return System.identityHashCode(key);
    }

    @Nullable
    Object get(Object key) {
        Object node = root;
        int hash = hash(key);
        for (int shift = 0; node != null; shift += BITS) {
            if (node instanceof Entry e) {
                return e.key == key ? e.value : null;
            }
            if (node instanceof Collision c) {
                for (Entry e : c.entries) {
                    if (e.key == key) {
                        return e.value;
                    }
                }
                return null;
            }
            Branch b = (Branch) node;
            int bit = bit(hash, shift);
            node = (b.bitmap & bit) == 0 ? null : b.children[index(b.bitmap, bit)];
        }
        return null;
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift & (1 << BITS) - 1);
    }

    private static int index(int bitmap, int bit) {
        return Integer.bitCount(bitmap & bit - 1);
    }

    ContextMap with(Object key, Object value) {
        boolean grows = get(key) == null;
        return new ContextMap(with(root, 0, new Entry(key, value)), grows ? size + 1 : size);
    }

    private static Object with(@Nullable Object node, int shift, Entry entry) {
        if (node == null) {
            return entry;
        }
        if (node instanceof Entry e) {
            return e.key == entry.key ? entry : pair(e, entry, shift);
        }
        if (node instanceof Collision c) {
            return collided(c, entry);
        }
        Branch b = (Branch) node;
        int bit = bit(hash(entry.key), shift);
        int i = index(b.bitmap, bit);
        if ((b.bitmap & bit) != 0) {
            Object[] children = b.children.clone();
            children[i] = with(children[i], shift + BITS, entry);
            return new Branch(b.bitmap, children);
        }
        Object[] children = new Object[b.children.length + 1];
        System.arraycopy(b.children, 0, children, 0, i);
        children[i] = entry;
        System.arraycopy(b.children, i, children, i + 1, b.children.length - i);
        return new Branch(b.bitmap | bit, children);
    }

    private static Object pair(Entry a, Entry b, int shift) {
        if (shift >= HASH_BITS) {
            return new Collision(new Entry[] {a, b});
        }
        int bitA = bit(hash(a.key), shift);
        int bitB = bit(hash(b.key), shift);
        if (bitA == bitB) {
            return new Branch(bitA, new Object[] {pair(a, b, shift + BITS)});
        }
        boolean first = Integer.compareUnsigned(bitA, bitB) < 0;
        return new Branch(bitA | bitB, first ? new Object[] {a, b} : new Object[] {b, a});
    }

    private static Object collided(Collision c, Entry entry) {
        for (int i = 0; i < c.entries.length; i++) {
            if (c.entries[i].key == entry.key) {
                Entry[] changed = c.entries.clone();
                changed[i] = entry;
                return new Collision(changed);
            }
        }
        Entry[] longer = new Entry[c.entries.length + 1];
        System.arraycopy(c.entries, 0, longer, 0, c.entries.length);
        longer[c.entries.length] = entry;
        return new Collision(longer);
    }

    ContextMap without(Object key) {
        return get(key) == null ? this : new ContextMap(without(root, 0, key), size - 1);
    }

    private static @Nullable Object without(@Nullable Object node, int shift, Object key) {
        if (node == null || node instanceof Entry) {
            return null;
        }
        if (node instanceof Collision c) {
            Entry[] rest = new Entry[c.entries.length - 1];
            int n = 0;
            for (Entry e : c.entries) {
                if (e.key != key) {
                    rest[n++] = e;
                }
            }
            return rest.length == 1 ? rest[0] : new Collision(rest);
        }
        Branch b = (Branch) node;
        int bit = bit(hash(key), shift);
        int i = index(b.bitmap, bit);
        Object child = without(b.children[i], shift + BITS, key);
        if (child != null) {
            if (b.children.length == 1 && child instanceof Entry) {
                return child;
            }
            Object[] children = b.children.clone();
            children[i] = child;
            return new Branch(b.bitmap, children);
        }
        if (b.children.length == 1) {
            return null;
        }
        Object[] children = new Object[b.children.length - 1];
        System.arraycopy(b.children, 0, children, 0, i);
        System.arraycopy(b.children, i + 1, children, i, children.length - i);
        return children.length == 1 && children[0] instanceof Entry
                ? children[0]
                : new Branch(b.bitmap & ~bit, children);
    }

    /** Returns keys and values in turn. */
    Object[] pairs() {
        Object[] out = new Object[size * 2];
        int ignored = collect(root, out, 0);
        return out;
    }

    private static int collect(@Nullable Object node, Object[] out, int at) {
        int n = at;
        if (node instanceof Entry e) {
            out[n++] = e.key;
            out[n++] = e.value;
        } else if (node instanceof Collision c) {
            for (Entry e : c.entries) {
                n = collect(e, out, n);
            }
        } else if (node instanceof Branch b) {
            for (Object child : b.children) {
                n = collect(child, out, n);
            }
        }
        return n;
    }
}
