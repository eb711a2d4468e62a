package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** Whole-dict operations. Answers to {@code dict_update_common}, {@code dict_equal} and {@code dict_repr}. */
final class DictUpdate {
    private DictUpdate() {}

    static void update(PyThreadState ts, PyDict d, String function, Object[] args, @Nullable Object kwargs) {
        if (args.length > 1) {
            throw Errors.typeError(ts, function + " expected at most 1 argument, got " + args.length);
        }
        if (args.length == 1) {
            Object from = args[0];
            if (from instanceof PyDict other && iteratesAsDict(other)) {
                merge(ts, d, other);
            } else if (from instanceof PyDict || Attr.find(ts, from, "keys") != null) {
                Object it = Iter.iter(ts, Call.method0(ts, from, "keys"));
                for (Object k = Iter.next(ts, it); k != null; k = Iter.next(ts, it)) {
                    d.put(ts, k, Subscript.get(ts, from, k));
                }
            } else {
                pairs(ts, d, from);
            }
        }
        if (kwargs instanceof PyDict k) {
            merge(ts, d, k);
        }
    }

    /** Whether iterating over a dict shows its own keys: then it is copied as it is, whatever its {@code keys()} says ({@code dict_merge}). */
    static boolean iteratesAsDict(PyDict d) {
        return d.type() == PyDict.TYPE || Types.of(d).slot(Slot.ITER) == PyDict.TYPE.slot(Slot.ITER);
    }

    static void merge(PyThreadState ts, PyDict into, PyDict from) {
        if (into == from) {
            return;
        }
        int size = from.size();
        into.reserve(size);
        for (int p = from.next(0); p >= 0; p = from.next(p + 1)) {
            into.put(ts, from.keyAt(p), from.hashAt(p), from.valueAt(p));
            if (from.size() != size) {
                throw Errors.error(ts, "RuntimeError", "dict mutated during update");
            }
        }
    }

    private static void pairs(PyThreadState ts, PyDict d, Object from) {
        Object it = Iter.iter(ts, from);
        int n = 0;
        for (Object item = Iter.next(ts, it); item != null; item = Iter.next(ts, it)) {
            Object[] pair;
            try {
                pair = Iter.toArray(ts, item);
            } catch (PythonException e) {
                if (!Errors.matches(e, "TypeError")) {
                    throw e;
                }
                throw Errors.typeError(
                        ts, "cannot convert dictionary update sequence element #" + n + " to a sequence");
            }
            if (pair.length != 2) {
                throw Errors.valueError(
                        ts,
                        "dictionary update sequence element #" + n + " has length " + pair.length + "; 2 is required");
            }
            d.put(ts, pair[0], pair[1]);
            n++;
        }
    }

    static boolean equal(PyThreadState ts, PyDict a, PyDict b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int p = a.next(0); p >= 0; p = a.next(p + 1)) {
            Object v = a.valueAt(p);
            int q = b.find(ts, a.keyAt(p), a.hashAt(p));
            if (q < 0 || !Compare.equal(ts, v, b.valueAt(q))) {
                return false;
            }
        }
        return true;
    }

    static Object repr(PyThreadState ts, PyDict d) {
        if (d.size() == 0) {
            return "{}";
        }
        if (!ts.reprs.enter(d)) {
            return "{...}";
        }
        ts.enterNative();
        try {
            StrBuilder out = new StrBuilder(d.size() * 8);
            out.append((Object) "{");
            boolean first = true;
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                Object value = d.valueAt(p);
                if (!first) {
                    out.append((Object) ", ");
                }
                first = false;
                out.append(Text.repr(ts, d.keyAt(p)));
                out.append((Object) ": ");
                out.append(Text.repr(ts, value));
            }
            return out.append((Object) "}").build();
        } finally {
            ts.leaveNative();
            ts.reprs.leave(d);
        }
    }
}
