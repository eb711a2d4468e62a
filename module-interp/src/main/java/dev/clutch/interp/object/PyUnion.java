package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;

/** {@code X | Y} of types (PEP 604). Answers to {@code unionobject}. */
@ExtensionType(name = "types.UnionType", exported = false)
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
    static Object of(PyThreadState ts, Object a, Object b) {
        if (!isUnionable(a) || !isUnionable(b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return new PyUnion(new PyTuple(a, b));
    }

    private static boolean isUnionable(Object o) {
        return o == Singleton.NONE || o instanceof TypeObject || o instanceof PyUnion;
    }
}
