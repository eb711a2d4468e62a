package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.ChannelNumber;
import dev.clutch.interp.crossing.ChannelType;
import dev.clutch.interp.crossing.CrossType;
import dev.clutch.interp.crossing.PyProxy;
import dev.clutch.interp.crossing.QueueType;
import dev.clutch.interp.crossing.SharedObject;
import dev.clutch.interp.host.PyJavaFunction;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFloatInstance;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Iter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes Java values of Python objects, by the table of the package. Runs no Python code. */
final class ToJava {
    private ToJava() {}

    /** Of an object of the calling interpreter; what does not cross by value becomes a handle. */
    static @Nullable Object value(PyThreadState ts, Object o) {
        return value(ts, o, 0, false);
    }

    /** Of an object that belongs to no interpreter; what does not cross by value is refused. */
    static @Nullable Object immutable(Object o) {
        return value(null, o, 0, false);
    }

    /** As {@link #value(PyThreadState, Object)}, for an instance of a subclass of a built-in type by what it is there; a handle is what is left. */
    static @Nullable Object byStorage(PyThreadState ts, Object o) {
        Object number = PyInt.plainOrNull(o);
        if (number != null) {
            return o instanceof Boolean ? o : number;
        }
        if (o instanceof PyFloatInstance f) {
            return f.value;
        }
        if (PyStr.isStr(o)) {
            return value(ts, PyStr.plain(o));
        }
        if (o instanceof PyList || o instanceof PyTuple) {
            return list(ts, Iter.toArray(ts, o), 0, false);
        }
        if (o instanceof PyDict d) {
            return map(ts, d, 0);
        }
        if (o instanceof PySet || o instanceof PyFrozenSet) {
            return set(ts, Iter.toArray(ts, o), 0);
        }
        if (o instanceof PyBytes || o instanceof PyByteArray) {
            return ts.bytesOf(o).clone();
        }
        return value(ts, o);
    }

    private static @Nullable Object value(@Nullable PyThreadState ts, Object o, int depth, boolean key) {
        if (o instanceof Long || o instanceof String || o instanceof Boolean || o instanceof Double) {
            return o;
        }
        if (o == Singleton.NONE) {
            return null;
        }
        if (o instanceof BigInteger) {
            return o;
        }
        if (o instanceof CodePoints s) {
            return s.toJavaString();
        }
        if (o instanceof PyBytes b && b.type() == PyBytes.TYPE) {
            return bytes(b.value(), key);
        }
        if (depth == ToPython.DEEPEST) {
            throw ToPython.tooDeep();
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return list(ts, t.items(), depth, key);
        }
        if (o instanceof PyFrozenSet s && s.type() == PyFrozenSet.TYPE) {
            PyDict keys = s.keys();
            Set<@Nullable Object> set = new LinkedHashSet<>();
            for (int p = keys.next(0); p >= 0; p = keys.next(p + 1)) {
                set.add(value(ts, keys.keyAt(p), depth + 1, true));
            }
            return Collections.unmodifiableSet(set);
        }
        if (ts == null) {
            throw new NotShareableException("a '" + Types.of(o).displayName() + "' object has no counterpart in Java");
        }
        return mutable(ts, o, depth);
    }

    private static @Nullable Object mutable(PyThreadState ts, Object o, int depth) {
        if (o instanceof PyList l && l.type() == PyList.TYPE) {
            return list(ts, l.toArray(), depth, false);
        }
        if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            return map(ts, d, depth);
        }
        if (o instanceof PySet s && s.type() == PySet.TYPE) {
            return set(ts, Iter.toArray(ts, s), depth);
        }
        if (o instanceof PyByteArray b && b.type() == PyByteArray.TYPE) {
            return ts.bytesOf(b).clone();
        }
        if (o instanceof PyJavaFunction f && f.target() instanceof JavaCall c) {
            return c.function();
        }
        if (o instanceof PyProxy p) {
            return handle(p.shared());
        }
        if (o instanceof PyObject p) {
            CrossType type = ts.interp.crossTypes().get(Types.of(o));
            if (type instanceof QueueType queues) {
                return PythonQueue.adopt(ts.interp.runtime(), queues.take(ts, p).id());
            }
            if (type instanceof ChannelType channels) {
                return channel(ts, channels.take(ts, p));
            }
        }
        return Home.of(ts.interp).handle(ts, o);
    }

    private static PythonChannel channel(PyThreadState ts, ChannelNumber number) {
        try {
            return PythonChannel.named(ts.interp.runtime(), number.id());
        } finally {
            number.dispose(ts.interp.runtime());
        }
    }

    static Object handle(SharedObject shared) {
        var home = shared.home();
        if (home == null) {
            throw new NotShareableException("the object is gone with interpreter " + shared.homeId());
        }
        return new PythonObject(Home.of(home), shared);
    }

    private static Object bytes(byte[] value, boolean key) {
        return key ? ByteBuffer.wrap(value.clone()).asReadOnlyBuffer() : value.clone();
    }

    private static List<@Nullable Object> list(@Nullable PyThreadState ts, Object[] items, int depth, boolean key) {
        List<@Nullable Object> list = new ArrayList<>(items.length);
        for (Object item : items) {
            list.add(value(ts, item, depth + 1, key));
        }
        return Collections.unmodifiableList(list);
    }

    private static Set<@Nullable Object> set(PyThreadState ts, Object[] items, int depth) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        for (Object item : items) {
            set.add(value(ts, item, depth + 1, true));
        }
        return Collections.unmodifiableSet(set);
    }

    private static Map<@Nullable Object, @Nullable Object> map(PyThreadState ts, PyDict d, int depth) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            map.put(value(ts, d.keyAt(p), depth + 1, true), value(ts, d.valueAt(p), depth + 1, false));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Gives a value the class that the caller wants, without loss. */
    static <T> @Nullable T as(@Nullable Object value, Class<T> type) {
        if (value == null) {
            return null;
        }
        Class<?> wanted = boxed(type);
        Object fitting = value instanceof Long n ? narrowed(n, wanted) : value;
        if (fitting instanceof Double d && wanted == Float.class) {
            fitting = (float) (double) d;
        }
        if (!wanted.isInstance(fitting)) {
            throw new ClassCastException(
                    (value instanceof PythonObject p
                                    ? p.toString()
                                    : "a " + value.getClass().getSimpleName()) + " is no " + type.getSimpleName());
        }
        @SuppressWarnings("unchecked") // a primitive class stands for its box, which has been checked
        T result = (T) fitting;
        return result;
    }

    private static Object narrowed(Long n, Class<?> wanted) {
        long v = n;
        if (wanted == Integer.class) {
            return Math.toIntExact(v);
        }
        if (wanted == Short.class && v == (short) v) {
            return (short) v;
        }
        if (wanted == Byte.class && v == (byte) v) {
            return (byte) v;
        }
        if (wanted == BigInteger.class) {
            return BigInteger.valueOf(v);
        }
        if (wanted == Double.class && (long) (double) v == v) {
            return (double) v;
        }
        return n;
    }

    private static Class<?> boxed(Class<?> type) {
        if (!type.isPrimitive()) {
            return type;
        }
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
