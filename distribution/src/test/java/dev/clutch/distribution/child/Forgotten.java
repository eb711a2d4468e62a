package dev.clutch.distribution.child;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Walks what a closed interpreter holds, by each of its fields: whoever keeps it, as a runtime does its main one, shall not keep Python objects. Prints a line for each field that holds one, but for
 * built-in types, singletons and empty dicts.
 */
public final class Forgotten {
    /** What has a life of its own, and is not the interpreter's. */
    private static final Set<Class<?>> BEYOND = Set.of(Runtime.class, Thread.class, Class.class, Module.class);

    private static final String PROGRAM = """
            import _interpreters, ast, atexit, codecs, gc, inspect, logging, os, signal, sys, tempfile, threading, typing, warnings
            signal.signal(signal.SIGUSR2, lambda *a: None) if _interpreters.get_current()[0] == 0 else None
            codecs.register(lambda name: None)
            warnings.simplefilter("ignore")
            atexit.register(atexit.register, len)
            gc.callbacks.append(lambda *a: None)
            sys.addaudithook(lambda *a: None)
            sys.excepthook = sys.unraisablehook = lambda *a: None
            class Node(ast.Name): pass
            class D(list):
                def __del__(self): kept.append(D())
            kept = [D(), tempfile.TemporaryFile(), threading.local()]
            async def job(): pass
            kept += [job(), job().__await__()]
            class Generic(typing.Generic[typing.TypeVar("T")]): pass
            local = threading.local()
            threading.Thread(target=setattr, args=(local, "x", [1])).start()
            """;

    private final Set<String> found = new TreeSet<>();
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    private final ArrayDeque<Held> todo = new ArrayDeque<>();

    private record Held(String where, Object value) {}

    private Forgotten() {}

    /** Runs it, on another interpreter and the main one. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IllegalAccessException {
        Runtime runtime = Runtime.start();
        RuntimeInterpreter other = runtime.newInterpreter();
        for (RuntimeInterpreter interpreter : List.of(other, runtime.main())) {
            Python ignored = Python.run(interpreter, "program", PROGRAM);
        }
        int open = walk(other);
        System.out.println(open > 10 ? "many while it is open" : "too few while it is open: " + open);
        CloseReport report = other.close(Duration.ofSeconds(10));
        if (!report.isClean()) {
            throw new IllegalStateException(report.toString());
        }
        RuntimeInterpreter main = runtime.main();
        runtime.close();
        for (RuntimeInterpreter interpreter : List.of(other, main)) {
            Forgotten walk = new Forgotten();
            walk.from(interpreter);
            walk.found.forEach(System.out::println);
            System.out.println("interpreter " + interpreter.id() + " walked");
        }
    }

    private static int walk(RuntimeInterpreter interpreter) throws IllegalAccessException {
        Forgotten walk = new Forgotten();
        walk.from(interpreter);
        return walk.found.size();
    }

    private void from(RuntimeInterpreter interpreter) throws IllegalAccessException {
        add("interpreter", interpreter);
        while (!todo.isEmpty()) {
            look(todo.remove());
        }
    }

    private void add(String where, @Nullable Object value) {
        if (value != null && seen.put(value, true) == null) {
            todo.add(new Held(where, value));
        }
    }

    private void look(Held held) throws IllegalAccessException {
        Object value = held.value;
        if (value instanceof PyObject) {
            if (isOfItsOwn(value)) {
                found.add(held.where + " holds a " + value.getClass().getName());
            }
        } else if (value instanceof Object[] array) {
            Arrays.asList(array).forEach(element -> add(held.where + "[]", element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                add(held.where + ".key", k);
                add(held.where + ".value", v);
            });
        } else if (value instanceof Collection<?> all) {
            all.forEach(element -> add(held.where + ".element", element));
        } else if (value instanceof AtomicReference<?> reference) {
            add(held.where, reference.get());
        } else if (value.getClass().getName().startsWith("dev.clutch.") && !BEYOND.contains(value.getClass())) {
            fields(held);
        }
    }

    private void fields(Held held) throws IllegalAccessException {
        for (Class<?> c = held.value.getClass(); c != null && !isWeak(c); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(held.where + "." + field.getName(), field.get(held.value));
                }
            }
        }
    }

    /** What a reference of the collector has itself holds nothing. */
    private static boolean isWeak(Class<?> c) {
        return c == Reference.class || c.getSuperclass() == Reference.class || !c.getName().startsWith("dev.clutch.");
    }

    private static boolean isOfItsOwn(Object value) {
        return !(value instanceof Singleton
                || value instanceof PyDict dict && dict.next(0) < 0
                || value instanceof TypeObject type && type.owner == null);
    }
}
