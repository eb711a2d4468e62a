package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyNone;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SetBase;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import java.util.ArrayList;
import java.util.List;

/** {@code X | Y} of types (PEP 604). Answers to {@code unionobject}. */
@ExtensionType(name = "types.UnionType", exported = false, doc = "A union of types, such as int | str.")
public final class PyUnion extends PyObject {
    /** {@code types.UnionType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyUnionDefinition(), TypeObject.OBJECT);

    private final PyTuple args;

    private PyUnion(PyTuple args) {
        super(TYPE);
        this.args = args;
    }

    /** Returns {@code __args__}. */
    public PyTuple args() {
        return args;
    }

    /** {@code a | b}, or NotImplemented. */
    public static Object of(PyThreadState ts, Object a, Object b) {
        if (!isUnionable(a) || !isUnionable(b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        List<Object> members = new ArrayList<>();
        add(ts, members, a);
        add(ts, members, b);
        return members.size() == 1 ? members.get(0) : new PyUnion(new PyTuple(members.toArray()));
    }

    /** Adds the members of one operand, those that are equal only once ({@code dedup_and_flatten_args}). */
    private static void add(PyThreadState ts, List<Object> members, Object o) {
        if (o instanceof PyUnion u) {
            for (Object m : u.args.items()) {
                add(ts, members, m);
            }
            return;
        }
        Object member = o == Singleton.NONE ? PyNone.TYPE : o;
        for (Object m : members) {
            boolean aliases = m instanceof PyGenericAlias && member instanceof PyGenericAlias;
            if (m == member || aliases && Compare.equal(ts, m, member)) {
                return;
            }
        }
        members.add(member);
    }

    private static boolean isUnionable(Object o) {
        return o == Singleton.NONE
                || o instanceof TypeObject
                || o instanceof PyUnion
                || o instanceof PyGenericAlias
                || o instanceof PyTypeAlias;
    }

    @Getter
    Object __args__(PyThreadState ts) {
        return args;
    }

    @Getter
    Object __parameters__(PyThreadState ts) {
        return PyGenericAlias.parametersOf(ts, args);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object item) {
        PyTuple now = PyGenericAlias.substitute(ts, this, args, PyGenericAlias.parametersOf(ts, args), item);
        Object union = now.get(0);
        for (int i = 1; i < now.size(); i++) {
            union = Arith.binary(ts, Slot.OR, union, now.get(i));
        }
        return union;
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return of(ts, this, other);
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return of(ts, other, this);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        StrBuilder out = new StrBuilder(16);
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                out.append((Object) " | ");
            }
            out.append(PyGenericAlias.item(ts, args.get(i)));
        }
        return out.build();
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (!(other instanceof PyUnion u)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Compare.equal(
                ts, new PyFrozenSet(SetBase.elementsOf(ts, args)), new PyFrozenSet(SetBase.elementsOf(ts, u.args)));
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return Hashing.hash(ts, new PyFrozenSet(SetBase.elementsOf(ts, args)));
    }

    @Expose
    Object __instancecheck__(PyThreadState ts, Object o) {
        checkPlain(ts, "isinstance() argument 2 cannot be a parameterized generic");
        return Instances.isInstance(ts, o, args);
    }

    @Expose
    Object __subclasscheck__(PyThreadState ts, Object c) {
        if (!(c instanceof TypeObject)) {
            throw Errors.typeError(ts, "issubclass() arg 1 must be a class");
        }
        checkPlain(ts, "issubclass() argument 2 cannot be a parameterized generic");
        return Instances.isSubclass(ts, c, args);
    }

    private void checkPlain(PyThreadState ts, String message) {
        for (Object a : args.items()) {
            if (a instanceof PyGenericAlias) {
                throw Errors.typeError(ts, message);
            }
        }
    }
}
