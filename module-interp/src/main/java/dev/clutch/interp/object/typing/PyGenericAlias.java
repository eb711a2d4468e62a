package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyNone;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code list[int]} and its like (PEP 585). Answers to {@code gaobject}. */
@ExtensionType(
        name = "types.GenericAlias",
        exported = false,
        subclassable = true,
        weakReferences = true,
        doc = "A class with types for its parameters, such as list[int].")
public final class PyGenericAlias extends PyCallable {
    /** {@code types.GenericAlias}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyGenericAliasDefinition(), TypeObject.OBJECT);

    private final Object origin;
    private final PyTuple args;
    private final boolean starred;
    private @Nullable PyTuple parameters;

    /** Makes the alias of an origin and one argument or a tuple of them. */
    public PyGenericAlias(Object origin, Object args) {
        this(TYPE, origin, args instanceof PyTuple t ? t : new PyTuple(args), false);
    }

    private PyGenericAlias(TypeObject type, Object origin, PyTuple args, boolean starred) {
        super(type, Calls.INSTANCE);
        this.origin = origin;
        this.args = args;
        this.starred = starred;
    }

    @Expose(signature = "(origin, args, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object origin, Object args) {
        return new PyGenericAlias((TypeObject) cls, origin, args instanceof PyTuple t ? t : new PyTuple(args), false);
    }

    /** {@code ga_call}: makes an instance of the origin and tells it the alias. */
    private static final class Calls extends Vectorcall {
        static final Calls INSTANCE = new Calls();

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            PyGenericAlias alias = (PyGenericAlias) f;
            Object made = Call.vector(ts, alias.origin, args, names);
            try {
                Attr.set(ts, made, "__orig_class__", alias);
            } catch (PythonException e) {
                if (!Errors.isAttributeError(e) && !Errors.matches(e, "TypeError")) {
                    throw e;
                }
            }
            return made;
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Getter
    Object __origin__(PyThreadState ts) {
        return origin;
    }

    @Getter
    Object __args__(PyThreadState ts) {
        return args;
    }

    @Getter
    Object __parameters__(PyThreadState ts) {
        PyTuple p = parameters;
        if (p == null) {
            p = parametersOf(ts, args);
            parameters = p;
        }
        return p;
    }

    @Getter
    Object __unpacked__(PyThreadState ts) {
        return starred;
    }

    @Getter
    Object __typing_unpacked_tuple_args__(PyThreadState ts) {
        return starred && origin == PyTuple.TYPE ? args : Singleton.NONE;
    }

    /** {@code _Py_make_parameters}: the type parameters in the arguments, each once. */
    static PyTuple parametersOf(PyThreadState ts, PyTuple args) {
        List<Object> found = new ArrayList<>();
        for (Object a : args.items()) {
            if (a instanceof TypeObject) {
                continue;
            }
            if (Attr.find(ts, a, "__typing_subst__") != null) {
                addOnce(found, a);
            } else if (Attr.find(ts, a, "__parameters__") instanceof PyTuple sub) {
                for (Object p : sub.items()) {
                    addOnce(found, p);
                }
            } else if (a instanceof PyTuple || a instanceof PyList) {
                Object[] items = a instanceof PyTuple t ? t.items() : ((PyList) a).toArray();
                for (Object p : parametersOf(ts, new PyTuple(items)).items()) {
                    addOnce(found, p);
                }
            }
        }
        return new PyTuple(found.toArray());
    }

    private static void addOnce(List<Object> found, Object p) {
        for (Object f : found) {
            if (f == p) {
                return;
            }
        }
        found.add(p);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object item) {
        PyTuple p = (PyTuple) __parameters__(ts);
        return new PyGenericAlias((TypeObject) type(), origin, substitute(ts, this, args, p, item), starred);
    }

