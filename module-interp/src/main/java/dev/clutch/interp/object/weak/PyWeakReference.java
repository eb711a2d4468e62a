package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code weakref.ref}. Answers to {@code PyWeakReference}. */
@ExtensionType(name = "weakref.ReferenceType", exported = false, subclassable = true)
public final class PyWeakReference extends PyCallable {
    /** {@code weakref.ReferenceType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyWeakReferenceDefinition(), TypeObject.OBJECT);

    private final WeakReferences.Target target;
    private final boolean plain;
    private @Nullable Object callback;
    private long hash = -1;

    /** The proxy that Python code sees in place of this reference, null for none. */
    private @Nullable WeakProxy proxy;

    private PyWeakReference(
            PyThreadState ts, TypeObject type, Object target, @Nullable Object callback, boolean forProxy) {
        super(type, overridesCall(type) ? Overridden.INSTANCE : Get.INSTANCE);
        this.target = ts.interp.weakReferences().target(target, this);
        this.callback = callback;
        this.plain = callback == null && type == TYPE && !forProxy;
    }

    private static boolean overridesCall(TypeObject type) {
        return type != TYPE && type.slot(Slot.CALL) != TYPE.slot(Slot.CALL);
    }

    /** Returns a proxy, the one there is when it has no callback ({@code PyWeakref_NewProxy}). */
    public static Object newProxy(PyThreadState ts, Object target, @Nullable Object callback) {
        check(ts, target);
        WeakReferences all = ts.interp.weakReferences();
        if (callback == null) {
            for (PyWeakReference r : all.all(target)) {
                if (r.proxy != null && !r.hasCallback()) {
                    return r.proxy;
                }
            }
        }
        PyWeakReference made = new PyWeakReference(ts, TYPE, target, callback, true);
        WeakProxy shown = Call.isCallable(target) ? new PyWeakCallableProxy(made) : new PyWeakProxy(made);
        made.proxy = shown;
        all.add(target, made);
        return shown;
    }

    /** Returns what Python code sees: this, or the proxy it stands behind. */
    public PyObject shown() {
        return proxy == null ? this : proxy;
    }

    long serial() {
        return target.serial;
    }

    /** Where it stands among the references to its object: first the one without callback, then such a proxy, then the others. */
    int rank() {
        return plain ? 0 : proxy != null && callback == null ? 1 : 2;
    }

    /** Makes a reference, or returns the one there is when it has no callback. */
    public static PyWeakReference of(PyThreadState ts, TypeObject type, Object target, @Nullable Object callback) {
        check(ts, target);
        WeakReferences all = ts.interp.weakReferences();
        if (callback == null && type == TYPE) {
            PyWeakReference known = all.plain(target, type);
            if (known != null) {
                return known;
            }
        }
        PyWeakReference made = new PyWeakReference(ts, type, target, callback, false);
        all.add(target, made);
        return made;
    }

    static void check(PyThreadState ts, Object target) {
        TypeObject type = Types.of(target);
        if (!(target instanceof PyObject) || !type.hasWeakReferences()) {
            throw Errors.typeError(ts, "cannot create weak reference to '" + type.displayName() + "' object");
        }
    }

    /** The call of a subclass that has its own {@code __call__}. */
    private static final class Overridden extends Vectorcall {
        static final Overridden INSTANCE = new Overridden();

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            dev.clutch.extension.spi.NativeTable table = Types.of(f).slot(Slot.CALL);
            Object r = table == null ? null : table.call(Slot.CALL.id(), ts, f, args, names);
            if (r == null) {
                throw Errors.typeError(ts, "'" + Types.of(f).name() + "' object is not callable");
            }
            return r;
        }
    }

    private static final class Get extends Vectorcall {
        static final Get INSTANCE = new Get();

        @Override
        public Object call0(PyThreadState ts, Object f) {
            Object o = ((PyWeakReference) f).target();
            return o == null ? Singleton.NONE : o;
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            if (names != null) {
                throw Errors.typeError(ts, Types.of(f).name() + "() takes no keyword arguments");
            }
            if (args.length > 0) {
                throw Errors.typeError(
                        ts,
                        "__call__() takes 0 positional arguments but " + args.length
                                + (args.length == 1 ? " was given" : " were given"));
            }
            return call0(ts, f);
        }
    }

    /** Returns the target, null when it has gone. */
    public @Nullable Object target() {
        return target.get();
    }

    boolean hasCallback() {
        return callback != null;
    }

    @Nullable
    Object takeCallback() {
        Object c = callback;
        callback = null;
        return c;
    }

    @Expose(signature = "(object, callback=None, /, *args, **kwargs)")
    static Object __new__(
            PyThreadState ts, PyType cls, Object object, Object callback, Object[] args, @Nullable Object kwargs) {
        return of(ts, (TypeObject) cls, object, callback == Singleton.NONE ? null : callback);
    }

    @Expose(signature = "(object, callback=None, /, **kwargs)")
    void __init__(PyThreadState ts, Object object, Object callback, @Nullable Object kwargs) {
        if (kwargs instanceof PyDict d && d.size() > 0) {
            throw Errors.typeError(ts, "ref() takes no keyword arguments");
        }
    }

    @Expose
    Object __call__(PyThreadState ts) {
        Object o = target();
        return o == null ? Singleton.NONE : o;
    }

    @Getter("__callback__")
    Object callback(PyThreadState ts) {
        return callback == null || target() == null ? Singleton.NONE : callback;
    }

    @Expose
    long __hash__(PyThreadState ts) {
        if (hash == -1) {
            Object o = target();
            if (o == null) {
                throw Errors.typeError(ts, "weak object has gone away");
            }
            hash = Hashing.hash(ts, o);
        }
        return hash;
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (op != Slot.EQ && op != Slot.NE || !(other instanceof PyWeakReference r)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object a = target();
        Object b = r.target();
        if (a == null || b == null) {
            return (this == other) == (op == Slot.EQ);
        }
        return Compare.rich(ts, op.id(), a, b);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object o = target();
        if (o == null) {
            return "<weakref at " + Identity.address(ts, this) + "; dead>";
        }
        String text = "<weakref at " + Identity.address(ts, this) + "; to '"
                + Types.of(o).displayName() + "' at " + Identity.address(ts, o);
        Object name =
                o instanceof TypeObject || Types.of(o).lookup("__name__") != null ? Attr.find(ts, o, "__name__") : null;
        return name != null && PyStr.isStr(name) ? Text.concat(text, " (", name, ")>", "") : text + ">";
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
