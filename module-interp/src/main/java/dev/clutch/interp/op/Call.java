package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import org.jspecify.annotations.Nullable;

/** Calls. Compiled code loads the target and invokes it at the site; the other methods are for Java code, whose profile they share. */
public final class Call {
    private static final Object[] EMPTY = new Object[0];

    private Call() {}

    /** Returns how to call an object; an object that can't be called gets a vectorcall that says so. */
    public static Vectorcall target(Object f) {
        if (f instanceof PyCallable c) {
            return c.vectorcall;
        }
        if (f instanceof TypeObject t) {
            return t.vectorcall;
        }
        return Generic.INSTANCE;
    }

    /** Calls through the CALL slot of the type. */
    private static final class Generic extends Vectorcall {
        static final Generic INSTANCE = new Generic();

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            NativeTable table = Types.of(f).slot(Slot.CALL);
            if (table == null) {
                throw notCallable(ts, f);
            }
            Object r = table.call(Slot.CALL.id(), ts, f, args, names);
            if (r == null) {
                throw Errors.systemError(ts, "__call__ of '" + Types.of(f).name() + "' returned Java null");
            }
            return r;
        }
    }

    /** {@code object_is_not_callable}: a module may hold what was meant. */
    private static PythonException notCallable(PyThreadState ts, Object f) {
        String text = "'" + Types.of(f).name() + "' object is not callable";
        if (f instanceof PyModule m && m.type() == PyModule.TYPE) {
            Object name = Attr.find(ts, m, "__name__");
            String module = name != null && PyStr.TYPE.isInstance(name) ? Attr.nameText(ts, name) : "";
            Object meant = Attr.find(ts, m, module);
            if (meant != null && isCallable(meant)) {
                text += ". Did you mean: '" + module + "." + module + "(...)'?";
            }
        }
        return Errors.typeError(ts, text);
    }

    /** {@code callable(o)}. */
    public static boolean isCallable(Object o) {
        return o instanceof PyCallable || Types.of(o).slot(Slot.CALL) != null;
    }

    /** {@code f()}. */
    public static Object call0(PyThreadState ts, Object f) {
        return target(f).call0(ts, f);
    }

    /** {@code f(a)}. */
    public static Object call1(PyThreadState ts, Object f, Object a) {
        return target(f).call1(ts, f, a);
    }

    /** {@code f(a, b)}. */
    public static Object call2(PyThreadState ts, Object f, Object a, Object b) {
        return target(f).call2(ts, f, a, b);
    }

    /** {@code f(a, b, c)}. */
    public static Object call3(PyThreadState ts, Object f, Object a, Object b, Object c) {
        return target(f).call3(ts, f, a, b, c);
    }

    /** {@code f(a, b, c, d)}. */
    public static Object call4(PyThreadState ts, Object f, Object a, Object b, Object c, Object d) {
        return target(f).call4(ts, f, a, b, c, d);
    }

    /** A call in the vectorcall convention; the arrays may be kept by the callee. */
    public static Object vector(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        return target(f).call(ts, f, args, names == null || names.length == 0 ? null : names);
    }

    /** {@code f(*args, **kwargs)}. */
    public static Object withDict(PyThreadState ts, Object f, Object[] args, @Nullable Object kwargs) {
        if (!(kwargs instanceof PyDict d) || d.size() == 0) {
            return vector(ts, f, args, null);
        }
        Object[] all = new Object[args.length + d.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        String[] names = new String[d.size()];
        int n = 0;
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            names[n] = Attr.keywordText(ts, d.keyAt(p));
            all[args.length + n++] = d.valueAt(p);
        }
        return vector(ts, f, all, names);
    }

    /** Calls what a type lookup found, with the instance as first argument, binding other descriptors than functions ({@code lookup_method}). */
    public static Object special0(PyThreadState ts, Object f, Object self) {
        if (f instanceof PyFunction) {
            return target(f).call1(ts, f, self);
        }
        return call0(ts, Attr.bind(ts, f, self));
    }

    /** {@link #special0} with one argument. */
    public static Object special1(PyThreadState ts, Object f, Object self, Object a) {
        if (f instanceof PyFunction) {
            return target(f).call2(ts, f, self, a);
        }
        return call1(ts, Attr.bind(ts, f, self), a);
    }

    /** {@link #special0} with two arguments. */
    public static Object special2(PyThreadState ts, Object f, Object self, Object a, Object b) {
        if (f instanceof PyFunction) {
            return target(f).call3(ts, f, self, a, b);
        }
        return call2(ts, Attr.bind(ts, f, self), a, b);
    }

    /** {@link #special0} with any arguments. */
    public static Object specialVector(
            PyThreadState ts, Object f, Object self, Object[] args, String @Nullable [] names) {
        if (f instanceof PyFunction) {
            return vector(ts, f, prepend(self, args), names);
        }
        return vector(ts, Attr.bind(ts, f, self), args, names);
    }

    /** Calls a special method by name if the type has it ({@code _PyObject_LookupSpecial} and a call); null when it hasn't. */
    public static @Nullable Object findSpecial0(PyThreadState ts, Object self, String name) {
        Object f = Types.of(self).lookup(name);
        return f == null ? null : special0(ts, f, self);
    }

    /** Calls a special method by name with one argument; null when the type hasn't got it. */
    public static @Nullable Object findSpecial1(PyThreadState ts, Object self, String name, Object a) {
        Object f = Types.of(self).lookup(name);
        return f == null ? null : special1(ts, f, self, a);
    }

    /** {@code o.name()}. */
    public static Object method0(PyThreadState ts, Object o, String name) {
        Object f = Attr.method(ts, o, name);
        return target(f).call1(ts, f, o);
    }

    /** {@code o.name(a)}. */
    public static Object method1(PyThreadState ts, Object o, String name, Object a) {
        Object f = Attr.method(ts, o, name);
        return target(f).call2(ts, f, o, a);
    }

    /** {@code o.name(a, b)}. */
    public static Object method2(PyThreadState ts, Object o, String name, Object a, Object b) {
        Object f = Attr.method(ts, o, name);
        return target(f).call3(ts, f, o, a, b);
    }

    /** {@code o.name(*args)} in the vectorcall convention. */
    public static Object methodVector(
            PyThreadState ts, Object o, String name, Object[] args, String @Nullable [] names) {
        Object f = Attr.method(ts, o, name);
        return vector(ts, f, prepend(o, args), names);
    }

    /** Returns an array with one more element in front. */
    public static Object[] prepend(Object first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /** Returns an array without its first element. */
    public static Object[] tail(Object[] all) {
        if (all.length == 1) {
            return EMPTY;
        }
        Object[] rest = new Object[all.length - 1];
        System.arraycopy(all, 1, rest, 0, rest.length);
        return rest;
    }
}
