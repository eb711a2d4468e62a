package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.runtime.Runtime;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes objects apart so that they can cross: {@code _PyObject_GetXIData}. By exact class, as there: an instance of a subclass crosses as pickled bytes or not at all.
 */
public final class Crossing {
    private final PyThreadState ts;
    private @Nullable FunctionCrossing functions;

    /** For one object and all that goes with it. */
    public Crossing(PyThreadState ts) {
        this.ts = ts;
    }

    PyThreadState thread() {
        return ts;
    }

    /** Whether a value is the same for all interpreters. */
    public static boolean isImmutable(Object o) {
        if (o instanceof Long || o instanceof String || o instanceof Boolean || o == Singleton.NONE) {
            return true;
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            for (int i = 0; i < t.size(); i++) {
                if (!isImmutable(t.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (o instanceof PyFrozenSet s && s.type() == PyFrozenSet.TYPE) {
            PyDict keys = s.keys();
            for (int p = keys.next(0); p >= 0; p = keys.next(p + 1)) {
                if (!isImmutable(keys.keyAt(p))) {
                    return false;
                }
            }
            return true;
        }
        return o instanceof Double
                || o instanceof BigInteger
                || o instanceof CodePoints
                || o instanceof PyBytes b && b.type() == PyBytes.TYPE
                || o instanceof PyComplex c && c.type() == PyComplex.TYPE
                || o instanceof PyCode;
    }

    /** Whether an object crosses without being pickled: {@code is_shareable}. */
    public static boolean isShareable(PyThreadState ts, Object o) {
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            for (int i = 0; i < t.size(); i++) {
                if (!isShareable(ts, t.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return isImmutable(o)
                || o instanceof PyMemoryView
                || o instanceof PyTransfer
                || o instanceof PyProxy
                || ts.interp.crossTypes().containsKey(Types.of(o));
    }

    /** Takes an object apart that crosses without being pickled. */
    public static CrossData shareable(PyThreadState ts, Object o) {
        return new Crossing(ts).shareable(o);
    }

    /** Takes the buffer of an object, which arrives as a memoryview. */
    public static CrossData buffer(PyThreadState ts, Object o) {
        return MemoryCrossing.takeBuffer(ts, o);
    }

    /** Takes any object apart. */
    public static CrossData any(PyThreadState ts, Object o) {
        return new Crossing(ts).any(o);
    }

    /** Takes an object apart that crosses without being pickled. */
    public CrossData shareable(Object o) {
        CrossData data = plain(o);
        if (data == null) {
            throw refusal(new Blockers(ts).unshareable(o), null);
        }
        return data;
    }

    private @Nullable CrossData plain(Object o) {
        if (isImmutable(o)) {
            return o instanceof PyBytes b ? new CrossData.Bytes(b) : new CrossData.Value(o);
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE && isShareable(ts, o)) {
            return tuple(t);
        }
        if (o instanceof PyMemoryView m) {
            return MemoryCrossing.take(ts, m);
        }
        if (o instanceof PyProxy p) {
            return new PyProxy.Reference(p.shared);
        }
        if (o instanceof PyTransfer t) {
            return t.take(ts);
        }
        CrossType own = ts.interp.crossTypes().get(Types.of(o));
        return own != null && o instanceof PyObject p ? own.take(ts, p) : null;
    }

    /** Takes any object apart: what is not shareable crosses as a function, by the name it is imported by, or pickled. */
    public CrossData any(Object o) {
        CrossData data = plain(o);
        if (data != null) {
            return data;
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return tuple(t);
        }
        if (o instanceof TypeObject t && t.owner == null) {
            return new CrossData.Value(o);
        }
        if (o instanceof PyModule m) {
            return module(m);
        }
        CrossData imported = imported(o);
        if (imported != null) {
            return imported;
        }
        if (o instanceof PyFunction f) {
            FunctionCrossing taken = functions;
            if (taken == null) {
                taken = new FunctionCrossing(this);
                functions = taken;
            }
            return taken.take(f);
        }
        CrossData copied = ContainerData.take(ts, o);
        return copied != null ? copied : pickled(o);
    }

    private CrossData tuple(PyTuple t) {
        CrossData[] items = new CrossData[t.size()];
        int taken = 0;
        try {
            while (taken < items.length) {
                items[taken] = any(t.get(taken));
                taken++;
            }
        } finally {
            if (taken < items.length) {
                while (taken > 0) {
                    items[--taken].takeBack(ts);
                }
            }
        }
        return new Tuple(items);
    }

    private CrossData module(PyModule m) {
        Object name = m.dict.get("__name__");
        if (!(name instanceof String s)
                || s.equals("__main__")
                || ts.interp.modules().get(s) != m) {
            throw refusal(Text.java(Text.repr(ts, m)) + " cannot be imported by its name", null);
        }
        return new Imported(s, new String[0]);
    }

    /** A function or class that is found in its module, other than {@code __main__}, under its qualified name; else null. */
    private @Nullable CrossData imported(Object o) {
        if (!(o instanceof PyFunction || o instanceof TypeObject || o instanceof PyBuiltinFunction)) {
            return null;
        }
        if (!(Attr.find(ts, o, "__module__") instanceof String module)
                || module.equals("__main__")
                || !(Attr.find(ts, o, "__qualname__") instanceof String qualname)) {
            return null;
        }
        Object at = ts.interp.modules().get(module);
        String[] path = qualname.split("\\.", -1);
        for (String name : path) {
            at = at == null || name.equals("<locals>") ? null : Attr.find(ts, at, name.intern());
        }
        return at == o ? new Imported(module, path) : null;
    }

    private CrossData pickled(Object o) {
        try {
            Object dumps = Attr.get(ts, ts.importModule("pickle"), "dumps");
            Object bytes = Call.call1(ts, dumps, o);
            if (bytes instanceof PyBytes b) {
                return new Pickle(b);
            }
        } catch (PythonException e) {
            throw refusal(new Blockers(ts).unpicklable(o), e);
        }
        throw refusal("pickle gave no bytes", null);
    }

    /** Makes NotShareableError. */
    PythonException refusal(String message, @Nullable PythonException cause) {
        TypeObject type = ts.interp.notShareableError();
        PythonException e = Errors.make(ts, type == null ? Exceptions.type("TypeError") : type, Str.of(message));
        if (cause != null) {
            Errors.setCause(e, cause);
        }
        return e;
    }

    /** A tuple whose items are not all shared by reference. */
    static final class Tuple extends CrossData {
        private final CrossData[] items;

        Tuple(CrossData[] items) {
            this.items = items;
        }

        @Override
        public void dispose(Runtime runtime) {
            for (CrossData item : items) {
                item.dispose(runtime);
            }
        }

        @Override
        public void takeBack(PyThreadState ts) {
            for (CrossData item : items) {
                item.takeBack(ts);
            }
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            Object[] out = new Object[items.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = items[i].rebuild(ts);
            }
            return new PyTuple(out);
        }

        @Override
        public Object read(HostReader reader) {
            return reader.container(ContainerData.Kind.TUPLE, List.of(items));
        }
    }

    /** A module, or what is found in one. */
    private static final class Imported extends CrossData {
        private final String module;
        private final String[] path;

        Imported(String module, String[] path) {
            this.module = module;
            this.path = path;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            Object at = ts.importModule(module);
            for (String name : path) {
                at = Attr.get(ts, at, name.intern());
            }
            return at;
        }
    }

    /** Pickled bytes. */
    private static final class Pickle extends CrossData {
        private final PyBytes bytes;

        Pickle(PyBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        protected String what() {
            return "a pickled object";
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            try {
                return Call.call1(ts, Attr.get(ts, ts.importModule("pickle"), "loads"), bytes);
            } catch (PythonException e) {
                throw new Crossing(ts).refusal("object could not be unpickled", e);
            }
        }
    }
}
