package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.PyProxy;
import dev.clutch.interp.host.PyJavaFunction;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes Python objects of Java values, by the table of the package. */
final class ToPython {
    /** Deeper values are refused; most of those contain themselves. */
    static final int DEEPEST = 500;

    private static final int LONG_BITS = 63;

    private ToPython() {}

    static Object value(PyThreadState ts, @Nullable Object o) {
        return value(ts, o, 0, false);
    }

    private static Object value(PyThreadState ts, @Nullable Object o, int depth, boolean hashable) {
        if (o instanceof Long || o instanceof Boolean || o instanceof Double) {
            return o;
        }
        if (o instanceof Integer n) {
            return (long) n;
        }
        if (o instanceof String s) {
            return Str.of(s);
        }
        if (o == null) {
            return Singleton.NONE;
        }
        Object plain = scalar(o);
        if (plain != null) {
            return plain instanceof String s ? Str.of(s) : plain instanceof byte[] b ? new PyBytes(b) : plain;
        }
        if (o instanceof PythonObject p) {
            return object(ts, p);
        }
        if (o instanceof JavaFunction f) {
            return function(f, f.getClass().getSimpleName());
        }
        if (o instanceof PythonQueue q) {
            return q.inside(ts);
        }
        if (o instanceof PythonChannel c) {
            return c.inside(ts);
        }
        return container(ts, o, depth, hashable);
    }

    /** What a less usual scalar is among Long, BigInteger, Double, String and byte[]; null for what is none. */
    static @Nullable Object scalar(Object o) {
        if (o instanceof BigInteger n) {
            return n.bitLength() <= LONG_BITS ? (Object) n.longValue() : n;
        }
        if (o instanceof Short || o instanceof Byte || o instanceof Integer) {
            return ((Number) o).longValue();
        }
        if (o instanceof Float f) {
            return (double) f;
        }
        if (o instanceof Character c) {
            return String.valueOf(c);
        }
        if (o instanceof byte[] b) {
            return b.clone();
        }
        if (o instanceof ByteBuffer b) {
            byte[] bytes = new byte[b.remaining()];
            b.duplicate().get(bytes);
            return bytes;
        }
        return null;
    }

    static PyJavaFunction function(JavaFunction f, String name) {
        return new PyJavaFunction(new JavaCall(f, name), name);
    }

    private static Object object(PyThreadState ts, PythonObject p) {
        if (p.shared().home() == null || p.shared().isRevoked()) {
            throw new NotShareableException(p + " is not valid any more");
        }
        if (p.home().runtime() != ts.interp.runtime()) {
            throw new NotShareableException(p + " belongs to another runtime");
        }
        return PyProxy.of(ts, p.shared());
    }

    private static Object container(PyThreadState ts, Object o, int depth, boolean hashable) {
        if (depth == DEEPEST) {
            throw tooDeep();
        }
        if (o instanceof Map<?, ?> m && !hashable) {
            return dict(ts, m, depth);
        }
        if (o instanceof Object[] a) {
            return list(ts, Arrays.asList(a), depth, hashable);
        }
        if (o instanceof Set<?> s) {
            PySet set = new PySet();
            for (Object item : s) {
                set.add(ts, element(ts, item, depth));
            }
            return hashable ? Call.call1(ts, PyFrozenSet.TYPE, set) : set;
        }
        if (o instanceof Collection<?> c) {
            return list(ts, c, depth, hashable);
        }
        throw refusal(o, hashable);
    }

    static NotShareableException tooDeep() {
        return new NotShareableException("a value that contains itself, or is more than " + DEEPEST + " levels deep");
    }

    static NotShareableException refusal(Object o, boolean hashable) {
        return new NotShareableException(
                hashable && o instanceof Map
                        ? "a Map has no counterpart as a key or in a set"
                        : "a " + o.getClass().getTypeName() + " has no counterpart in Python");
    }

    private static Object element(PyThreadState ts, @Nullable Object item, int depth) {
        try {
            return value(ts, item, depth + 1, true);
        } catch (NotShareableException e) {
            throw e.in("{}");
        }
    }

    private static Object list(PyThreadState ts, Collection<?> c, int depth, boolean hashable) {
        Object[] given = c.toArray();
        Object[] items = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            try {
                items[i] = value(ts, given[i], depth + 1, hashable);
            } catch (NotShareableException e) {
                throw e.in("[" + i + "]");
            }
        }
        return hashable ? new PyTuple(items) : new PyList(items);
    }

    private static Object dict(PyThreadState ts, Map<?, ?> m, int depth) {
        PyDict d = new PyDict();
        for (Map.Entry<?, ?> e : m.entrySet()) {
            Object key;
            try {
                key = value(ts, e.getKey(), depth + 1, true);
            } catch (NotShareableException refused) {
                throw refused.in("[key]");
            }
            try {
                d.put(ts, key, value(ts, e.getValue(), depth + 1, false));
            } catch (NotShareableException refused) {
                throw refused.in("[" + e.getKey() + "]");
            }
        }
        return d;
    }
}