    /** {@code _Py_subs_parameters}. */
    static PyTuple substitute(PyThreadState ts, Object self, PyTuple args, PyTuple parameters, Object item) {
        int count = parameters.size();
        if (count == 0) {
            throw Errors.typeError(ts, Text.java(Text.repr(ts, self)) + " is not a generic class");
        }
        Object given = item instanceof PyTuple ? item : new PyTuple(item);
        Object[] unpacked = unpack(ts, (PyTuple) given);
        Object prepared = new PyTuple(unpacked);
        for (Object p : parameters.items()) {
            Object prepare = Attr.find(ts, p, "__typing_prepare_subst__");
            if (prepare != null && prepare != Singleton.NONE) {
                Object now =
                        Call.call2(ts, prepare, self, prepared instanceof PyTuple ? prepared : new PyTuple(prepared));
                prepared = now;
            }
        }
        Object[] items = prepared instanceof PyTuple t ? t.items() : new Object[] {prepared};
        if (items.length != count) {
            throw Errors.typeError(
                    ts,
                    "Too " + (items.length > count ? "many" : "few") + " arguments for "
                            + Text.java(Text.repr(ts, self)) + "; actual " + items.length + ", expected " + count);
        }
        return substituteIn(ts, args, parameters, items);
    }

    private static PyTuple substituteIn(PyThreadState ts, PyTuple args, PyTuple parameters, Object[] items) {
        List<Object> out = new ArrayList<>();
        for (Object a : args.items()) {
            if (a instanceof TypeObject) {
                out.add(a);
                continue;
            }
            if (a instanceof PyTuple t) {
                out.add(substituteIn(ts, t, parameters, items));
                continue;
            }
            if (a instanceof PyList l) {
                out.add(new PyList(substituteIn(ts, new PyTuple(l.toArray()), parameters, items)
                        .items()
                        .clone()));
                continue;
            }
            Object subst = Attr.find(ts, a, "__typing_subst__");
            Object unpacked = Attr.find(ts, a, "__typing_is_unpacked_typevartuple__");
            boolean spreads = unpacked != null && Truth.of(ts, unpacked);
            Object v;
            if (subst != null) {
                v = Call.call1(ts, subst, items[indexOf(parameters, a)]);
            } else {
                v = subargs(ts, a, parameters, items);
            }
            if (spreads && v instanceof PyTuple t) {
                java.util.Collections.addAll(out, t.items());
            } else {
                out.add(v);
            }
        }
        return new PyTuple(out.toArray());
    }

