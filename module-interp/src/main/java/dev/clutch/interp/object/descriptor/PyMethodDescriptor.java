package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** A native method of a type. Answers to {@code PyMethodDescrObject}. */
@ExtensionType(name = "method_descriptor", exported = false)
public final class PyMethodDescriptor extends NativeDescriptor {
    /** {@code types.MethodDescriptorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMethodDescriptorDefinition(), TypeObject.OBJECT);

    PyMethodDescriptor(TypeObject owner, NativeTable table, Member member) {
        super(TYPE, Unbound.INSTANCE, owner, table, member);
    }

    /** Binds to an instance that has been checked. */
    public PyBuiltinFunction bind(Object self) {
        return new PyBuiltinFunction(table, member, self, self, Singleton.NONE);
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
        return "<method '" + member.name() + "' of '" + owner.displayName() + "' objects>";
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(owner, member.name()));
    }
}
