package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** A native attribute of a type. Answers to {@code PyGetSetDescrObject}. */
@ExtensionType(name = "getset_descriptor", exported = false)
public final class PyGetSetDescriptor extends PyObject {
    /** {@code types.GetSetDescriptorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyGetSetDescriptorDefinition(), TypeObject.OBJECT);

    /** {@code __objclass__}. */
    public final TypeObject owner;

    final NativeTable table;
    final Member member;

    public PyGetSetDescriptor(TypeObject owner, NativeTable table, Member member) {
        super(TYPE);
        this.owner = owner;
        this.table = table;
        this.member = member;
    }

    /** Whether it stands for a member of a native table. */
    public boolean isOf(Member m) {
        return member == m;
    }

    /** Returns the attribute's value of an instance. */
    Object get(PyThreadState ts, Object instance) {
        check(ts, instance);
        Object v = table.get(member.id(), ts, instance);
        if (v == null) {
            throw Errors.attributeError(ts, instance, member.name());
        }
        return v;
    }

    /** Sets or, with null, deletes the attribute of an instance. */
    void set(PyThreadState ts, Object instance, @Nullable Object value) {
        check(ts, instance);
        if (!member.writable()) {
            throw Errors.error(
                    ts,
                    "AttributeError",
                    "attribute '" + member.name() + "' of '" + owner.displayName() + "' objects is not writable");
        }
        table.set(member.id(), ts, instance, value);
    }

    private void check(PyThreadState ts, Object instance) {
        if (!Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + member.name() + "' for '" + owner.displayName() + "' objects doesn't apply to a '"
                            + Types.of(instance).displayName() + "' object");
        }
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
        return "<attribute '" + member.name() + "' of '" + owner.displayName() + "' objects>";
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return member.name();
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return owner.qualname + "." + member.name();
    }

    @Getter(value = "__objclass__", member = true)
    Object objclass(PyThreadState ts) {
        return owner;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return NativeMembers.doc(owner, table, member);
    }
}
