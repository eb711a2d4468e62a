package dev.clutch.interp;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What extensions remember for all interpreters of a runtime, by key; key and result are immutable. Touched by all interpreters at once. The results are kept in two generations: when the
 * young one is full it takes the place of the old one, to which whatever is not asked for meanwhile is left. The collector may take either when memory is short.
 */
final class SharedResults {
    private static final int GENERATION = 1024;

    private record Generations(ConcurrentHashMap<Object, Object> young, ConcurrentHashMap<Object, Object> old) {}

    private volatile SoftReference<Generations> kept = new SoftReference<>(null);

    @Nullable
    Object get(Object key) {
        Generations g = kept.get();
        if (g == null) {
            return null;
        }
        Object result = g.young.get(key);
        if (result == null) {
            result = g.old.get(key);
            if (result != null) {
                put(key, result);
            }
        }
        return result;
    }

    void put(Object key, Object result) {
        Generations g = kept.get();
        if (g == null || g.young.size() >= GENERATION) {
            g = renewed(g);
        }
        g.young.put(key, result);
    }

    private synchronized Generations renewed(@Nullable Generations full) {
        Generations g = kept.get();
        if (g == null || g == full) {
            g = new Generations(new ConcurrentHashMap<>(), full == null ? new ConcurrentHashMap<>() : full.young);
            kept = new SoftReference<>(g);
        }
        return g;
    }
}
