package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an object of another interpreter; each use of it is a {@link ProxyVisit}. In the object's own interpreter a proxy that comes back is the object again. Attributes that tell what the proxy
 * itself is ({@code __class__} and its kind) are its own; operators are left out, since an operand would have to be in one place.
 */
@ExtensionType(
        name = "_interpreters.Proxy",
        exported = false,
        weakReferences = true,
        doc = "An object of another interpreter, which stays there.")
public final class PyProxy extends PyObject {
    /** {@code _interpreters.Proxy}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyProxyDefinition(), TypeObject.OBJECT);

    final SharedObject shared;

    PyProxy(SharedObject shared) {
        super(TYPE);
        this.shared = shared;
    }

    /** Makes a proxy of an object of the calling interpreter, to be handed on. */
    public static PyProxy of(PyThreadState ts, Object object) {
        return object instanceof PyProxy p
                ? p
                : new PyProxy(ts.interp.sharedObjects().share(object));
    }

    /** Returns the object itself in its own interpreter, elsewhere a proxy. */
    public static Object of(PyThreadState ts, SharedObject shared) {
        return shared.home() == ts.interp ? shared.object(ts) : new PyProxy(shared);
    }

    /** What it stands for. */
    public SharedObject shared() {
        return shared;
    }

    /** Ends the use of the object by others; only its own interpreter may. */
    public void revoke(PyThreadState ts) {
        if (shared.home() != ts.interp) {
            throw ProxyVisit.error(ts, "only the interpreter of an object can end its sharing");
        }
        shared.revoke();
    }

    /** On its way. */
    static final class Reference extends CrossData {
        private final SharedObject shared;

        Reference(SharedObject shared) {
            this.shared = shared;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            return of(ts, shared);
        }

        @Override
        public @Nullable Object read(HostReader reader) {
            return reader.shared(shared);
        }
    }

    private Object visit(PyThreadState ts, ProxyVisit.Work work, Object... args) {
        Object answer = ProxyVisit.run(ts, shared, work, args);
        return answer == null ? Singleton.NONE : answer;
    }

    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        switch (Attr.nameText(ts, name)) {
            case "__class__", "__reduce__", "__reduce_ex__", "__getstate__", "__dict__", "__weakref__":
                return Attr.genericGet(ts, this, TYPE, name);
            default:
                return visit(ts, (there, o, args) -> Attr.getAny(there, o, args[0]), name);
        }
    }

    @Expose
    void __setattr__(PyThreadState ts, Object name, Object value) {
        Object ignored = visit(
                ts,
                (there, o, args) -> {
                    Attr.set(there, o, Attr.nameText(there, args[0]), args[1]);
                    return Singleton.NONE;
                },
                name,
                value);
    }

    @Expose
    void __delattr__(PyThreadState ts, Object name) {
        Object ignored = visit(
                ts,
                (there, o, args) -> {
                    Attr.delete(there, o, Attr.nameText(there, args[0]));
                    return Singleton.NONE;
                },
                name);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        PyDict keywords = kwargs instanceof PyDict d ? d : new PyDict();
        Object[] all = new Object[args.length + keywords.size()];
        String[] names = new String[keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        int n = 0;
        for (int p = keywords.next(0); p >= 0; p = keywords.next(p + 1)) {
            names[n] = Attr.keywordText(ts, keywords.keyAt(p));
            all[args.length + n++] = keywords.valueAt(p);
        }
        return visit(ts, (there, o, given) -> Call.vector(there, o, given, names), all);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        return visit(ts, (there, o, args) -> Subscript.get(there, o, args[0]), key);
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        Object ignored = visit(
                ts,
                (there, o, args) -> {
                    Subscript.set(there, o, args[0], args[1]);
                    return Singleton.NONE;
                },
                key,
                value);
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        Object ignored = visit(
                ts,
                (there, o, args) -> {
                    Subscript.delete(there, o, args[0]);
                    return Singleton.NONE;
                },
                key);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object item) {
        return (boolean) visit(ts, (there, o, args) -> Subscript.contains(there, o, args[0]), item);
    }

    @Expose
    long __len__(PyThreadState ts) {
        return (long) visit(ts, (there, o, args) -> Sizes.of(there, o));
    }

    @Expose
    boolean __bool__(PyThreadState ts) {
        return (boolean) visit(ts, (there, o, args) -> Truth.of(there, o));
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return visit(ts, (there, o, args) -> Iter.iter(there, o));
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        return ProxyVisit.run(ts, shared, (there, o, args) -> {
            if (!Iter.isIterator(o)) {
                throw Errors.typeError(there, "the shared object is not an iterator");
            }
            return Iter.next(there, o);
        });
    }

    @Expose
    Object __enter__(PyThreadState ts) {
        return visit(ts, (there, o, args) -> Call.method0(there, o, "__enter__"));
    }

    @Expose
    Object __exit__(PyThreadState ts, Object[] args) {
        // The exception itself stays where it is: the object learns that there is one by its text.
        boolean failed = args.length > 1 && args[1] != Singleton.NONE;
        Object text = failed ? Text.repr(ts, args[1]) : Singleton.NONE;
        return visit(
                ts,
                (there, o, given) -> {
                    Object type = Singleton.NONE;
                    Object value = Singleton.NONE;
                    if (given[0] != Singleton.NONE) {
                        value = ProxyVisit.error(there, Text.java(given[0])).value();
                        type = there.typeOf(value);
                    }
                    return Call.methodVector(there, o, "__exit__", new Object[] {type, value, Singleton.NONE}, null);
                },
                text);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<proxy of " + Text.java(visit(ts, (there, o, args) -> Text.repr(there, o))) + " in interpreter "
                + shared.homeId() + ">";
    }

    @Expose
    Object __str__(PyThreadState ts) {
        return visit(ts, (there, o, args) -> Text.str(there, o));
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        return other instanceof PyProxy p ? (Object) shared.isSame(p.shared) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return shared.hash();
    }
}
