package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.Descriptors;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code super}. Answers to {@code superobject}. */
@ExtensionType(
        name = "super",
        subclassable = true,
        doc = "Gives the attributes of the classes that follow one in the method resolution order.")
public final class PySuper extends PyObject {
    /** {@code super}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySuperDefinition(), TypeObject.OBJECT);

    private @Nullable TypeObject start;
    private @Nullable Object self;
    private @Nullable TypeObject selfType;

    private PySuper(TypeObject type) {
        super(type);
    }

    /** {@code super(type, object)}. */
    public static Object of(PyThreadState ts, TypeObject type, Object object) {
        PySuper s = new PySuper(TYPE);
        s.start = type;
        if (object != Singleton.NONE) {
            s.self = object;
            s.selfType = check(ts, type, object);
        }
        return s;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PySuper((TypeObject) cls);
    }

    @Expose(signature = "(*args)")
    void __init__(PyThreadState ts, Object[] args) {
        if (args.length > 2) {
            throw Errors.typeError(ts, "super() expected at most 2 arguments, got " + args.length);
        }
        if (args.length == 0) {
            // compiled code passes both where the source says super(); no frame is looked at
            throw Errors.error(ts, "RuntimeError", "super(): no arguments");
        }
        Object type = args[0];
        Object object = args.length == 2 ? args[1] : null;
        if (!(type instanceof TypeObject t)) {
            throw Errors.typeError(
                    ts,
                    "super() argument 1 must be a type, not " + Types.of(type).displayName());
        }
        if (object == Singleton.NONE) {
            object = null;
        }
        start = t;
        self = object;
        selfType = object == null ? null : check(ts, t, object);
    }

    /** {@code supercheck}. */
    private static TypeObject check(PyThreadState ts, TypeObject type, Object object) {
        if (object instanceof TypeObject t && t.isSubtype(type)) {
            return t;
        }
        TypeObject actual = Types.of(object);
        if (actual.isSubtype(type)) {
            return actual;
        }
        Object claimed = Attr.find(ts, object, "__class__");
        if (claimed instanceof TypeObject t && t.isSubtype(type)) {
            return t;
        }
        throw Errors.typeError(ts, "super(type, obj): obj must be an instance or subtype of type");
    }

    /** {@code super_getattro}. */
    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        String text = Attr.nameText(ts, name);
        TypeObject type = selfType;
        if (type != null && !text.equals("__class__")) {
            TypeObject[] mro = type.mro();
            int i = 0;
            while (i < mro.length && mro[i] != start) {
                i++;
            }
            for (i++; i < mro.length; i++) {
                Object found = mro[i].dict().get(text);
                if (found != null) {
                    return Descriptors.get(ts, found, self == type ? null : self, type);
                }
            }
        }
        return Attr.genericGet(ts, this, Types.of(this), text);
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        TypeObject t = start;
        if (instance == null || self != null || t == null) {
            return this;
        }
        return Call.call2(ts, type(), t, instance);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        TypeObject t = start;
        String name = t == null ? "NULL" : t.name();
        return selfType == null
                ? "<super: <class '" + name + "'>, NULL>"
                : "<super: <class '" + name + "'>, <" + selfType.name() + " object>>";
    }

    @Getter(value = "__thisclass__", member = true)
    Object thisClass(PyThreadState ts) {
        return start == null ? Singleton.NONE : start;
    }

    @Getter(value = "__self__", member = true)
    Object self(PyThreadState ts) {
        return self == null ? Singleton.NONE : self;
    }

    @Getter(value = "__self_class__", member = true)
    Object selfClass(PyThreadState ts) {
        return selfType == null ? Singleton.NONE : selfType;
    }
}
