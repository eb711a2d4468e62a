package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** A native class method of a type. Answers to {@code PyClassMethodDescr_Type}. */
@ExtensionType(name = "classmethod_descriptor", exported = false)
public final class PyClassMethodDescriptor extends NativeDescriptor {
    /** {@code types.ClassMethodDescriptorType}. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyClassMethodDescriptorDefinition(), TypeObject.OBJECT);

    PyClassMethodDescriptor(TypeObject owner, NativeTable table, Member member) {
        super(TYPE, OnClass.INSTANCE, owner, table, member);
    }

    private static final class OnClass extends Vectorcall {
        static final OnClass INSTANCE = new OnClass();

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            PyClassMethodDescriptor d = (PyClassMethodDescriptor) f;
            if (args.length == 0) {
                throw Errors.typeError(
                        ts,
                        "descriptor '" + d.member.name() + "' of '" + d.owner.displayName()
                                + "' object needs an argument");
            }
            Object[] rest = new Object[args.length - 1];
            System.arraycopy(args, 1, rest, 0, rest.length);
            return Call.vector(ts, d.bind(ts, args[0]), rest, names);
        }
    }

    /** Binds to a class ({@code classmethod_get}). */
    PyBuiltinFunction bind(PyThreadState ts, Object cls) {
        if (!(cls instanceof TypeObject t)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + member.name() + "' for type '" + owner.displayName() + "' needs a type, not a '"
                            + Types.of(cls).displayName() + "' as arg 2");
        }
        if (!t.isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + member.name() + "' requires a subtype of '" + owner.displayName()
                            + "' but received '" + t.displayName() + "'");
        }
        return new PyBuiltinFunction(table, member, t, t, Singleton.NONE);
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        Object owner = cls != null ? cls : instance != null ? Types.of(instance) : Singleton.NONE;
        return bind(ts, owner);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<method '" + member.name() + "' of '" + owner.displayName() + "' objects>";
    }
}
