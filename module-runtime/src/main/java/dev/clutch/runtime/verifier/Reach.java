package dev.clutch.runtime.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code that can run, found from entry points by rapid type analysis: a virtual call reaches the methods of classes that some reached code makes, and a class that is made answers the calls of the
 * JDK and of the house to what it overrides of theirs.
 */
final class Reach {
    /** Why a method is reached: by which one, at which offset; the first reason counts. */
    record Cause(@Nullable MethodInfo from, int offset, boolean byInitialiser) {}

    private final World world;
    private final Map<MethodInfo, Cause> reached = new LinkedHashMap<>();
    private final ArrayDeque<MethodInfo> work = new ArrayDeque<>();
    private final Set<String> initialised = new HashSet<>();
    private final Set<String> made = new LinkedHashSet<>();
    private final Map<String, List<String>> madeBelow = new HashMap<>();
    private final Map<String, Map<String, MethodInfo>> calledOn = new HashMap<>();
    /** Methods that code which isn't read may call. */
    private final Set<MethodInfo> open = new HashSet<>();
    /** Those, and others that run at any time. */
    private final Set<MethodInfo> entries = new LinkedHashSet<>();

    private final Services services;

    Reach(World world) {
        this.world = world;
        services = new Services(world);
    }

    /** Adds a class whose instances the house makes: a provider. */
    void enterProvider(String name) {
        ClassInfo type = world.find(name);
        if (type == null) {
            throw new IllegalArgumentException("no class file of " + name.replace('/', '.'));
        }
        make(type, null, -1);
        for (MethodInfo method : type.methods.values()) {
            if (method.isConstructor()
                    || (method.isStatic() && method.ref.name().equals("provider"))) {
                enter(method);
            }
        }
        run();
    }

    /** Adds all that other code can call of a class: its public and protected members, if it is open, else nothing. */
    void enterLibrary(ClassInfo type) {
        if (!type.isPublic()) {
            return;
        }
        initialise(type.name, null, -1);
        for (MethodInfo method : type.methods.values()) {
            if (method.isOpenToAll() && !method.isInitialiser()) {
                enter(method);
            }
        }
        if (!type.isAbstract()) {
            make(type, null, -1);
        }
        run();
    }

    /** Adds all that is not private of a class, in a world where all callers are seen. */
    void enterAll(ClassInfo type) {
        initialise(type.name, null, -1);
        if (!type.isAbstract()) {
            make(type, null, -1);
        }
        for (MethodInfo method : type.methods.values()) {
            if (!method.isInitialiser() && !method.isPrivate()) {
                entries.add(method);
                reach(method, null, -1, false);
            }
        }
        run();
    }

    private void enter(MethodInfo method) {
        open.add(method);
        entries.add(method);
        reach(method, null, -1, false);
    }

    private void run() {
        while (!work.isEmpty()) {
            scan(work.remove());
        }
    }

    private void reach(MethodInfo method, @Nullable MethodInfo from, int offset, boolean byInitialiser) {
        if (method.owner.boundary || reached.containsKey(method)) {
            return;
        }
        reached.put(method, new Cause(from, offset, byInitialiser));
        work.add(method);
    }

    private void scan(MethodInfo method) {
        Summary summary = method.summary();
        for (Value.New created : summary.news) {
            ClassInfo type = world.find(created.type);
            if (type != null) {
                make(type, method, created.offset);
            }
        }
        for (Value.Load load : summary.loads) {
            if (load.base == null) {
                initialise(load.field.owner(), method, load.offset);
            }
        }
        for (Summary.Store store : summary.stores) {
            if (store.base() == null) {
                initialise(store.field().owner(), method, store.offset());
            }
        }
        for (Value.Invoke call : summary.invokes) {
            call(method, call);
        }
        for (Value.Dynamic dynamic : summary.dynamics) {
            for (MethodRef handle : dynamic.handles) {
                handle(method, handle, dynamic.offset);
            }
        }
    }

    private void call(MethodInfo method, Value.Invoke call) {
        MethodRef target = call.target;
        if (call.kind == Value.Invoke.Kind.VIRTUAL) {
            virtual(method, target, call.offset);
        } else {
            if (call.kind == Value.Invoke.Kind.STATIC) {
                initialise(target.owner(), method, call.offset);
            }
            MethodInfo selected = world.select(target.owner(), target.selector());
            if (selected != null) {
                reach(selected, method, call.offset, false);
            }
        }
        for (String provider : services.lookedUpBy(call)) {
            ClassInfo type = world.find(provider);
            if (type != null && !type.boundary) {
                make(type, method, call.offset);
                for (MethodInfo each : type.methods.values()) {
                    if (each.isConstructor()
                            || (each.isStatic() && each.ref.name().equals("provider"))) {
                        reach(each, method, call.offset, false);
                    }
                }
            }
        }
        String named = services.classNamedBy(call);
        // code that asks for a class by name is ready for its absence
        if (named != null && world.exists(named)) {
            initialise(named, method, call.offset);
        }
    }

