package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** A native special method of a type ({@code slot wrapper}). Answers to {@code PyWrapperDescrObject}. */
@ExtensionType(name = "wrapper_descriptor", exported = false)
public final class PyWrapperDescriptor extends NativeDescriptor {
    /** {@code types.WrapperDescriptorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyWrapperDescriptorDefinition(), TypeObject.OBJECT);

    PyWrapperDescriptor(TypeObject owner, NativeTable table, Member member) {
        super(TYPE, Unbound.INSTANCE, owner, table, member);
    }

    /** Binds to an instance that has been checked. */
    public PyMethodWrapper bind(Object self) {
        return new PyMethodWrapper(this, self);
    }

    /** Returns whether this is {@code object.__getattribute__}. */
    public boolean isGenericGetAttribute() {
        return owner == TypeObject.OBJECT && member.id() == Slot.GETATTRIBUTE.id();
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        if (instance == null) {
            return this;
        }
        check(ts, instance);
        return bind(instance);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<slot wrapper '" + member.name() + "' of '" + owner.displayName() + "' objects>";
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(owner, member.name()));
    }
}
