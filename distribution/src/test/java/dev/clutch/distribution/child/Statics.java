package dev.clutch.distribution.child;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks all that the static fields of our classes hold, by the rule of the house: nothing static can change after class initialisation. A static field is final; what it holds is a value, a handle of
 * the JDK, an immutable collection, a private array, or an object of ours whose fields are final, private where they hold arrays, and hold the like. Prints a line for each field that breaks the rule.
 */
public final class Statics {
    /** Classes of the JDK that never change, or have a cache only. */
    private static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Object",
            "java.lang.Class",
            "java.lang.Module",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.math.MathContext",
            "java.time.Duration");

    /** Kinds of JDK handles, by supertype: their only state is a cache. */
    private static final List<Class<?>> HANDLES = List.of(
            java.lang.invoke.MethodHandle.class,
            java.lang.invoke.MethodType.class,
            java.lang.invoke.VarHandle.class,
            java.lang.constant.ConstantDesc.class,
            java.lang.foreign.MemoryLayout.class,
            java.lang.foreign.Linker.class,
            java.util.regex.Pattern.class,
            java.nio.charset.Charset.class,
            java.util.Locale.class,
            java.lang.StackWalker.class,
            java.time.ZoneId.class,
            java.nio.file.FileSystem.class);

    /** What may change though it is shared, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries();

    private final Set<String> faults = new TreeSet<>();
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    private int fields;

    private Statics() {}

    /** Runs it. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Statics walk = new Statics();
        int classes = 0;
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            if (module.name().startsWith("dev.clutch.") && !module.name().equals("dev.clutch.stdlib")) {
                Module own = ModuleLayer.boot().findModule(module.name()).orElseThrow();
                try (ModuleReader reader = module.reference().open();
                        Stream<String> names = reader.list()) {
                    for (String name : names.filter(n -> n.endsWith(".class")).sorted().toList()) {
                        if (!name.endsWith("module-info.class")) {
                            walk.type(own, name.substring(0, name.length() - 6).replace('/', '.'));
                            classes++;
                        }
                    }
                }
            }
        }
        for (String fault : walk.faults) {
            System.out.println(fault);
        }
        System.out.println(classes > 2000 && walk.fields > 3000 ? "walked" : classes + " classes, " + walk.fields);
    }

    private void type(Module module, String name) {
        Class<?> type;
        try {
            type = Class.forName(module, name);
            if (type == null) {
                return;
            }
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    fields++;
                    field.setAccessible(true);
                    staticField(field);
                }
            }
        } catch (LinkageError | IllegalAccessException e) {
            faults.add(name + " cannot be looked into: " + e);
        }
    }

    private void staticField(Field field) throws IllegalAccessException {
        String where = field.getDeclaringClass().getName() + "." + field.getName();
        if (!Modifier.isFinal(field.getModifiers())) {
            faults.add(where + " is not final");
        }
        Object value = field.get(null);
        if (isOpenArray(field, value)) {
            faults.add(where + " is an array that is not private");
        }
        ArrayDeque<Held> todo = new ArrayDeque<>();
        add(todo, where, value);
        while (!todo.isEmpty()) {
            look(todo.poll(), todo);
        }
    }

    private record Held(String where, Object value) {}

    private void add(ArrayDeque<Held> todo, String where, @Nullable Object value) {
        if (value != null && seen.put(value, true) == null) {
            todo.add(new Held(where, value));
        }
    }

    /** The compiler makes {@code $VALUES} of enums and the tables of switches; both stay where they are. */
    private static boolean isOpenArray(Field field, @Nullable Object value) {
        return value != null
                && value.getClass().isArray()
                && Array.getLength(value) > 0
                && !Modifier.isPrivate(field.getModifiers())
                && !field.isSynthetic();
    }

    private void look(Held held, ArrayDeque<Held> todo) throws IllegalAccessException {
        Object value = held.value;
        Class<?> type = value.getClass();
        if (isValue(value)) {
            return;
        }
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (Object element : (Object[]) value) {
                    add(todo, held.where + "[]", element);
                }
            }
        } else if (type.getName().startsWith("java.util.ImmutableCollections$")) {
            if (value instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    add(todo, held.where + ".key", e.getKey());
                    add(todo, held.where + ".value", e.getValue());
                }
            } else {
                for (Object element : (Collection<?>) value) {
                    add(todo, held.where + ".element", element);
                }
            }
        } else if (type.getName().startsWith("dev.clutch.")) {
            ours(held, todo);
        } else {
            faults.add(held.where + " holds a " + type.getName());
        }
    }

    private void ours(Held held, ArrayDeque<Held> todo) throws IllegalAccessException {
        for (Class<?> c = held.value.getClass(); c != null && c != Object.class && c != Enum.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                String name = c.getName() + "." + field.getName();
                if (EXCEPTIONS.containsKey(name)) {
                    continue;
                }
                if (!Modifier.isFinal(field.getModifiers())) {
                    faults.add(name + " is not final, in a static value such as " + held.where);
                }
                if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(todo, held.where + "." + field.getName(), field.get(held.value));
                }
            }
        }
    }

    private static boolean isValue(Object value) {
        if (VALUES.contains(value.getClass().getName())) {
            return true;
        }
        for (Class<?> handle : HANDLES) {
            if (handle.isInstance(value)) {
                return true;
            }
        }
        return false;
    }
}
