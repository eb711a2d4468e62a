package dev.clutch.distribution.child;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks all that the static fields of our classes hold. That the fields are final, that arrays stay where they are and that values have no fields which change is proved from class files ({@code VerifiedTest}),
 * but for built-in types and objects of them, which the verifier takes on trust: here their content is looked at, as it is before and after programs have run. Nothing of it belongs to an interpreter, nothing
 * is a container that changes, and no array has been written. Prints a line for each field that breaks this.
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
            java.lang.invoke.MethodHandles.Lookup.class,
            java.lang.classfile.TypeKind.class,
            java.lang.constant.ConstantDesc.class,
            java.lang.foreign.MemoryLayout.class,
            java.lang.foreign.Linker.class,
            java.util.regex.Pattern.class,
            java.nio.charset.Charset.class,
            java.util.Locale.class,
            java.lang.StackWalker.class,
            java.time.ZoneId.class,
            java.nio.file.FileSystem.class);

    /**
     * What changes in a shared object though nobody sees it change, with the reason. Whatever it holds is walked like the rest, so that nothing that an interpreter owns can hide there.
     */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "dev.clutch.extension.spi.PyObject",
            "the header that all objects have: the type is a built-in one, the attributes are none (both are looked at below)",
            "dev.clutch.interp.object.TypeObject",
            "a built-in type is complete before anybody sees it, but for its dict and the flattened one, made once under its monitor",
            "dev.clutch.interp.object.PyDict",
            "the two dicts of a built-in type, complete when they are published (no other dict may be here)",
            "dev.clutch.interp.object.PyCallable",
            "the way to call a built-in function is set by its constructor, and changed for functions of programs only",
            "dev.clutch.interp.object.descriptor.PyStaticMethod",
            "a static method of a built-in type refuses to be initialised again",
            "dev.clutch.interp.object.PyCode",
            "details, constants and the twin for tracing follow from the code alone, and are made when somebody asks",
            "dev.clutch.extension.spi.CodePoints",
            "the hash is computed from the code points when somebody asks");

    /** What only types of one interpreter have: null in a built-in type. */
    private static final Set<String> OWNED =
            Set.of("owner", "subclasses", "moduleState", "abstractMethods", "rootShape");

    private final Set<String> faults = new TreeSet<>();
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    /** The arrays that were met, with their content of then. */
    private final IdentityHashMap<Object, Held> arrays = new IdentityHashMap<>();

    private int fields;

    private Statics() {}

    /** Looks twice, the second time after all programs of the folder have run. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Statics before = new Statics();
        before.walk();
        SharingPrograms.main(arguments);
        Statics after = new Statics();
        after.walk();
        before.compareArrays(after.faults);
        for (String fault : after.faults) {
            System.out.println(fault);
        }
        System.out.println(after.fields > 30_000 && before.arrays.size() > 50_000 ? "walked" : "too few statics");
    }

    private void walk() throws IOException {
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            // The examples hold what must not be, to be refused; the kit needs JUnit, which is not shipped.
            if (!module.name().startsWith("dev.clutch.")
                    || module.name().startsWith("dev.clutch.examples")
                    || module.name().equals("dev.clutch.compat")) {
                continue;
            }
            Module own = ModuleLayer.boot().findModule(module.name()).orElseThrow();
            try (ModuleReader reader = module.reference().open();
                    Stream<String> names = reader.list()) {
                for (String name :
                        names.filter(n -> n.endsWith(".class")).sorted().toList()) {
                    if (!name.endsWith("module-info.class")) {
                        type(own, name.substring(0, name.length() - 6).replace('/', '.'));
                    }
                }
            }
        }
    }

    /** Arrays are private and never written; that they weren't is seen here. */
    private void compareArrays(Set<String> found) {
        for (Map.Entry<Object, Held> e : arrays.entrySet()) {
            Object now = e.getKey();
            Object then = e.getValue().value;
            for (int i = 0; i < Array.getLength(then); i++) {
                Object a = Array.get(then, i);
                Object b = Array.get(now, i);
                if (now instanceof Object[] ? a != b : !Objects.equals(a, b)) {
                    found.add(e.getValue().where + "[" + i + "] was written");
                }
            }
        }
    }

    private static Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
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
            faults.add(where + " is static and not final");
        }
        ArrayDeque<Held> todo = new ArrayDeque<>();
        add(todo, where, field.get(null));
        while (!todo.isEmpty()) {
            look(todo.remove(), todo);
        }
    }

    private record Held(String where, Object value) {}

    private void add(ArrayDeque<Held> todo, String where, @Nullable Object value) {
        if (value != null && seen.put(value, true) == null) {
            todo.add(new Held(where, value));
        }
    }

    private void look(Held held, ArrayDeque<Held> todo) throws IllegalAccessException {
        Object value = held.value;
        Class<?> type = value.getClass();
        if (isValue(value)) {
            return;
        }
        if (type.isArray()) {
            arrays.put(value, new Held(held.where, copy(value)));
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
        for (Class<?> c = held.value.getClass();
                c != null && c != Object.class && c != Enum.class;
                c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                if (!c.getName().startsWith("dev.clutch.")) {
                    faults.add(
                            held.where + " holds a " + held.value.getClass().getName() + ", which is a " + c.getName());
                    return;
                }
                String name = c.getName() + "." + field.getName();
                if (!Modifier.isFinal(field.getModifiers()) && !EXCEPTIONS.containsKey(c.getName())) {
                    faults.add(name + " is not final, in a static value such as " + held.where);
                }
                if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    Object value = field.get(held.value);
                    if (value != null && isOwned(c, field)) {
                        faults.add(
                                held.where + "." + field.getName() + " belongs to an interpreter: " + value.getClass());
                    }
                    if (value instanceof PyDict && c != TypeObject.class) {
                        faults.add(held.where + "." + field.getName() + " is a dict");
                    }
                    add(todo, held.where + "." + field.getName(), value);
                }
            }
        }
    }

    private static boolean isOwned(Class<?> type, Field field) {
        return type == TypeObject.class && OWNED.contains(field.getName())
                || type == PyObject.class && field.getName().equals("attributes");
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