    private static int indexOf(PyTuple parameters, Object p) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) == p) {
                return i;
            }
        }
        return 0;
    }

    /** {@code subs_tvars}. */
    private static Object subargs(PyThreadState ts, Object a, PyTuple parameters, Object[] items) {
        if (!(Attr.find(ts, a, "__parameters__") instanceof PyTuple sub) || sub.size() == 0) {
            return a;
        }
        List<Object> chosen = new ArrayList<>();
        for (Object p : sub.items()) {
            Object v = items[indexOf(parameters, p)];
            boolean variadic = Attr.find(ts, p, "__typing_is_unpacked_typevartuple__") != null
                    || Types.of(p).name().equals("TypeVarTuple");
            if (variadic && v instanceof PyTuple t) {
                java.util.Collections.addAll(chosen, t.items());
            } else {
                chosen.add(v);
            }
        }
        return Subscript.get(ts, a, new PyTuple(chosen.toArray()));
    }

    /** {@code _unpack_args}. */
    private static Object[] unpack(PyThreadState ts, PyTuple given) {
        List<Object> out = new ArrayList<>();
        for (Object a : given.items()) {
            Object sub = a instanceof TypeObject ? null : Attr.find(ts, a, "__typing_unpacked_tuple_args__");
            if (sub instanceof PyTuple t && !(t.size() > 0 && t.get(t.size() - 1) == Singleton.ELLIPSIS)) {
                java.util.Collections.addAll(out, t.items());
            } else {
                out.add(a);
            }
        }
        return out.toArray();
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        StrBuilder out = new StrBuilder(32);
        if (starred) {
            out.append((Object) "*");
        }
        out.append(item(ts, origin));
        out.append((Object) "[");
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                out.append((Object) ", ");
            }
            Object a = args.get(i);
            if (a instanceof PyList l) {
                out.append((Object) "[");
                Object[] items = l.toArray();
                for (int k = 0; k < items.length; k++) {
                    if (k > 0) {
                        out.append((Object) ", ");
                    }
                    out.append(item(ts, items[k]));
                }
                out.append((Object) "]");
            } else {
                out.append(item(ts, a));
            }
        }
        if (args.size() == 0) {
            out.append((Object) "()");
        }
        return out.append((Object) "]").build();
    }

    /** {@code _Py_typing_type_repr}. */
    static Object item(PyThreadState ts, Object o) {
        if (o == Singleton.ELLIPSIS) {
            return "...";
        }
        if (o == PyNone.TYPE) {
            return "None";
        }
        if (Attr.find(ts, o, "__origin__") != null && Attr.find(ts, o, "__args__") != null) {
            return Text.repr(ts, o);
        }
        Object qualname = Attr.find(ts, o, "__qualname__");
        Object module = qualname == null ? null : Attr.find(ts, o, "__module__");
        if (qualname == null || module == null || module == Singleton.NONE) {
            return Text.repr(ts, o);
        }
        if (module instanceof String m && m.equals("builtins")) {
            return Text.str(ts, qualname);
        }
        return Text.concat(Text.str(ts, module), ".", Text.str(ts, qualname));
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyGenericAliasIterator(this);
    }

    /** Returns the unpacked form. */
    PyGenericAlias starred() {
        return new PyGenericAlias((TypeObject) type(), origin, args, true);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return Hashing.hash(ts, origin) ^ Hashing.hash(ts, args);
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (!(other instanceof PyGenericAlias o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return starred == o.starred && Compare.equal(ts, origin, o.origin) && Compare.equal(ts, args, o.args);
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return PyUnion.of(ts, this, other);
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return PyUnion.of(ts, other, this);
    }

    @Expose
    Object __mro_entries__(PyThreadState ts, Object bases) {
        return new PyTuple(origin);
    }

    @Expose
    Object __instancecheck__(PyThreadState ts, Object o) {
        throw Errors.typeError(ts, "isinstance() argument 2 cannot be a parameterized generic");
    }

    @Expose
    Object __subclasscheck__(PyThreadState ts, Object o) {
        throw Errors.typeError(ts, "issubclass() argument 2 cannot be a parameterized generic");
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        if (starred) {
            Object plain = new PyGenericAlias((TypeObject) type(), origin, args, false);
            return new PyTuple(Builtins.get(ts, "next"), new PyTuple(Call.call1(ts, Builtins.get(ts, "iter"), plain)));
        }
        return new PyTuple(TYPE, new PyTuple(origin, args));
    }

    @Expose
    Object __dir__(PyThreadState ts) {
        PyList names =
                new PyList(dev.clutch.interp.op.Iter.toArray(ts, Call.call1(ts, Builtins.get(ts, "dir"), origin)));
        for (String own : OWN) {
            if (!Subscript.contains(ts, names, own)) {
                names.append(own);
            }
        }
        return names;
    }

    /** Attributes that are the alias's own; all others are those of the origin ({@code attr_exceptions}). */
    private static final String[] OWN = {
        "__class__", "__bases__", "__origin__", "__args__", "__unpacked__", "__parameters__",
        "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__"
    };

    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        String text = Attr.nameText(ts, name);
        boolean own = false;
        for (String o : OWN) {
            own |= o.equals(text);
        }
        if (!own) {
            return Attr.getAny(ts, origin, name);
        }
        return Attr.genericGet(ts, this, (TypeObject) type(), name);
    }
}
