package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.NativeCall;
import dev.clutch.interp.object.descriptor.NativeMembers;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import org.jspecify.annotations.Nullable;

/** A built-in function of a module, or a native method bound to its instance. Answers to {@code PyCFunctionObject}. */
@ExtensionType(name = "builtin_function_or_method", exported = false, weakReferences = true)
public final class PyBuiltinFunction extends PyCallable {
    /** {@code types.BuiltinFunctionType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBuiltinFunctionDefinition(), TypeObject.OBJECT);

    public final NativeTable table;
    public final Member member;

    /** What the table gets as self: the module, the instance or the class. */
    public final @Nullable Object receiver;

    /** {@code __self__}: the module, the instance or the class. */
    public final Object self;

    /** {@code __module__}: a str or None. */
    final Object module;

    private static final int LEN = 1;
    private static final int ISINSTANCE = 2;

    /** Which of the functions this is that compiled code calls in a shorter way, or 0. */
    private final int known;

    /** Makes a function. */
    public PyBuiltinFunction(NativeTable table, Member member, @Nullable Object receiver, Object self, Object module) {
        super(TYPE, NativeCall.INSTANCE);
        this.table = table;
        this.member = member;
        this.receiver = receiver;
        this.self = self;
        this.module = module;
        this.known = known(module, member);
    }

    /** Whether this is {@code len} of the builtins, whatever name it goes by. */
    public boolean isLen() {
        return known == LEN;
    }

    /** Whether this is {@code isinstance} of the builtins. */
    public boolean isIsinstance() {
        return known == ISINSTANCE;
    }

    private static int known(Object module, Member member) {
        if (!module.equals("builtins")) {
            return 0;
        }
        return member.name().equals("len") ? LEN : member.name().equals("isinstance") ? ISINSTANCE : 0;
    }

    /** Returns what the function is. */
    public Member member() {
        return member;
    }

    /** The type whose member it is, as far as the function knows; null for that of a module. */
    private @Nullable TypeObject owner() {
        Object s = self;
        if (s == Singleton.NONE || s instanceof PyModule) {
            return null;
        }
        TypeObject start = s instanceof TypeObject t && member.kind() != Member.Kind.METHOD ? t : Types.of(s);
        for (TypeObject t : start.mro) {
            if (t.declares(table)) {
                return t;
            }
        }
        return start;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        if (self == Singleton.NONE || self instanceof PyModule) {
            return "<built-in function " + member.name() + ">";
        }
        return "<built-in method " + member.name() + " of " + Types.of(self).name() + " object at "
                + Identity.address(ts, self) + ">";
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (!(other instanceof PyBuiltinFunction o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return table == o.table && member.id() == o.member.id() && Compare.is(self, o.self);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return 31L * System.identityHashCode(table) + member.id() * 7919L + System.identityHashCode(self);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        if (self == Singleton.NONE || self instanceof PyModule) {
            return member.name();
        }
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(self, member.name()));
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return member.name();
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        if (self == Singleton.NONE || self instanceof PyModule) {
            return member.name();
        }
        TypeObject t = self instanceof TypeObject c ? c : Types.of(self);
        return t.qualname + "." + member.name();
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return NativeMembers.doc(owner(), table, member);
    }

    @Getter("__text_signature__")
    Object textSignature(PyThreadState ts) {
        return NativeMembers.textSignature(owner(), table, member);
    }

    @Getter("__self__")
    Object self(PyThreadState ts) {
        return self;
    }

    @Getter(value = "__module__", member = true)
    Object module(PyThreadState ts) {
        return module;
    }
}
