package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** A field of a native type. Answers to {@code PyMemberDef}. */
final class PyNativeMember extends PyMemberDescriptor {
    private final NativeTable table;
    private final Member member;

    PyNativeMember(TypeObject owner, NativeTable table, Member member) {
        super(owner, member.name(), -1);
        this.table = table;
        this.member = member;
    }

    private void checkInstance(PyThreadState ts, Object instance) {
        if (!Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + name + "' for '" + owner.displayName() + "' objects doesn't apply to a '"
                            + Types.of(instance).displayName() + "' object");
        }
    }

    @Override
    protected Object get(PyThreadState ts, Object instance) {
        checkInstance(ts, instance);
        Object v = table.get(member.id(), ts, instance);
        if (v == null) {
            throw Errors.attributeError(ts, instance, name);
        }
        return v;
    }

    @Override
    protected void set(PyThreadState ts, Object instance, @Nullable Object value) {
        checkInstance(ts, instance);
        if (!member.writable()) {
            throw Errors.error(ts, "AttributeError", "readonly attribute");
        }
        table.set(member.id(), ts, instance, value);
    }

    @Override
    Object doc(PyThreadState ts) {
        return NativeMembers.doc(owner, table, member);
    }
}
