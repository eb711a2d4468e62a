package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/** {@code bool}: {@code Boolean.TRUE} and {@code Boolean.FALSE}. Answers to {@code boolobject.c}. */
@ExtensionType(name = "bool", base = "int", doc = "True or False, which are 1 and 0 as well.")
public final class PyBool {
    /** {@code bool}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBoolDefinition(), PyInt.TYPE);

    private PyBool() {}

    @Expose(signature = "(x=False, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object x) {
        return Truth.of(ts, x);
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return (Boolean) self ? "True" : "False";
    }

    @Expose
    static Object __invert__(PyThreadState ts, Object self) {
        ts.warn(
                "DeprecationWarning",
                "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int"
                        + " object and is usually not what you expect from the negation of a bool. Use the 'not' operator"
                        + " for boolean negation or ~int(x) for the bitwise inversion of the underlying int.",
                1);
        return (Boolean) self ? -2L : -1L;
    }

    @Expose
    static Object __and__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__and__(ts, self, other)
                : (Object) Boolean.logicalAnd((Boolean) self, (Boolean) both);
    }

    @Expose
    static Object __rand__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__rand__(ts, self, other)
                : (Object) Boolean.logicalAnd((Boolean) self, (Boolean) both);
    }

    @Expose
    static Object __or__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__or__(ts, self, other)
                : (Object) Boolean.logicalOr((Boolean) self, (Boolean) both);
    }

    @Expose
    static Object __ror__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__ror__(ts, self, other)
                : (Object) Boolean.logicalOr((Boolean) self, (Boolean) both);
    }

    @Expose
    static Object __xor__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__xor__(ts, self, other)
                : (Object) Boolean.logicalXor((Boolean) self, (Boolean) both);
    }

    @Expose
    static Object __rxor__(PyThreadState ts, Object self, Object other) {
        Object both = both(self, other);
        return both == null
                ? PyInt.__rxor__(ts, self, other)
                : (Object) Boolean.logicalXor((Boolean) self, (Boolean) both);
    }

    private static @Nullable Object both(Object self, Object other) {
        return self instanceof Boolean && other instanceof Boolean ? other : null;
    }
}
