package dev.clutch.interp.embedding;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.HostReader;
import dev.clutch.runtime.Runtime;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Java value on its way in a queue: a copy that nobody changes, checked when it is made, as its sender is far when it is opened. */
final class JavaData extends CrossData {
    private final @Nullable Object copy;
    /** What keeps the queues and channels in it alive. */
    private final List<CrossData> ties;

    private JavaData(@Nullable Object copy, List<CrossData> ties) {
        this.copy = copy;
        this.ties = ties;
    }

    static JavaData of(Runtime runtime, @Nullable Object value) {
        List<CrossData> ties = new ArrayList<>();
        boolean done = false;
        try {
            JavaData data = new JavaData(copy(runtime, value, 0, false, ties), ties);
            done = true;
            return data;
        } finally {
            if (!done) {
                release(ties, runtime);
            }
        }
    }

    private static @Nullable Object copy(
            Runtime runtime, @Nullable Object o, int depth, boolean hashable, List<CrossData> ties) {
        if (o == null
                || o instanceof Long
                || o instanceof Boolean
                || o instanceof Double
                || o instanceof String
                || o instanceof JavaFunction) {
            return o;
        }
        Object plain = ToPython.scalar(o);
        if (plain != null) {
            return plain instanceof byte[] b && hashable ? ByteBuffer.wrap(b).asReadOnlyBuffer() : plain;
        }
        if (o instanceof PythonObject p) {
            if (p.home().runtime() != runtime) {
                throw new NotShareableException(p + " belongs to another runtime");
            }
            return p;
        }
        if (o instanceof PythonQueue q) {
            if (q.runtime() != runtime) {
                throw new NotShareableException(q + " belongs to another runtime");
            }
            ties.add(q.tie());
            return q;
        }
        if (o instanceof PythonChannel c) {
            if (c.runtime() != runtime) {
                throw new NotShareableException(c + " belongs to another runtime");
            }
            ties.add(c.tie());
            return c;
        }
        if (depth == ToPython.DEEPEST) {
            throw ToPython.tooDeep();
        }
        if (o instanceof Map<?, ?> m && !hashable) {
            return map(runtime, m, depth, ties);
        }
        if (o instanceof Set<?> s) {
            Set<@Nullable Object> set = new LinkedHashSet<>();
            for (Object item : s) {
                set.add(part(runtime, item, depth, true, ties, "{}"));
            }
            return Collections.unmodifiableSet(set);
        }
        Collection<?> items = o instanceof Object[] a ? Arrays.asList(a) : o instanceof Collection<?> c ? c : null;
        if (items == null) {
            throw ToPython.refusal(o, hashable);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (Object item : items) {
            list.add(part(runtime, item, depth, hashable, ties, "[" + list.size() + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    private static Object map(Runtime runtime, Map<?, ?> m, int depth, List<CrossData> ties) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> e : m.entrySet()) {
            map.put(
                    part(runtime, e.getKey(), depth, true, ties, "[key]"),
                    part(runtime, e.getValue(), depth, false, ties, "[" + e.getKey() + "]"));
        }
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object part(
            Runtime runtime, @Nullable Object o, int depth, boolean hashable, List<CrossData> ties, String place) {
        try {
            return copy(runtime, o, depth + 1, hashable, ties);
        } catch (NotShareableException e) {
            throw e.in(place);
        }
    }

    private static void release(List<CrossData> ties, Runtime runtime) {
        for (CrossData tie : ties) {
            tie.dispose(runtime);
        }
    }

    @Override
    public Object rebuild(PyThreadState ts) {
        try {
            return ToPython.value(ts, copy);
        } catch (NotShareableException e) {
            throw JavaCall.refused(ts, e);
        }
    }

    @Override
    public @Nullable Object read(HostReader reader) {
        return copy instanceof byte[] b ? b.clone() : copy;
    }

    @Override
    public void dispose(Runtime runtime) {
        release(ties, runtime);
    }
}
