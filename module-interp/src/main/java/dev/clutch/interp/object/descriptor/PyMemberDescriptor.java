package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** An entry of {@code __slots__}, or a plain field of a native type. Answers to {@code PyMemberDescrObject}. */
@ExtensionType(name = "member_descriptor", exported = false)
public class PyMemberDescriptor extends PyObject {
    /** {@code types.MemberDescriptorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMemberDescriptorDefinition(), TypeObject.OBJECT);

    /** {@code __objclass__}. */
    public final TypeObject owner;

    public final String name;
    public final int index;

    public PyMemberDescriptor(TypeObject owner, String name, int index) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.index = index;
    }

    protected Object get(PyThreadState ts, Object instance) {
        Object v = AttributeStorage.slot(check(ts, instance), index);
        if (v == null) {
            throw Errors.attributeError(ts, instance, name);
        }
        return v;
    }

    protected void set(PyThreadState ts, Object instance, @Nullable Object value) {
        PyObject o = check(ts, instance);
        if (value == null && AttributeStorage.slot(o, index) == null) {
            throw Errors.error(ts, "AttributeError", name);
        }
        AttributeStorage.setSlot(o, index, value);
    }

    /** Whether instances of a type keep the value at {@link #index}. */
    public final boolean isSlotOf(TypeObject type) {
        return index >= 0 && type.isSubtype(owner);
    }

    protected final PyObject check(PyThreadState ts, Object instance) {
        if (!(instance instanceof PyObject o) || !Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + name + "' for '" + owner.displayName() + "' objects doesn't apply to a '"
                            + Types.of(instance).displayName() + "' object");
        }
        return o;
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        return instance == null ? this : get(ts, instance);
    }

    @Expose
    void __set__(PyThreadState ts, Object instance, Object value) {
        set(ts, instance, value);
    }

    @Expose
    void __delete__(PyThreadState ts, Object instance) {
        set(ts, instance, null);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<member '" + name + "' of '" + owner.displayName() + "' objects>";
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(owner, name));
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return owner.qualname + "." + name;
    }

    @Getter(value = "__objclass__", member = true)
    Object objclass(PyThreadState ts) {
        return owner;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return dev.clutch.extension.spi.Singleton.NONE;
    }
}
