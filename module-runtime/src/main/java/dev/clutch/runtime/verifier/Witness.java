package dev.clutch.runtime.verifier;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for code that changes what a static field holds, after its class is initialised: from the reads of the field forward, through calls, results, fields and collections, to an instruction that writes.
 */
final class Witness {
    private static final int STEPS = 50_000;

    /** An instruction that writes. */
    record Write(MethodInfo in, int offset, String what) {}

    /** A value on its way; while it is being made, what is done to it counts as initialisation. */
    private record At(MethodInfo in, Value value, boolean making) {}

    private final Flow flow;
    private final ArrayDeque<At> todo = new ArrayDeque<>();
    private final Set<At> seen = new HashSet<>();
    private final Set<FieldRef> fields = new HashSet<>();

    Witness(Flow flow) {
        this.flow = flow;
    }

    /** Looks for a write to what a field holds; the object that can change helps to find those that reach it another way. */
    @Nullable Write find(FieldInfo field, @Nullable Value created) {
        loadsOf(field);
        MethodInfo home = created == null ? null : flow.home(created);
        if (created != null && home != null) {
            add(home, created, true);
        }
        return run();
    }

    /** Looks for a write to what a dynamic constant is. */
    @Nullable Write find(MethodInfo in, Value.Dynamic constant) {
        add(in, constant, false);
        return run();
    }

    private void loadsOf(FieldInfo field) {
        if (!fields.add(field.ref())) {
            return;
        }
        for (Flow.LoadAt at : flow.loads(field.ref())) {
            boolean making = at.in().isInitialiser()
                    || flow.early.contains(at.in())
                    || (!field.isStatic() && at.in().isConstructor());
            if (!making) {
                add(at.in(), at.load(), false);
            }
        }
    }

    private void add(MethodInfo in, Value value, boolean making) {
        At at = new At(in, value, making);
        if (seen.add(at)) {
            todo.add(at);
        }
    }

    private @Nullable Write run() {
        int steps = 0;
        while (!todo.isEmpty() && steps++ < STEPS) {
            At at = todo.remove();
            for (Uses.Use use : flow.uses(at.in).of(at.value)) {
                Write write = follow(at, use);
                if (write != null) {
                    return write;
                }
            }
        }
        return null;
    }

    private @Nullable Write follow(At at, Uses.Use use) {
        MethodInfo in = at.in;
        switch (use) {
            case Uses.StoreInto into -> {
                return at.making ? null : new Write(in, into.store().offset(), "writes " + into.store().field());
            }
            case Uses.ElementStoreInto into -> {
                return at.making ? null : new Write(in, into.store().offset(), "writes an element");
            }
            case Uses.LoadFrom from -> {
                if (!at.making) {
                    add(in, from.load(), false);
                }
            }
            case Uses.ElementOf of -> {
                if (!at.making) {
                    add(in, of.element(), false);
                }
            }
            case Uses.StoredBy by -> stored(by.store());
            case Uses.ElementStoredBy by -> {}
            case Uses.Captured captured -> captured(captured);
            case Uses.Returned returned -> {
                for (Reach.CallSite site : flow.reach.callers(in)) {
                    // what a method makes for other callers is another object
                    if (!at.making || site.in().isInitialiser() || flow.early.contains(site.in())) {
                        add(site.in(), site.call(), at.making);
                    }
                }
            }
            case Uses.Argument argument -> {
                return argument(at, argument.call(), argument.index());
            }
        }
        return null;
    }

    /** A second static field leads on to the same object; fields of objects are followed from the static field that holds the object. */
    private void stored(Summary.Store store) {
        FieldInfo field = flow.field(store.field());
        if (field != null && field.isStatic()) {
            loadsOf(field);
        }
    }

    private void captured(Uses.Captured captured) {
        for (MethodRef handle : captured.dynamic().handles) {
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            if (target != null
                    && !target.owner.boundary
                    && captured.index() < target.summary().parameters.length) {
                add(target, target.summary().parameters[captured.index()], false);
            }
        }
    }

    private @Nullable Write argument(At at, Value.Invoke call, int index) {
        MethodRef target = call.target;
        List<MethodInfo> targets = flow.reach.targets(call);
        for (MethodInfo each : targets) {
            Value[] parameters = each.summary().parameters;
            if (index < parameters.length
                    && (!at.making || each.isConstructor())
                    && (index != 0 || each.isStatic() || mayBe(at.value, each.owner.name))) {
                add(each, parameters[index], at.making);
            }
        }
        if (!flow.world.isBoundary(target.owner()) || at.making) {
            return null;
        }
        String writes = flow.rules.writes(target);
        if (writes != null && index == written(target)) {
            return new Write(at.in, call.offset, "calls " + target + ": " + writes);
        }
        boolean gives = flow.rules.isSameState(target) || flow.rules.isHolder(target.owner());
        if (index == 0 && gives && target.returnType().length() > 1) {
            add(at.in, call, false);
        }
        return null;
    }

    /** Which argument a method of the JDK writes. */
    private static int written(MethodRef target) {
        if (target.owner().equals("java/lang/invoke/VarHandle")) {
            return 1;
        }
        return target.owner().equals("java/lang/System") && target.name().equals("arraycopy") ? 2 : 0;
    }

    /** Whether a value can be an object of a class: where all that is stored in a field is known, only those classes count. */
    private boolean mayBe(Value value, String type) {
        if (value instanceof Value.New created) {
            return flow.world.isSubtype(created.type, type);
        }
        FieldInfo field = value instanceof Value.Load load ? flow.field(load.field) : null;
        if (field == null) {
            return true;
        }
        Map<Value, Boolean> known = new IdentityHashMap<>();
        for (Flow.StoreAt at : flow.stores(field.ref())) {
            for (Value leaf : Uses.leaves(at.store().value())) {
                known.put(leaf, true);
            }
        }
        for (Value leaf : known.keySet()) {
            if (leaf instanceof Value.New created) {
                if (flow.world.isSubtype(created.type, type)) {
                    return true;
                }
            } else if (!(leaf instanceof Value.Constant) && !(leaf instanceof Value.Dynamic)) {
                return true;
            }
        }
        return false;
    }
}
