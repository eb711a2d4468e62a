package dev.clutch.interp.nodes;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One class of the grammar: a constructor such as {@code BinOp}, or a product such as {@code arguments}. Knows the record, or the constant of an enum, that it stands for. */
final class NodeClass {
    final String name;
    /** The sum that it belongs to; its own name for a product. */
    final String sum;

    final List<NodeField> fields;
    /** Whether it has a position. */
    final boolean positioned;
    /** Whether the end of the position must be given. */
    final boolean requiredEnd;

    private final boolean record;
    private final String javaName;
    private @Nullable Counterpart counterpart;

    NodeClass(NodeDefinition definition) {
        name = definition.name();
        sum = definition.sum();
        fields = definition.fields();
        positioned = definition.positioned();
        requiredEnd = definition.requiredEnd();
        record = definition.isRecord();
        javaName = definition.javaName();
    }

    /** The Java side, found when a tree is first converted: most programs that import {@code ast} never do. */
    private static final class Counterpart {
        final @Nullable Enum<?> constant;
        final @Nullable Constructor<?> constructor;
        final Method[] accessors;

        Counterpart(Class<?> type, String name) {
            if (type.isRecord()) {
                constant = null;
                constructor = type.getDeclaredConstructors()[0];
                RecordComponent[] components = type.getRecordComponents();
                accessors = new Method[components.length];
                for (int i = 0; i < accessors.length; i++) {
                    accessors[i] = components[i].getAccessor();
                }
            } else {
                constant = constantOf(type, name);
                constructor = null;
                accessors = new Method[0];
            }
        }
    }

    private Counterpart counterpart() {
        Counterpart c = counterpart;
        if (c == null) {
            try {
                c = new Counterpart(Class.forName(javaName), name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("no Java class for " + name, e);
            }
            counterpart = c;
        }
        return c;
    }

    private static Enum<?> constantOf(Class<?> type, String name) {
        for (Object c : type.getEnumConstants()) {
            try {
                if (name.equals(type.getMethod("className").invoke(c))) {
                    return (Enum<?>) c;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the enum of " + name + " cannot be read", e);
            }
        }
        throw new IllegalStateException("no enum constant for " + name);
    }

    /** What a tree has for this class, as a key: the record's class or the constant. */
    Object key() {
        Counterpart c = counterpart();
        return c.constant != null ? c.constant : c.constructor == null ? name : c.constructor.getDeclaringClass();
    }

    /** Whether instances have fields or a position. */
    boolean isRecord() {
        return record;
    }

    /** The constant of an enum that it stands for. */
    Object constant() {
        Enum<?> constant = counterpart().constant;
        if (constant == null) {
            throw new IllegalStateException(name + " is no constant");
        }
        return constant;
    }

    /** The Java type of component {@code index} of the record: the fields, then the four numbers of a position. */
    Class<?> componentType(int index) {
        return counterpart().accessors[index].getReturnType();
    }

    @Nullable
    Object get(Object node, int index) {
        try {
            return counterpart().accessors[index].invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a node of " + name + " cannot be read", e);
        }
    }

    Object make(@Nullable Object[] components) {
        Constructor<?> constructor = counterpart().constructor;
        if (constructor == null) {
            return constant();
        }
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a node of " + name + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a node of " + name + " cannot be made", e);
        }
    }
}
