package dev.clutch.interp.scripting;

import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/** The names of {@code __main__}, live; those with two underscores in front and behind are not shown. Collections are copies. */
final class MainBindings implements Bindings {
    private final PythonInterpreter python;

    MainBindings(PythonInterpreter python) {
        this.python = python;
    }

    private static String name(@Nullable Object key) {
        if (key == null) {
            throw new NullPointerException("a name is a String, not null");
        }
        String name = (String) key;
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is not empty");
        }
        return name;
    }

    @SuppressWarnings("NullAway") // values may be null, which the interface does not say
    private Map<String, Object> copy() {
        try (PythonObject main = python.handle("__builtins__.globals()")) {
            Map<String, Object> names = new LinkedHashMap<>();
            for (Object name : (List<?>) known(python.call("__builtins__.list", main))) {
                if (name instanceof String s && !(s.startsWith("__") && s.endsWith("__"))) {
                    names.put(s, main.getItem(s));
                }
            }
            return names;
        }
    }

    private static Object known(@Nullable Object made) {
        if (made == null) {
            throw new IllegalStateException("there is no value");
        }
        return made;
    }

    private @Nullable Object onMain(String method, @Nullable Object... arguments) {
        try (PythonObject main = python.handle("__builtins__.globals()")) {
            return main.invoke(method, arguments);
        }
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        Object before = get(name);
        python.set(name(name), value);
        return before;
    }

    @Override
    public void putAll(Map<? extends String, ? extends @Nullable Object> names) {
        for (Map.Entry<? extends String, ? extends @Nullable Object> e : names.entrySet()) {
            python.set(name(e.getKey()), e.getValue());
        }
    }

    @Override
    public @Nullable Object get(Object key) {
        return onMain("get", name(key));
    }

    @Override
    public @Nullable Object remove(Object key) {
        return onMain("pop", name(key), null);
    }

    @Override
    public boolean containsKey(Object key) {
        return onMain("__contains__", name(key)) == Boolean.TRUE;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return copy().containsValue(value);
    }

    @Override
    public void clear() {
        for (String name : copy().keySet()) {
            Object ignored = remove(name);
        }
    }

    @Override
    public int size() {
        return copy().size();
    }

    @Override
    public boolean isEmpty() {
        return copy().isEmpty();
    }

    @Override
    public Set<String> keySet() {
        return new LinkedHashSet<>(copy().keySet());
    }

    @Override
    public Collection<Object> values() {
        return copy().values();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Set<Map.Entry<String, Object>> entries = new LinkedHashSet<>();
        for (Map.Entry<String, Object> e : copy().entrySet()) {
            entries.add(new AbstractMap.SimpleImmutableEntry<>(e));
        }
        return entries;
    }
}
