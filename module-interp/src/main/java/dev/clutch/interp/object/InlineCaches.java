package dev.clutch.interp.object;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The inline caches of an interpreter's functions, held weakly. A site keeps the types and functions alive that it has learnt; when a program asks for a collection, so that
 * something may become unreachable, they are forgotten.
 */
public final class InlineCaches {
    private static final int FEW = 4096;

    private static final int MOST_SHARED = 1024;

    /** Never written: the caches of all functions that have learnt nothing yet. */
    private @Nullable Object[] none = new Object[64];

    private final ArrayList<WeakReference<@Nullable Object[]>> all = new ArrayList<>();
    private int limit = FEW;

    /** What sites share that have seen too many types. */
    final CommonCaches common = new CommonCaches();

    /** By their hash: the names that built-in functions got lately, each as the one of its value that the JVM keeps. */
    private final @Nullable String[] names = new String[256];

    /** For the interpreter. */
    public InlineCaches() {}

    /** Returns caches without an entry, for at least so many sites, that others may share and nobody writes. */
    @Nullable
    Object[] none(int sites) {
        if (sites > MOST_SHARED) {
            return new Object[sites];
        }
        if (sites > none.length) {
            none = new Object[Integer.highestOneBit(sites) * 2];
        }
        return none;
    }

    /** {@link String#intern} without its search, where the name was asked for lately. */
    public String interned(String name) {
        int i = name.hashCode() & names.length - 1;
        String known = names[i];
        if (!name.equals(known)) {
            known = name.intern();
            names[i] = known;
        }
        return known;
    }

    /** Adds the caches of a function. */
    public void add(@Nullable Object[] caches) {
        if (all.size() >= limit) {
            removeDead();
            limit = Math.max(FEW, all.size() * 2);
        }
        all.add(new WeakReference<>(caches));
    }

    private void removeDead() {
        int live = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get() != null) {
                all.set(live++, all.get(i));
            }
        }
        all.subList(live, all.size()).clear();
    }

    /** Lets every site learn again. */
    public void forget() {
        common.clear();
        removeDead();
        for (int i = 0; i < all.size(); i++) {
            @Nullable Object[] caches = all.get(i).get();
            if (caches == null) {
                continue;
            }
            for (int k = 0; k < caches.length; k++) {
                if (caches[k] instanceof AttributeCache
                        || caches[k] instanceof ClassMethodCache
                        || caches[k] instanceof ModuleCache) {
                    caches[k] = null;
                }
            }
        }
    }
}
