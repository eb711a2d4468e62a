package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.Descriptors;
import dev.clutch.interp.object.typing.PyUnion;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of {@code type}. Answers to the {@code type_*} functions of {@code typeobject.c}. */
@ExtensionType(
        name = "type",
        subclassable = true,
        weakReferences = true,
        doc = "The type of an object, or a new class of a name, bases and attributes.")
public final class PyTypeType {
    /** The type object, which the bootstrap makes. */
    public static final TypeObject TYPE = TypeObject.TYPE;

    private PyTypeType() {}

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        if (args.length != 3) {
            throw Errors.typeError(ts, "type.__new__() takes exactly 3 arguments (" + args.length + " given)");
        }
        if (!PyStr.TYPE.isInstance(args[0])) {
            throw argumentError(ts, 1, "str", args[0]);
        }
        if (!(args[1] instanceof PyTuple bases)) {
            throw argumentError(ts, 2, "tuple", args[1]);
        }
        if (!(args[2] instanceof PyDict namespace)) {
            throw argumentError(ts, 3, "dict", args[2]);
        }
        return new ClassBuilder(ts).build((TypeObject) cls, args[0], bases, namespace, kwargs);
    }

    private static dev.clutch.extension.spi.PythonException argumentError(
            PyThreadState ts, int number, String wanted, Object got) {
        return Errors.typeError(
                ts,
                "type.__new__() argument " + number + " must be " + wanted + ", not "
                        + Types.of(got).displayName());
    }

    @Expose(signature = "(*args, **kwargs)")
    static void __init__(PyThreadState ts, TypeObject self, Object[] args, @Nullable Object kwargs) {
        if (kwargs != null && args.length == 1) {
            throw Errors.typeError(ts, "type.__init__() takes no keyword arguments");
        }
        if (args.length != 1 && args.length != 3) {
            throw Errors.typeError(ts, "type.__init__() takes 1 or 3 arguments");
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __call__(PyThreadState ts, TypeObject self, Object[] args, @Nullable Object kwargs) {
        if (!(kwargs instanceof PyDict d) || d.size() == 0) {
            return TypeCall.makeInstance(ts, self, args, null);
        }
        Object[] all = java.util.Arrays.copyOf(args, args.length + d.size());
        String[] names = new String[d.size()];
        int n = 0;
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            names[n] = Attr.keywordText(ts, d.keyAt(p));
            all[args.length + n++] = d.valueAt(p);
        }
        return TypeCall.makeInstance(ts, self, all, names);
    }

    @Expose
    static Object __repr__(PyThreadState ts, TypeObject self) {
        Object module = self.isClass() ? self.dict().get("__module__") : (Object) self.nativeModule();
        if (module == null || !PyStr.TYPE.isInstance(module) || "builtins".equals(module)) {
            return Text.concat("<class '", self.qualname, "'>");
        }
        return Text.concat(Text.concat("<class '", module), Text.concat(".", self.qualname), "'>");
    }

    /** {@code type_getattro}. */
    @Expose
    static Object __getattribute__(PyThreadState ts, TypeObject self, Object name) {
        String text = Attr.nameText(ts, name);
        Object v = find(ts, self, text);
        if (v == null) {
            throw Errors.attributeError(ts, self, text);
        }
        return v;
    }

    /** {@link #__getattribute__}, null when there is no such attribute. */
    public static @Nullable Object find(PyThreadState ts, TypeObject self, String text) {
        TypeObject metatype = (TypeObject) self.type();
        Object meta = metatype.lookup(text);
        if (meta != null && Descriptors.overrides(meta)) {
            return Descriptors.get(ts, meta, self, metatype);
        }
        Object found = self.lookup(text);
        if (found != null) {
            return Descriptors.get(ts, found, null, self);
        }
        return meta == null ? null : Descriptors.get(ts, meta, self, metatype);
    }

    @Expose
    static void __setattr__(PyThreadState ts, TypeObject self, Object name, Object value) {
        set(ts, self, name, value);
    }

    @Expose
    static void __delattr__(PyThreadState ts, TypeObject self, Object name) {
        set(ts, self, name, null);
    }

    private static void set(PyThreadState ts, TypeObject self, Object name, @Nullable Object value) {
        String text = Attr.nameText(ts, name);
        if (!self.isMutable()) {
            throw Errors.typeError(
                    ts,
                    "cannot set " + Text.java(Text.repr(ts, name)) + " attribute of immutable type '"
                            + self.displayName() + "'");
        }
        Object meta = ((TypeObject) self.type()).lookup(text);
        if (meta != null && Descriptors.isData(meta)) {
            Descriptors.set(ts, meta, self, value);
            return;
        }
        if (!self.setOwnAttribute(ts.interp.inlineCaches().interned(text), value)) {
            throw Errors.attributeError(ts, self, text);
        }
    }

    @Expose
    static Object mro(PyThreadState ts, TypeObject self) {
        return new PyList((Object[]) Mro.compute(ts, self).clone());
    }

    @Expose
    static Object __subclasses__(PyThreadState ts, TypeObject self) {
        List<TypeObject> all = self.subclasses(ts.interp);
        return new PyList(all.toArray());
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(*args, **kwargs)")
    static Object __prepare__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyDict();
    }

    @Expose
    static boolean __instancecheck__(PyThreadState ts, TypeObject self, Object instance) {
        return Instances.isRealInstance(ts, instance, self);
    }

    @Expose
    static boolean __subclasscheck__(PyThreadState ts, TypeObject self, Object subclass) {
        return Instances.isRealSubclass(ts, subclass, self);
    }

    @Expose
    static Object __dir__(PyThreadState ts, TypeObject self) {
        return Directory.ofType(ts, self);
    }

    @Expose
    static long __sizeof__(PyThreadState ts, TypeObject self) {
        return 1000;
    }

    @Expose
    static Object __or__(PyThreadState ts, Object self, Object other) {
        return PyUnion.of(ts, self, other);
    }

    @Expose
    static Object __ror__(PyThreadState ts, Object self, Object other) {
        return PyUnion.of(ts, other, self);
    }

    // --- attributes --------------------------------------------------------------------------------------------

    @Getter("__name__")
    static Object name(PyThreadState ts, TypeObject self) {
        return Str.of(self.name());
    }

    @Setter("__name__")
    static void setName(PyThreadState ts, TypeObject self, @Nullable Object value) {
        Object v = checkSettable(ts, self, value, "__name__");
        if (!PyStr.TYPE.isInstance(v)) {
            throw Errors.typeError(
                    ts,
                    "can only assign string to " + self.name() + ".__name__, not '"
                            + Types.of(v).name() + "'");
        }
        Codecs.requireUtf8(ts, PyStr.plain(v));
        String text = Attr.nameText(ts, v);
        if (text.indexOf('\0') >= 0) {
            throw Errors.valueError(ts, "type name must not contain null characters");
        }
        self.setName(text);
    }

    private static Object checkSettable(PyThreadState ts, TypeObject self, @Nullable Object value, String attribute) {
        if (!self.isMutable()) {
            throw Errors.typeError(
                    ts, "cannot set '" + attribute + "' attribute of immutable type '" + self.displayName() + "'");
        }
        if (value == null) {
            throw Errors.typeError(
                    ts, "cannot delete '" + attribute + "' attribute of immutable type '" + self.displayName() + "'");
        }
        ts.audit("object.__setattr__", self, attribute, value);
        return value;
    }

    @Getter("__qualname__")
    static Object qualname(PyThreadState ts, TypeObject self) {
        return self.qualname;
    }

    @Setter("__qualname__")
    static void setQualname(PyThreadState ts, TypeObject self, @Nullable Object value) {
        Object v = checkSettable(ts, self, value, "__qualname__");
        if (!PyStr.TYPE.isInstance(v)) {
            throw Errors.typeError(
                    ts,
                    "can only assign string to " + self.name() + ".__qualname__, not '"
                            + Types.of(v).name() + "'");
        }
        self.qualname = v;
    }

    @Getter("__module__")
    static Object module(PyThreadState ts, TypeObject self) {
        return TypeNames.module(ts, self);
    }

    @Setter("__module__")
    static void setModule(PyThreadState ts, TypeObject self, @Nullable Object value) {
        Object v = checkSettable(ts, self, value, "__module__");
        self.setOwnAttribute("__module__", v);
    }

    @Getter("__bases__")
    static Object bases(PyThreadState ts, TypeObject self) {
        return new PyTuple((Object[]) self.bases.clone());
    }

    @Setter("__bases__")
    static void setBases(PyThreadState ts, TypeObject self, @Nullable Object value) {
        BasesAssignment.assign(ts, self, checkSettable(ts, self, value, "__bases__"));
    }

    @Getter(value = "__base__", member = true)
    static Object base(PyThreadState ts, TypeObject self) {
        TypeObject b = self.base();
        return b == null ? Singleton.NONE : b;
    }

    @Getter(value = "__mro__", member = true)
    static Object mroTuple(PyThreadState ts, TypeObject self) {
        return new PyTuple((Object[]) self.mro.clone());
    }

    @Getter("__dict__")
    static Object dict(PyThreadState ts, TypeObject self) {
        return new PyMappingProxy(self.dict());
    }

    @Getter("__doc__")
    static Object doc(PyThreadState ts, TypeObject self) {
        if (!self.isClass()) {
            return self.doc.isEmpty() ? Singleton.NONE : Str.of(self.doc);
        }
        Object v = self.dict().get("__doc__");
        return v == null ? Singleton.NONE : Attr.descriptorGet(ts, v, null, self);
    }

    @Setter("__doc__")
    static void setDoc(PyThreadState ts, TypeObject self, @Nullable Object value) {
        self.setOwnAttribute("__doc__", checkSettable(ts, self, value, "__doc__"));
    }

    @Getter("__text_signature__")
    static Object textSignature(PyThreadState ts, TypeObject self) {
        return self.isClass() ? Singleton.NONE : self.textSignature();
    }

    @Getter("__abstractmethods__")
    static Object abstractMethods(PyThreadState ts, TypeObject self) {
        Object v = self == TypeObject.TYPE ? null : self.dict().get("__abstractmethods__");
        if (v == null) {
            throw Errors.error(ts, "AttributeError", "__abstractmethods__");
        }
        return v;
    }

    @Setter("__abstractmethods__")
    static void setAbstractMethods(PyThreadState ts, TypeObject self, @Nullable Object value) {
        boolean abstractNow = value != null && Truth.of(ts, value);
        if (!self.setOwnAttribute("__abstractmethods__", value)) {
            throw Errors.error(ts, "AttributeError", "__abstractmethods__");
        }
        self.setAbstract(abstractNow);
    }

    @Getter("__annotations__")
    static Object annotations(PyThreadState ts, TypeObject self) {
        if (!self.isClass()) {
            throw Errors.attributeError(ts, self, "__annotations__");
        }
        Object v = self.dict().get("__annotations__");
        if (v == null) {
            v = new PyDict();
            self.setOwnAttribute("__annotations__", v);
        }
        return Attr.descriptorGet(ts, v, null, self);
    }

    @Setter("__annotations__")
    static void setAnnotations(PyThreadState ts, TypeObject self, @Nullable Object value) {
        if (!self.isMutable()) {
            throw Errors.typeError(
                    ts, "cannot set '__annotations__' attribute of immutable type '" + self.displayName() + "'");
        }
        if (!self.setOwnAttribute("__annotations__", value)) {
            throw Errors.error(ts, "AttributeError", "__annotations__");
        }
    }

    @Getter("__type_params__")
    static Object typeParams(PyThreadState ts, TypeObject self) {
        Object v = self.isClass() ? self.dict().get("__type_params__") : null;
        return v == null ? PyTuple.EMPTY : v;
    }

    @Setter("__type_params__")
    static void setTypeParams(PyThreadState ts, TypeObject self, @Nullable Object value) {
        self.setOwnAttribute("__type_params__", checkSettable(ts, self, value, "__type_params__"));
    }

    @Getter(value = "__basicsize__", member = true)
    static long basicSize(PyThreadState ts, TypeObject self) {
        return TypeSizes.of(self).basicSize();
    }

    @Getter(value = "__itemsize__", member = true)
    static long itemSize(PyThreadState ts, TypeObject self) {
        return TypeSizes.of(self).itemSize();
    }

    @Getter(value = "__flags__", member = true)
    static long flags(PyThreadState ts, TypeObject self) {
        return TypeFlags.of(self);
    }

    @Getter(value = "__dictoffset__", member = true)
    static long dictOffset(PyThreadState ts, TypeObject self) {
        return TypeSizes.of(self).dictOffset();
    }

    @Getter(value = "__weakrefoffset__", member = true)
    static long weakReferenceOffset(PyThreadState ts, TypeObject self) {
        return TypeSizes.of(self).weakReferenceOffset();
    }
}
