package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** The metaclass of a class statement. */
public final class Metaclasses {
    private Metaclasses() {}

    /** The most derived of a metaclass and those of the bases ({@code _PyType_CalculateMetaclass}). */
    public static TypeObject winner(PyThreadState ts, TypeObject metaclass, PyTuple bases) {
        return ClassBuilder.calculateMetaclass(ts, metaclass, bases);
    }

    /** Whether a metaclass leaves {@code __prepare__} to {@code type}, which gives an empty dict. */
    public static boolean preparesPlainly(TypeObject metaclass) {
        return metaclass.type() == TypeObject.TYPE
                && metaclass.lookup("__prepare__") == TypeObject.TYPE.lookup("__prepare__");
    }

    /** What {@code type(name, bases, namespace, **keywords)} makes, where {@code type} is the metaclass of the bases as well. */
    public static Object plainClass(
            PyThreadState ts, Object name, PyTuple bases, PyDict namespace, @Nullable PyDict keywords) {
        return new ClassBuilder(ts)
                .build(
                        TypeObject.TYPE,
                        name,
                        bases,
                        namespace,
                        keywords == null || keywords.size() == 0 ? null : keywords);
    }
}
