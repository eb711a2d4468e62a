package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** A descriptor for a native member of a type: shared when the type is, immutable but for its docstring-like attributes, which come from the member. */
public abstract class NativeDescriptor extends PyCallable {
    /** {@code __objclass__}. */
    public final TypeObject owner;

    /** Where the member's code is. */
    public final NativeTable table;

    /** What the member is. */
    public final Member member;

    NativeDescriptor(TypeObject type, Vectorcall vectorcall, TypeObject owner, NativeTable table, Member member) {
        super(type, vectorcall);
        this.owner = owner;
        this.table = table;
        this.member = member;
    }

    /** Checks the instance of an unbound call or a binding ({@code descr_check}). */
    final void check(PyThreadState ts, Object self) {
        if (!Types.of(self).isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + member.name() + "' for '" + owner.displayName() + "' objects doesn't apply to a '"
                            + Types.of(self).displayName() + "' object");
        }
    }

    /** The same for a call, which slot wrappers refuse in words of their own ({@code wrapperdescr_call}). */
    final void checkCall(PyThreadState ts, Object self) {
        if (this instanceof PyWrapperDescriptor && !Types.of(self).isSubtype(owner)) {
            throw Errors.typeError(
                    ts,
                    "descriptor '" + member.name() + "' requires a '" + owner.displayName()
                            + "' object but received a '" + Types.of(self).displayName() + "'");
        }
        check(ts, self);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
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

    @Getter("__text_signature__")
    Object textSignature(PyThreadState ts) {
        return NativeMembers.textSignature(owner, table, member);
    }

    /** The vectorcall of method and slot descriptors: the first argument is the instance. */
    static final class Unbound extends Vectorcall {
        static final Unbound INSTANCE = new Unbound();

        @Override
        public Object call0(PyThreadState ts, Object f) {
            NativeDescriptor d = (NativeDescriptor) f;
            throw Errors.typeError(
                    ts,
                    d instanceof PyWrapperDescriptor
                            ? "descriptor '" + d.member.name() + "' of '" + d.owner.displayName()
                                    + "' object needs an argument"
                            : "unbound method " + d.owner.displayName() + "." + d.member.name()
                                    + "() needs an argument");
        }

        @Override
        public Object call1(PyThreadState ts, Object f, Object self) {
            NativeDescriptor d = (NativeDescriptor) f;
            if (Types.of(self) != d.owner) {
                d.checkCall(ts, self);
            }
            return NativeCall.result0(ts, d, d.table.call0(d.member.id(), ts, self));
        }

        @Override
        public Object call2(PyThreadState ts, Object f, Object self, Object a) {
            NativeDescriptor d = (NativeDescriptor) f;
            if (Types.of(self) != d.owner) {
                d.checkCall(ts, self);
            }
            return NativeCall.result(ts, d, d.table.call1(d.member.id(), ts, self, a));
        }

        @Override
        public Object call3(PyThreadState ts, Object f, Object self, Object a, Object b) {
            NativeDescriptor d = (NativeDescriptor) f;
            if (Types.of(self) != d.owner) {
                d.checkCall(ts, self);
            }
            return NativeCall.result(ts, d, d.table.call2(d.member.id(), ts, self, a, b));
        }

        @Override
        public Object call4(PyThreadState ts, Object f, Object self, Object a, Object b, Object c) {
            NativeDescriptor d = (NativeDescriptor) f;
            if (Types.of(self) != d.owner) {
                d.checkCall(ts, self);
            }
            return NativeCall.result(ts, d, d.table.call3(d.member.id(), ts, self, a, b, c));
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            NativeDescriptor d = (NativeDescriptor) f;
            if (args.length == 0 || names != null && args.length == names.length) {
                return call0(ts, f);
            }
            d.checkCall(ts, args[0]);
            Object[] rest = new Object[args.length - 1];
            System.arraycopy(args, 1, rest, 0, rest.length);
            return NativeCall.result(ts, d, d.table.call(d.member.id(), ts, args[0], rest, names));
        }
    }
}
