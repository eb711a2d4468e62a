package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/** The methods of {@code object}. Answers to the {@code object_*} functions of {@code typeobject.c}. */
@ExtensionType(name = "object", subclassable = true, doc = "The base class of all classes.")
public final class PyObjectType {
    /** The type object, which the bootstrap makes. */
    public static final TypeObject TYPE = TypeObject.OBJECT;

    private PyObjectType() {}

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        TypeObject type = (TypeObject) cls;
        if (args.length > 0 || kwargs != null) {
            if (type.slot(Slot.NEW) != TypeObject.OBJECT.slot(Slot.NEW)) {
                throw Errors.typeError(ts, "object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (type.slot(Slot.INIT) == TypeObject.OBJECT.slot(Slot.INIT)) {
                throw Errors.typeError(ts, type.name() + "() takes no arguments");
            }
        }
        if (type.isAbstract()) {
            throw abstractError(ts, type);
        }
        return new PyInstance(type);
    }

    private static dev.clutch.extension.spi.PythonException abstractError(PyThreadState ts, TypeObject type) {
        Object[] names = Directory.sortedNames(ts, Attr.get(ts, type, "__abstractmethods__"));
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            b.append(i == 0 ? "'" : "', '").append(Text.java(Text.str(ts, names[i])));
        }
        return Errors.typeError(
                ts,
                "Can't instantiate abstract class " + type.name() + " without an implementation for abstract method"
                        + (names.length > 1 ? "s " : " ") + b + "'");
    }

    @Expose(signature = "(*args, **kwargs)")
    static void __init__(PyThreadState ts, Object self, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0 && kwargs == null) {
            return;
        }
        TypeObject type = Types.of(self);
        if (type.slot(Slot.INIT) != TypeObject.OBJECT.slot(Slot.INIT)) {
            throw Errors.typeError(ts, "object.__init__() takes exactly one argument (the instance to initialize)");
        }
        if (type.slot(Slot.NEW) == TypeObject.OBJECT.slot(Slot.NEW)) {
            throw Errors.typeError(
                    ts, type.name() + ".__init__() takes exactly one argument (the instance to initialize)");
        }
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        TypeObject type = Types.of(self);
        Object module = TypeNames.module(ts, type);
        Object name = type.qualname;
        if (PyStr.TYPE.isInstance(module) && !"builtins".equals(module)) {
            name = Text.concat(module, ".", name);
        }
        return Text.concat(Text.concat("<", name), Text.concat(" object at ", Identity.address(ts, self)), ">");
    }

    @Expose
    static Object __str__(PyThreadState ts, Object self) {
        return Text.reprAny(ts, self);
    }

    @Expose
    static long __hash__(PyThreadState ts, Object self) {
        return Identity.hash(self);
    }

    @Expose
    static Object __eq__(PyThreadState ts, Object self, Object other) {
        return Compare.is(self, other) ? Boolean.TRUE : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __ne__(PyThreadState ts, Object self, Object other) {
        NativeTable t = Types.of(self).slot(Slot.EQ);
        Object r = t == null ? null : t.call1(Slot.EQ.id(), ts, self, other);
        if (r == null || r == Singleton.NOT_IMPLEMENTED) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return !Truth.of(ts, r);
    }

    @Expose
    static Object __lt__(PyThreadState ts, Object self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __le__(PyThreadState ts, Object self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __gt__(PyThreadState ts, Object self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __ge__(PyThreadState ts, Object self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __getattribute__(PyThreadState ts, Object self, Object name) {
        return Attr.genericGet(ts, self, Types.of(self), name);
    }

    @Expose
    static void __setattr__(PyThreadState ts, Object self, Object name, Object value) {
        hackCheck(ts, self, "__setattr__");
        Attr.genericSet(ts, self, name, value);
    }

    @Expose
    static void __delattr__(PyThreadState ts, Object self, Object name) {
        hackCheck(ts, self, "__delattr__");
        Attr.genericSet(ts, self, name, null);
    }

    /** {@code hackcheck}: object.__setattr__ must not get around the checks of type. */
    private static void hackCheck(PyThreadState ts, Object self, String what) {
        if (self instanceof TypeObject t) {
            throw Errors.typeError(
                    ts, "can't apply this " + what + " to " + Types.of(t).name() + " object");
        }
    }

    @Expose
    static Object __format__(PyThreadState ts, Object self, Object spec) {
        if (!PyStr.TYPE.isInstance(spec)) {
            throw Errors.typeError(
                    ts,
                    "__format__() argument must be str, not " + Types.of(spec).name());
        }
        if (Truth.of(ts, spec)) {
            throw Errors.typeError(
                    ts, "unsupported format string passed to " + Types.of(self).displayName() + ".__format__");
        }
        return Text.str(ts, self);
    }

    @Expose
    static long __sizeof__(PyThreadState ts, Object self) {
        return 16;
    }

    @Expose
    static Object __dir__(PyThreadState ts, Object self) {
        return Directory.ofObject(ts, self);
    }

    @Expose
    static Object __reduce__(PyThreadState ts, Object self) {
        return Reduction.reduce(ts, self, 0);
    }

    @Expose
    static Object __reduce_ex__(PyThreadState ts, Object self, int protocol) {
        Object method = Types.of(self).lookup("__reduce__");
        if (method != null && method != TypeObject.OBJECT.lookup("__reduce__")) {
            return Call.special0(ts, method, self);
        }
        return Reduction.reduce(ts, self, protocol);
    }

    @Expose
    static Object __getstate__(PyThreadState ts, Object self) {
        return Reduction.getState(ts, self);
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object __init_subclass__(PyThreadState ts, PyType cls) {
        return Singleton.NONE;
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(*args)")
    static Object __subclasshook__(PyThreadState ts, PyType cls, Object[] args) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Getter("__class__")
    static Object cls(PyThreadState ts, Object self) {
        return Types.of(self);
    }

    @Setter("__class__")
    static void setClass(PyThreadState ts, Object self, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "can't delete __class__ attribute");
        }
        ts.audit("object.__setattr__", self, "__class__", value);
        if (!(value instanceof TypeObject to)) {
            throw Errors.typeError(
                    ts,
                    "__class__ must be set to a class, not '" + Types.of(value).displayName() + "' object");
        }
        Layouts.assignClass(ts, self, to);
    }
}
