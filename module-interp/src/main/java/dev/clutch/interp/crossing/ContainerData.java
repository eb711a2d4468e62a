package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Iter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list, dict or set of immutable values and further such containers, on its way as a copy: what pickling would do, without it. Pickling keeps what two places of the whole have in common and what contains
 * itself; where a container is met twice it is left to that.
 */
public final class ContainerData extends CrossData {
    /** What it is made of. */
    public enum Kind {
        /** A tuple. */
        TUPLE,
        /** A list. */
        LIST,
        /** A set. */
        SET,
        /** A dict, keys and values by turns. */
        DICT
    }

    /** Deeper ones are left to pickle, which counts its depth. */
    private static final int DEEPEST = 100;

    private final Kind kind;
    private final List<CrossData> items;

    private ContainerData(Kind kind, List<CrossData> items) {
        this.kind = kind;
        this.items = items;
    }

    /** Takes a container apart; null when there is something in it that needs more. */
    static @Nullable CrossData take(PyThreadState ts, Object o) {
        return isContainer(o) ? take(ts, o, Collections.newSetFromMap(new IdentityHashMap<>()), 0) : null;
    }

    private static boolean isContainer(Object o) {
        return o instanceof PyList l && l.type() == PyList.TYPE
                || o instanceof PyDict d && d.type() == PyDict.TYPE
                || o instanceof PySet s && s.type() == PySet.TYPE;
    }

    private static @Nullable CrossData take(PyThreadState ts, Object o, Set<Object> seen, int depth) {
        if (Crossing.isImmutable(o)) {
            return o instanceof PyBytes b ? new Bytes(b) : new Value(o);
        }
        if (depth == DEEPEST || !seen.add(o)) {
            return null;
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return all(ts, Kind.TUPLE, t.items(), seen, depth);
        }
        if (!isContainer(o)) {
            return null;
        }
        if (o instanceof PyDict d) {
            Object[] items = new Object[2 * d.size()];
            int n = 0;
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                items[n++] = d.keyAt(p);
                items[n++] = d.valueAt(p);
            }
            return all(ts, Kind.DICT, items, seen, depth);
        }
        return all(ts, o instanceof PyList ? Kind.LIST : Kind.SET, Iter.toArray(ts, o), seen, depth);
    }

    private static @Nullable CrossData all(PyThreadState ts, Kind kind, Object[] items, Set<Object> seen, int depth) {
        List<CrossData> taken = new ArrayList<>(items.length);
        for (Object item : items) {
            CrossData data = take(ts, item, seen, depth + 1);
            if (data == null) {
                return null;
            }
            taken.add(data);
        }
        return new ContainerData(kind, taken);
    }

    @Override
    public Object rebuild(PyThreadState ts) {
        switch (kind) {
            case DICT -> {
                PyDict d = new PyDict();
                for (int i = 0; i < items.size(); i += 2) {
                    d.put(ts, items.get(i).rebuild(ts), items.get(i + 1).rebuild(ts));
                }
                return d;
            }
            case SET -> {
                PySet s = new PySet();
                for (CrossData item : items) {
                    s.add(ts, item.rebuild(ts));
                }
                return s;
            }
            default -> {
                Object[] values = new Object[items.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = items.get(i).rebuild(ts);
                }
                return kind == Kind.LIST ? new PyList(values) : new PyTuple(values);
            }
        }
    }

    @Override
    public Object read(HostReader reader) {
        return reader.container(kind, items);
    }
}