    /** A method that is made into a function may be called by anybody, with any receiver. */
    private void handle(MethodInfo method, MethodRef target, int offset) {
        ClassInfo type = world.find(target.owner());
        if (type == null || type.boundary) {
            return;
        }
        MethodInfo selected = world.select(target.owner(), target.selector());
        if (selected == null) {
            return;
        }
        open.add(selected);
        initialise(target.owner(), method, offset);
        if (selected.isConstructor()) {
            make(type, method, offset);
        }
        if (selected.isAbstract() || (!selected.isStatic() && !selected.isPrivate() && !selected.isConstructor())) {
            virtual(method, target, offset);
        }
        reach(selected, method, offset, false);
    }

    private void virtual(MethodInfo method, MethodRef target, int offset) {
        Map<String, MethodInfo> called = calledOn.computeIfAbsent(target.owner(), name -> new LinkedHashMap<>());
        if (called.putIfAbsent(target.selector(), method) != null) {
            return;
        }
        for (String below : List.copyOf(madeBelow.getOrDefault(target.owner(), List.of()))) {
            MethodInfo selected = world.select(below, target.selector());
            if (selected != null) {
                reach(selected, method, offset, false);
            }
        }
        // a private or final method may be called on an object that foreign code made
        MethodInfo declared = world.select(target.owner(), target.selector());
        if (declared != null && (declared.isPrivate() || declared.owner.isFinal())) {
            reach(declared, method, offset, false);
        }
    }

    private void make(ClassInfo type, @Nullable MethodInfo from, int offset) {
        initialise(type.name, from, offset);
        if (type.boundary || !made.add(type.name)) {
            return;
        }
        for (String parent : world.supertypes(type.name)) {
            madeBelow.computeIfAbsent(parent, name -> new ArrayList<>()).add(type.name);
            for (Map.Entry<String, MethodInfo> called :
                    calledOn.getOrDefault(parent, Map.of()).entrySet()) {
                MethodInfo selected = world.select(type.name, called.getKey());
                if (selected != null) {
                    reach(selected, called.getValue(), -1, false);
                }
            }
            ClassInfo parentType = world.find(parent);
            if (parentType != null && parentType.boundary) {
                callbacks(type, parentType, from, offset);
            }
        }
    }

    private void callbacks(ClassInfo type, ClassInfo parent, @Nullable MethodInfo from, int offset) {
        for (MethodInfo declared : parent.methods.values()) {
            if (declared.isStatic() || declared.isPrivate() || declared.isConstructor()) {
                continue;
            }
            MethodInfo selected = world.select(type.name, declared.ref.selector());
            if (selected != null && !selected.owner.boundary) {
                open.add(selected);
                entries.add(selected);
                reach(selected, from, offset, false);
            }
        }
    }

    private void initialise(String name, @Nullable MethodInfo from, int offset) {
        if (!initialised.add(name)) {
            return;
        }
        ClassInfo type = world.find(name);
        if (type == null || type.boundary) {
            return;
        }
        if (type.superName != null) {
            initialise(type.superName, from, offset);
        }
        MethodInfo initialiser = type.methods.get("<clinit>()V");
        if (initialiser != null) {
            reach(initialiser, from, offset, true);
        }
    }

    /** Tells whether code that is not read may call the method. */
    boolean isOpen(MethodInfo method) {
        return open.contains(method);
    }

    /** Returns the methods that run at any time. */
    Set<MethodInfo> entries() {
        return entries;
    }

    Set<MethodInfo> methods() {
        return reached.keySet();
    }

    /** Returns the classes that reached code makes objects of, below a class or interface. */
    List<String> madeBelow(String name) {
        return madeBelow.getOrDefault(name, List.of());
    }

    boolean isMade(String name) {
        return made.contains(name);
    }

    boolean isInitialised(String name) {
        return initialised.contains(name);
    }

    /** Returns how a method is reached, from an entry point on. */
    List<String> path(MethodInfo method) {
        List<String> steps = new ArrayList<>();
        MethodInfo at = method;
        while (at != null && steps.size() < 100) {
            steps.add(0, at.toString());
            Cause cause = reached.get(at);
            at = cause == null ? null : cause.from();
        }
        return steps;
    }
}
