package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who reads and writes what, over all reached methods: the index in which proofs and witnesses are looked for. */
final class Flow {
    /** A write with the method it stands in. */
    record StoreAt(MethodInfo in, Summary.Store store) {}

    /** A read with the method it stands in. */
    record LoadAt(MethodInfo in, Value.Load load) {}

    /** A lambda with the method that makes it. */
    record LambdaAt(MethodInfo in, Value.Dynamic dynamic) {}

    final World world;
    final Reach reach;
    final CallGraph calls;
    final Rules rules;
    /** What only class initialisers run. */
    final Set<MethodInfo> early;

    /** Array values of which it is known that they stay where they are and aren't written. */
    final Set<Value> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<FieldRef, FieldInfo> resolved = new HashMap<>();
    private final Map<FieldRef, List<StoreAt>> stores = new HashMap<>();
    private final Map<FieldRef, List<LoadAt>> loads = new HashMap<>();
    private final Map<MethodInfo, List<LambdaAt>> lambdas = new HashMap<>();
    private final Map<MethodInfo, Uses> uses = new HashMap<>();
    private final Map<String, MethodInfo> handled = new HashMap<>();
    private final List<CallGraph.CallSite> unknownHandles = new ArrayList<>();
    private final IdentityHashMap<Value, MethodInfo> homes = new IdentityHashMap<>();

    Flow(World world, Reach reach, Rules rules) {
        this.world = world;
        this.reach = reach;
        this.rules = rules;
        calls = new CallGraph(world, reach, rules);
        early = calls.initialisersOnly();
        for (MethodInfo method : reach.methods()) {
            Summary summary = method.summary();
            for (Summary.Store store : summary.stores) {
                FieldInfo field = field(store.field());
                if (field != null) {
                    stores.computeIfAbsent(field.ref(), f -> new ArrayList<>()).add(new StoreAt(method, store));
                }
            }
            for (Value.Load load : summary.loads) {
                FieldInfo field = field(load.field);
                if (field != null) {
                    loads.computeIfAbsent(field.ref(), f -> new ArrayList<>()).add(new LoadAt(method, load));
                }
            }
            for (Value.Invoke call : summary.invokes) {
                handle(method, call);
            }
            for (Value.New created : summary.news) {
                homes.put(created, method);
            }
            for (Value.NewArray created : summary.newArrays) {
                homes.put(created, method);
            }
            for (Value.Dynamic dynamic : summary.dynamics) {
                for (MethodRef handle : dynamic.handles) {
                    MethodInfo target = world.select(handle.owner(), handle.selector());
                    if (target != null && !target.owner.boundary) {
                        lambdas.computeIfAbsent(target, m -> new ArrayList<>()).add(new LambdaAt(method, dynamic));
                    }
                }
            }
        }
    }

    /** Notes the fields that are written through handles: by {@code findVarHandle} and {@code newUpdater}, with constants. */
    private void handle(MethodInfo in, Value.Invoke call) {
        boolean handle = call.target.name().equals("findVarHandle")
                && call.target.owner().equals("java/lang/invoke/MethodHandles$Lookup");
        boolean updater = call.target.name().equals("newUpdater")
                && call.target.owner().startsWith("java/util/concurrent/atomic/Atomic");
        if (!handle && !updater) {
            return;
        }
        String owner = null;
        String name = null;
        for (Value argument : call.arguments) {
            Value inner = Steps.strip(argument);
            if (inner instanceof Value.ClassConstant type && owner == null) {
                owner = type.name;
            } else if (inner instanceof Value.StringConstant text) {
                name = text.text;
            }
        }
        if (owner == null || name == null) {
            unknownHandles.add(new CallGraph.CallSite(in, call));
        } else {
            handled.putIfAbsent(owner + "." + name, in);
        }
    }

    /** Returns a method that makes a handle which can write a field, null where there is none. */
    @Nullable
    MethodInfo handleOf(FieldInfo field) {
        return handled.get(field.ref().owner() + "." + field.ref().name());
    }

    /** Returns the calls that make handles of fields which aren't constants. */
    List<CallGraph.CallSite> unknownHandles() {
        return unknownHandles;
    }

    @Nullable
    FieldInfo field(FieldRef ref) {
        FieldInfo known = resolved.get(ref);
        if (known == null && !world.isBoundary(ref.owner())) {
            known = world.field(ref);
            if (known != null) {
                resolved.put(ref, known);
            }
        }
        return known;
    }

    List<StoreAt> stores(FieldRef field) {
        return stores.getOrDefault(field, List.of());
    }

    List<LoadAt> loads(FieldRef field) {
        return loads.getOrDefault(field, List.of());
    }

    List<LambdaAt> lambdas(MethodInfo method) {
        return lambdas.getOrDefault(method, List.of());
    }

    Uses uses(MethodInfo method) {
        return uses.computeIfAbsent(method, m -> new Uses(m.summary()));
    }

    /** Returns the method that makes an object or array. */
    @Nullable
    MethodInfo home(Value created) {
        return homes.get(created);
    }

    /** Tells whether a field is read while its object is made, or its class initialised. */
    boolean isInitial(LoadAt at, FieldInfo field) {
        return field.isStatic()
                ? at.in().owner.name.equals(field.ref().owner()) && (at.in().isInitialiser() || early.contains(at.in()))
                : at.in().isConstructor() && at.load().base == at.in().summary().parameters[0];
    }

    /** Tells whether a write to a field is part of making the object, or of initialising the class. */
    boolean isInitial(StoreAt at, FieldInfo field) {
        if (field.isStatic()) {
            return at.in().owner.name.equals(field.ref().owner())
                    && (at.in().isInitialiser() || early.contains(at.in()));
        }
        return at.in().isConstructor()
                && at.in().owner.name.equals(field.ref().owner())
                && at.store().base() == at.in().summary().parameters[0];
    }
}
