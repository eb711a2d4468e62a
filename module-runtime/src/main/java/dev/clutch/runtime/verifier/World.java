package dev.clutch.runtime.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes that one verification reads, by name, with their hierarchy. Classes of the JDK, and of the house unless it is itself what is verified, are read for their hierarchy only. */
final class World implements AutoCloseable {
    private final ClassSource source;
    private final boolean houseIsRead;
    private final Map<String, ClassInfo> classes = new LinkedHashMap<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<String, ModuleReference> platformPackages = new HashMap<>();
    private final Map<ModuleReference, ModuleReader> readers = new HashMap<>();
    /** Whether a class is of the house. */
    private final Map<String, Boolean> house = new HashMap<>();

    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, Map<String, Optional<MethodInfo>>> selected = new HashMap<>();
    long bytesRead;

    World(ClassSource source, boolean houseIsRead) {
        this.source = source;
        this.houseIsRead = houseIsRead;
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            for (String name : module.descriptor().packages()) {
                platformPackages.put(name.replace('.', '/'), module);
            }
        }
    }

    ClassSource source() {
        return source;
    }

    /** Tells whether a class is of the JDK. */
    boolean isPlatform(String name) {
        int end = name.lastIndexOf('/');
        return end > 0 && platformPackages.containsKey(name.substring(0, end));
    }

    boolean isBoundary(String name) {
        return isPlatform(name) || (!houseIsRead && house.computeIfAbsent(name, House::has));
    }

    /** Tells whether there is a class, which doesn't count as missing if there isn't. */
    boolean exists(String name) {
        return classes.containsKey(name) || isPlatform(name) || source.find(name + ".class") != null;
    }

    /** Returns a class, null when it cannot be found. */
    @Nullable
    ClassInfo find(String name) {
        ClassInfo known = classes.get(name);
        if (known != null || missing.contains(name) || name.startsWith("[")) {
            return known;
        }
        boolean platform = isPlatform(name);
        boolean boundary = platform || isBoundary(name);
        byte[] bytes = platform ? platformClass(name) : source.find(name + ".class");
        if (bytes == null) {
            missing.add(name);
            return null;
        }
        if (!boundary) {
            bytesRead += bytes.length;
            hashes.put(name, Sha256.of(bytes));
        }
        ClassInfo read = ClassInfo.read(bytes, boundary);
        classes.put(name, read);
        return read;
    }

    private byte @Nullable [] platformClass(String name) {
        ModuleReference module = platformPackages.get(name.substring(0, name.lastIndexOf('/')));
        if (module == null) {
            return null;
        }
        try {
            ModuleReader reader = readers.get(module);
            if (reader == null) {
                reader = module.open();
                readers.put(module, reader);
            }
            try (InputStream in = reader.open(name + ".class").orElse(null)) {
                return in == null ? null : in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the class itself and all that it extends or implements; names that cannot be found are left out. */
    Set<String> supertypes(String name) {
        Set<String> known = supertypes.get(name);
        if (known != null) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        supertypes.put(name, found);
        ClassInfo type = find(name);
        found.add(name);
        if (type != null) {
            if (type.superName != null) {
                found.addAll(supertypes(type.superName));
            }
            for (String parent : type.interfaces) {
                found.addAll(supertypes(parent));
            }
        }
        return found;
    }

    boolean isSubtype(String name, String parent) {
        return parent.equals("java/lang/Object") || supertypes(name).contains(parent);
    }

    /** Finds the method that a class answers a call with, as virtual method selection does; null where none of a class file is found. */
    @Nullable
    MethodInfo select(String name, String selector) {
        Map<String, Optional<MethodInfo>> known = selected.get(name);
        if (known == null) {
            known = new HashMap<>();
            selected.put(name, known);
        }
        Optional<MethodInfo> found = known.get(selector);
        if (found == null) {
            found = Optional.ofNullable(findSelected(name, selector));
            known.put(selector, found);
        }
        return found.orElse(null);
    }

    private @Nullable MethodInfo findSelected(String name, String selector) {
        for (ClassInfo type = find(name); type != null; type = type.superName == null ? null : find(type.superName)) {
            MethodInfo method = type.methods.get(selector);
            if (method != null) {
                return method;
            }
        }
        for (String parent : supertypes(name)) {
            ClassInfo type = find(parent);
            MethodInfo method = type != null && type.isInterface() ? type.methods.get(selector) : null;
            if (method != null && !method.isAbstract()) {
                return method;
            }
        }
        return null;
    }

    /** Finds the declaration of a field that code names, which may be in a superclass. */
    @Nullable
    FieldInfo field(FieldRef ref) {
        String key = ref.name() + ":" + ref.type();
        for (String name : supertypes(ref.owner())) {
            ClassInfo type = find(name);
            FieldInfo field = type == null ? null : type.fields.get(key);
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    Set<String> missing() {
        return missing;
    }

    /** Returns the classes that were read with their code, in order. */
    List<ClassInfo> own() {
        List<ClassInfo> own = new ArrayList<>();
        for (ClassInfo type : classes.values()) {
            if (!type.boundary) {
                own.add(type);
            }
        }
        return own;
    }

    /** Returns the SHA-256 of each class file that counts, by class. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** Returns one hash of the hashes of class files, in the order of their names. */
    static String hash(Map<String, String> hashes) {
        MessageDigest all = Sha256.begin();
        for (Map.Entry<String, String> e : new TreeMap<>(hashes).entrySet()) {
            all.update((e.getKey() + " " + e.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.text(all.digest());
    }

    @Override
    public void close() {
        for (ModuleReader reader : readers.values()) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
