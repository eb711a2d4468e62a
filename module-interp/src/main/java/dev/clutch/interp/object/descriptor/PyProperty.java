package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyNone;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code property}. Answers to {@code propertyobject}. */
@ExtensionType(
        name = "property",
        subclassable = true,
        doc = "An attribute whose reading, setting and deletion call functions.")
public final class PyProperty extends PyObject {
    /** {@code property}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyPropertyDefinition(), TypeObject.OBJECT);

    private Object get = Singleton.NONE;
    private Object set = Singleton.NONE;
    private Object delete = Singleton.NONE;
    private Object doc = Singleton.NONE;
    private @Nullable Object name;
    private boolean docOfGetter;

    private PyProperty(TypeObject type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyProperty((TypeObject) cls);
    }

    @Expose(signature = "(fget=None, fset=None, fdel=None, doc=None)")
    void __init__(PyThreadState ts, Object fget, Object fset, Object fdel, Object doc) {
        get = fget;
        set = fset;
        delete = fdel;
        docOfGetter = false;
        Object shown = doc;
        if (doc == Singleton.NONE && fget != Singleton.NONE) {
            Object d = Attr.find(ts, fget, "__doc__");
            if (d != null && d != Singleton.NONE) {
                shown = d;
                docOfGetter = true;
            }
        }
        this.doc = shown;
        if (type() == TYPE) {
            return;
        }
        try {
            Attr.set(ts, this, "__doc__", shown);
        } catch (PythonException e) {
            // an instance without a place for it does without, but not when it is the getter's
            if (docOfGetter || !Errors.isAttributeError(e)) {
                throw e;
            }
        }
    }

    @Expose(signature = "(*args)")
    void __set_name__(PyThreadState ts, Object[] args) {
        if (args.length != 2) {
            throw Errors.typeError(
                    ts, "__set_name__() takes 2 positional arguments but " + args.length + " were given");
        }
        name = args[1];
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        if (instance == null || instance == Singleton.NONE && cls != null && cls != PyNone.TYPE) {
            return this;
        }
        if (get == Singleton.NONE) {
            throw missing(ts, instance, "getter");
        }
        return Call.call1(ts, get, instance);
    }

    @Expose
    void __set__(PyThreadState ts, Object instance, Object value) {
        if (set == Singleton.NONE) {
            throw missing(ts, instance, "setter");
        }
        Call.call2(ts, set, instance, value);
    }

    @Expose
    void __delete__(PyThreadState ts, Object instance) {
        if (delete == Singleton.NONE) {
            throw missing(ts, instance, "deleter");
        }
        Call.call1(ts, delete, instance);
    }

    private PythonException missing(PyThreadState ts, Object instance, String what) {
        String of = Text.java(Types.of(instance).qualname);
        return Errors.error(
                ts,
                "AttributeError",
                name == null
                        ? "property of '" + of + "' object has no " + what
                        : "property " + Text.java(Text.repr(ts, name)) + " of '" + of + "' object has no " + what);
    }

    private Object copy(PyThreadState ts, Object fget, Object fset, Object fdel) {
        Object d = docOfGetter && fget != Singleton.NONE ? Singleton.NONE : doc;
        Object made = Call.vector(ts, type(), new Object[] {fget, fset, fdel, d}, null);
        if (made instanceof PyProperty p) {
            p.name = name;
        }
        return made;
    }

    @Expose
    Object getter(PyThreadState ts, Object fget) {
        return copy(ts, fget, set, delete);
    }

    @Expose
    Object setter(PyThreadState ts, Object fset) {
        return copy(ts, get, fset, delete);
    }

    @Expose
    Object deleter(PyThreadState ts, Object fdel) {
        return copy(ts, get, set, fdel);
    }

    @Getter(member = true)
    Object fget(PyThreadState ts) {
        return get;
    }

    @Getter(member = true)
    Object fset(PyThreadState ts) {
        return set;
    }

    @Getter(member = true)
    Object fdel(PyThreadState ts) {
        return delete;
    }

    @Getter(value = "__doc__", member = true)
    Object doc(PyThreadState ts) {
        return doc;
    }

    @Setter("__doc__")
    void setDoc(PyThreadState ts, @Nullable Object value) {
        doc = value == null ? Singleton.NONE : value;
    }

    @Getter("__isabstractmethod__")
    boolean isAbstract(PyThreadState ts) {
        return Attr.isAbstract(ts, get) || Attr.isAbstract(ts, set) || Attr.isAbstract(ts, delete);
    }
}
