package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.typing.PyUnion;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Truth;

/** {@code isinstance} and {@code issubclass}. Answers to {@code object_isinstance} and its neighbours in {@code abstract.c}. */
public final class Instances {
    private Instances() {}

    /** {@code isinstance(o, cls)}. */
    public static boolean isInstance(PyThreadState ts, Object o, Object cls) {
        if (Types.of(o) == cls) {
            return true;
        }
        if (cls instanceof TypeObject t && t.type() == TypeObject.TYPE) {
            return isRealInstance(ts, o, t);
        }
        if (cls instanceof PyUnion u) {
            return isInstanceOfAny(ts, o, u.args());
        }
        if (cls instanceof PyTuple t) {
            return isInstanceOfAny(ts, o, t);
        }
        Object check = Types.of(cls).lookup("__instancecheck__");
        if (check != null) {
            return Truth.of(ts, Call.special1(ts, check, cls, o));
        }
        return isRealInstance(ts, o, cls);
    }

    private static boolean isInstanceOfAny(PyThreadState ts, Object o, PyTuple classes) {
        ts.enterNative();
        try {
            for (int i = 0; i < classes.size(); i++) {
                if (isInstance(ts, o, classes.get(i))) {
                    return true;
                }
            }
            return false;
        } finally {
            ts.leaveNative();
        }
    }

    /** {@code object_isinstance}: by type and by {@code __class__}. */
    static boolean isRealInstance(PyThreadState ts, Object o, Object cls) {
        if (cls instanceof TypeObject t) {
            TypeObject actual = Types.of(o);
            if (actual.isSubtype(t)) {
                return true;
            }
            if (actual.hasPlainClass()) {
                return false;
            }
            Object claimed = Attr.find(ts, o, "__class__");
            return claimed instanceof TypeObject c && c != actual && c.isSubtype(t);
        }
        checkClass(ts, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        Object claimed = Attr.find(ts, o, "__class__");
        return claimed != null && abstractIsSubclass(ts, claimed, cls);
    }

    /** {@code issubclass(c, cls)}. */
    public static boolean isSubclass(PyThreadState ts, Object c, Object cls) {
        if (cls instanceof TypeObject t && t.type() == TypeObject.TYPE) {
            return c == cls || isRealSubclass(ts, c, t);
        }
        if (cls instanceof PyUnion u) {
            cls = u.args();
        }
        if (cls instanceof PyTuple t) {
            ts.enterNative();
            try {
                for (int i = 0; i < t.size(); i++) {
                    if (isSubclass(ts, c, t.get(i))) {
                        return true;
                    }
                }
                return false;
            } finally {
                ts.leaveNative();
            }
        }
        Object check = Types.of(cls).lookup("__subclasscheck__");
        if (check != null) {
            return Truth.of(ts, Call.special1(ts, check, cls, c));
        }
        return isRealSubclass(ts, c, cls);
    }

    /** {@code recursive_issubclass}. */
    static boolean isRealSubclass(PyThreadState ts, Object c, Object cls) {
        if (c instanceof TypeObject a && cls instanceof TypeObject b) {
            return a.isSubtype(b);
        }
        checkClass(ts, c, "issubclass() arg 1 must be a class");
        checkClass(ts, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return abstractIsSubclass(ts, c, cls);
    }

    private static void checkClass(PyThreadState ts, Object cls, String message) {
        if (!(Attr.find(ts, cls, "__bases__") instanceof PyTuple)) {
            throw Errors.typeError(ts, message);
        }
    }

    private static boolean abstractIsSubclass(PyThreadState ts, Object derived, Object cls) {
        while (true) {
            if (derived == cls) {
                return true;
            }
            if (!(Attr.find(ts, derived, "__bases__") instanceof PyTuple bases) || bases.size() == 0) {
                return false;
            }
            if (bases.size() == 1) {
                derived = bases.get(0);
                continue;
            }
            ts.enterNative();
            try {
                for (int i = 0; i < bases.size(); i++) {
                    if (abstractIsSubclass(ts, bases.get(i), cls)) {
                        return true;
                    }
                }
            } finally {
                ts.leaveNative();
            }
            return false;
        }
    }
}
