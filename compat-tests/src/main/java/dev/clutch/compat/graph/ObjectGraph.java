package dev.clutch.compat.graph;

import dev.clutch.interp.object.PyDict;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All objects that can be reached from some roots, each with the way to it. The way leads through the fields of objects, the elements of arrays and the content of the JDK's collections and references;
 * through the static fields of classes that are named as the extension's; never through what {@link Shareable} lets pass, and never into an interpreter, a class loader or a thread.
 */
public final class ObjectGraph {
    private static final int LIMIT = 2_000_000;

    /** How an object was reached. */
    public record Step(@Nullable Object from, String edge) {}

    private final Predicate<Class<?>> extension;
    private final Set<String> excused;
    private final IdentityHashMap<Object, Step> steps = new IdentityHashMap<>();
    private final ArrayDeque<Object> todo = new ArrayDeque<>();
    private final Map<Class<?>, Field[]> fields = new HashMap<>();
    private final Set<String> closed = new TreeSet<>();

    private ObjectGraph(Predicate<Class<?>> extension, Set<String> excused) {
        this.extension = extension;
        this.excused = excused;
    }

    /**
     * Walks.
     *
     * @param roots the objects to begin with, by name
     * @param extension tells classes whose static fields belong to what is looked at
     * @param excused static fields, as {@code a.b.C.f}, that are passed by
     */
    public static ObjectGraph of(Map<String, Object> roots, Predicate<Class<?>> extension, Set<String> excused) {
        ObjectGraph graph = new ObjectGraph(extension, excused);
        for (Map.Entry<String, Object> root : roots.entrySet()) {
            graph.add(null, root.getKey(), root.getValue());
        }
        graph.walk();
        return graph;
    }

    /** Returns the objects, the roots too. */
    public Collection<Object> objects() {
        return steps.keySet();
    }

    /** Whether an object was reached. */
    public boolean contains(Object object) {
        return steps.containsKey(object);
    }

    /** Returns the object from which another was first reached, null for a root. */
    public @Nullable Object parent(Object object) {
        Step step = steps.get(object);
        return step == null ? null : step.from;
    }

    /** Returns the packages, none of the JDK's, whose fields could not be read, since they are not open to the kit. */
    public Set<String> closedPackages() {
        return closed;
    }

    /** Returns the way to an object, from its root on. */
    public String path(Object object) {
        List<String> parts = new ArrayList<>();
        Step step = steps.get(object);
        while (step != null) {
            parts.add(step.edge);
            step = step.from == null ? null : steps.get(step.from);
        }
        StringBuilder text = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            text.append(parts.get(i));
        }
        return text.append(" (").append(object.getClass().getName()).append(')').toString();
    }

    private void add(@Nullable Object from, String edge, @Nullable Object object) {
        if (object != null && !Shareable.isNothing(object) && steps.size() < LIMIT && !steps.containsKey(object)) {
            steps.put(object, new Step(from, edge));
            todo.add(object);
        }
    }

    private void walk() {
        while (!todo.isEmpty()) {
            Object object = todo.remove();
            if (object instanceof Class<?> type) {
                statics(type);
            } else if (!Shareable.isBoundary(object)) {
                look(object);
            }
        }
    }

    private void look(Object object) {
        Class<?> type = object.getClass();
        if (extension.test(type)) {
            for (Class<?> c = type; c != null && extension.test(c); c = c.getSuperclass()) {
                addClass(object, c);
            }
        }
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                elements(object, Arrays.asList((Object[]) object));
            }
        } else if (object instanceof PyDict dict) {
            for (int p = dict.next(0); p >= 0; p = dict.next(p + 1)) {
                add(object, "{key}", dict.keyAt(p));
                add(object, "['" + name(dict.keyAt(p)) + "']", dict.valueAt(p));
            }
        } else if (type.getName().startsWith("java.")) {
            jdk(object);
        } else {
            for (Field field : fieldsOf(type)) {
                add(object, "." + field.getName(), get(field, object));
            }
        }
    }

    private void addClass(Object from, Class<?> type) {
        add(from, " of class " + type.getName(), type);
        for (Class<?> mate : type.getNestHost().getNestMembers()) {
            add(from, " of class " + mate.getName(), mate);
        }
    }

    private void elements(Object from, Collection<? extends @Nullable Object> elements) {
        int i = 0;
        for (Object element : elements) {
            add(from, "[" + i++ + "]", element);
        }
    }

    /** The JDK's own fields can't be read; what its containers hold can. */
    private void jdk(Object object) {
        switch (object) {
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    add(object, "{key}", entry.getKey());
                    add(object, "{" + name(entry.getKey()) + "}", entry.getValue());
                }
            }
            case Collection<?> collection -> elements(object, collection);
            case Map.Entry<?, ?> entry -> {
                add(object, ".key", entry.getKey());
                add(object, ".value", entry.getValue());
            }
            case AtomicReference<?> reference -> add(object, ".get()", reference.get());
            case AtomicReferenceArray<?> array -> {
                for (int i = 0; i < array.length(); i++) {
                    add(object, ".get(" + i + ")", array.get(i));
                }
            }
            case Optional<?> optional -> add(object, ".get()", optional.orElse(null));
            case Reference<?> reference -> add(object, ".get()", reference.get());
            default -> {}
        }
    }

    private static String name(@Nullable Object key) {
        return key instanceof String || key instanceof Number ? key.toString() : "value";
    }

    /** Static fields are shared by all who see the class. */
    private void statics(Class<?> type) {
        if (!extension.test(type)) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && !field.getType().isPrimitive()
                    && !excused.contains(type.getName() + "." + field.getName())
                    && open(field)) {
                add(type, "." + field.getName(), get(field, null));
            }
        }
    }

    private Field[] fieldsOf(Class<?> type) {
        Field[] known = fields.get(type);
        if (known == null) {
            List<Field> found = new ArrayList<>();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                if (c.getName().startsWith("java.")) {
                    break;
                }
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()
                            && open(field)) {
                        found.add(field);
                    }
                }
            }
            known = found.toArray(Field[]::new);
            fields.put(type, known);
        }
        return known;
    }

    private boolean open(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            if (field.getDeclaringClass().getClassLoader() != null) {
                closed.add(field.getDeclaringClass().getPackageName());
            }
            return false;
        }
    }

    private static @Nullable Object get(Field field, @Nullable Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
