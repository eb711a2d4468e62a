package dev.clutch.compat.graph;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.descriptor.NativeDescriptor;
import dev.clutch.interp.object.descriptor.PyGetSetDescriptor;
import dev.clutch.interp.object.descriptor.PyMemberDescriptor;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.constant.ConstantDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two interpreters may share: rule R3 of the design, by class, and nothing else. {@link #fault} judges one object by itself; what it holds is judged in its turn, since both interpreters reach that as
 * well.
 */
public final class Shareable {
    private static final String OS = "dev.clutch.runtime.os";

    private Shareable() {}

    /** Plain immutable values: everybody has them, and they lead nowhere. */
    static boolean isNothing(Object o) {
        return o instanceof String
                || o instanceof Boolean
                || o instanceof Number && isNumber(o)
                || o instanceof Character
                || o instanceof Singleton
                || o instanceof CodePoints
                || o instanceof Enum<?> && o.getClass().getName().startsWith("java.");
    }

    private static boolean isNumber(Object o) {
        Class<?> c = o.getClass();
        return c == Long.class
                || c == Integer.class
                || c == Double.class
                || c == Float.class
                || c == Short.class
                || c == Byte.class
                || c == BigInteger.class
                || c == BigDecimal.class;
    }

    /** Objects that a walk notes, but does not enter. */
    static boolean isBoundary(Object o) {
        return o instanceof RuntimeInterpreter
                || o instanceof ThreadState
                || o instanceof ClassLoader
                || o instanceof Module
                || o instanceof Thread
                || isCode(o)
                || isOfTheRuntime(o)
                || isOfBuiltinType(o)
                || o instanceof TypeObject type && type.owner == null
                || isHandle(o);
    }

    /** Code objects, and the means by which compiled code is called. */
    private static boolean isCode(Object o) {
        return o instanceof PyCode || o instanceof Vectorcall;
    }

    /** What all interpreters of a runtime have in common: itself, and the operating system as it knows it. */
    private static boolean isOfTheRuntime(Object o) {
        return o instanceof Runtime || o.getClass().getPackageName().equals(OS);
    }

    /** Descriptors and static methods in the dict of a built-in type belong to the type. */
    private static boolean isOfBuiltinType(Object o) {
        TypeObject owner = switch (o) {
            case NativeDescriptor d -> d.owner;
            case PyGetSetDescriptor d -> d.owner;
            case PyMemberDescriptor d -> d.owner;
            case PyBuiltinFunction f -> f.self instanceof TypeObject type ? type : null;
            default -> null;
        };
        return owner != null && owner.owner == null;
    }

    /** Objects of the JDK whose only state is a cache. */
    private static boolean isHandle(Object o) {
        return o instanceof MethodHandle
                || o instanceof MethodType
                || o instanceof VarHandle
                || o instanceof ConstantDesc
                || o instanceof Pattern
                || o instanceof Charset
                || o instanceof Locale
                || o instanceof ZoneId
                || o instanceof ZoneRules
                || o instanceof Duration
                || o instanceof StackWalker;
    }

    /**
     * Says what is wrong with an object that two interpreters reach.
     *
     * @param from the object through which it was reached
     * @param excused static fields, as {@code a.b.C.f}, that a lock guards
     * @return null when it may be shared
     */
    public static @Nullable String fault(Object o, @Nullable Object from, Set<String> excused) {
        if (isNothing(o) || isHandle(o) || isCode(o) || isOfTheRuntime(o) || isOfBuiltinType(o)) {
            return null;
        }
        if (o instanceof Class<?> type) {
            return staticFault(type, excused);
        }
        if (o instanceof TypeObject type) {
            return type.owner == null ? null : "is the type of one interpreter";
        }
        Class<?> c = o.getClass();
        if (c == PyTuple.class || c == PyFrozenSet.class || c == PyBytes.class) {
            return ((dev.clutch.extension.spi.PyObject) o).type() instanceof TypeObject type && type.owner == null
                    ? null
                    : "is of a type of one interpreter";
        }
        if (c.isArray()) {
            return arrayFault(o, from);
        }
        if (isList(c)) {
            return null;
        }
        if (isDescription(o) || o instanceof Enum<?> || c.isRecord() || isStateless(c)) {
            return changingField(c);
        }
        if (isConstant(o)) {
            return null;
        }
        return o instanceof dev.clutch.extension.spi.PyObject ? "is a Python object" : "can change";
    }

    private static boolean isList(Class<?> c) {
        return c.getName().startsWith("java.util.ImmutableCollections$") || c == Object.class;
    }

    /** What describes a module, and is shared by design. */
    private static boolean isDescription(Object o) {
        return o instanceof ModuleDefinition
                || o instanceof TypeDefinition
                || o instanceof ExtensionProvider
                || o instanceof NativeTable
                || o instanceof Member
                || o instanceof dev.clutch.extension.spi.Signature;
    }

    /** A lambda that captures nothing, and its kind. */
    private static boolean isStateless(Class<?> c) {
        for (Class<?> at = c; at != null && at != Object.class; at = at.getSuperclass()) {
            if (at.getName().startsWith("java.")) {
                return false;
            }
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** An object of the extension's own all whose fields are final: what they hold is looked at by itself. Whether arrays among it are written is the verifier's question. */
    private static boolean isConstant(Object o) {
        Class<?> at = o.getClass();
        while (at != Object.class && !at.getName().startsWith("java.")) {
            at = at.getSuperclass();
        }
        return at == Object.class
                && !(o instanceof dev.clutch.extension.spi.PyObject)
                && changingField(o.getClass()) == null;
    }

    private static @Nullable String changingField(Class<?> c) {
        for (Class<?> at = c; at != null && !at.getName().startsWith("java."); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    return "has the field " + field.getName() + ", which is not final";
                }
            }
        }
        return null;
    }

    /** Arrays are fine where nobody else has them: in a value of the list or a description, or in a private static final field, which {@link #staticFault} looks at. */
    private static @Nullable String arrayFault(Object array, @Nullable Object from) {
        boolean kept = from != null
                && (from instanceof PyTuple
                        || from instanceof PyFrozenSet
                        || from instanceof PyBytes
                        || from instanceof Class<?>
                        || from.getClass().isArray()
                        || isDescription(from)
                        || isConstant(from));
        return kept || java.lang.reflect.Array.getLength(array) == 0
                ? null
                : "is an array, whose elements can be written";
    }

    private static @Nullable String staticFault(Class<?> type, Set<String> excused) {
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers)
                    || field.isSynthetic()
                    || excused.contains(type.getName() + "." + field.getName())) {
                continue;
            }
            if (!Modifier.isFinal(modifiers)) {
                return "has the static field " + field.getName() + ", which is not final";
            }
            if (field.getType().isArray() && !Modifier.isPrivate(modifiers) && !isEmpty(field)) {
                return "has the static field " + field.getName() + ", an array that is not private";
            }
        }
        return null;
    }

    private static boolean isEmpty(Field field) {
        try {
            field.setAccessible(true);
            Object array = field.get(null);
            return array == null || java.lang.reflect.Array.getLength(array) == 0;
        } catch (IllegalAccessException | java.lang.reflect.InaccessibleObjectException e) {
            return false;
        }
    }
}
