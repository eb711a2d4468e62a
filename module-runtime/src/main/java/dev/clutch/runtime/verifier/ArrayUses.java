package dev.clutch.runtime.verifier;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the arrays of a field stay where they are: all that reads the field reads elements, passes the array to what only reads it, or keeps it in another field of which the same is true. A cycle of
 * questions is answered with yes, since a write that none of them shows isn't there.
 */
final class ArrayUses {
    /** A use that lets an array change or go. */
    record Leak(MethodInfo in, int offset, boolean write, String what) {}

    private final Flow flow;
    private final Set<Object> asked = new HashSet<>();
    private final Set<Value> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> followedInMaking = Collections.newSetFromMap(new IdentityHashMap<>());

    ArrayUses(Flow flow) {
        this.flow = flow;
    }

    /** Returns how the arrays of a field get out or are written, null if they don't; then all that was asked on the way has the same answer in further questions. */
    @Nullable
    Leak ofField(FieldInfo field) {
        Leak leak = field(field);
        if (leak == null) {
            flow.harmless.addAll(followed);
        }
        return leak;
    }

    private @Nullable Leak field(FieldInfo field) {
        if (!asked.add(field.ref())) {
            return null;
        }
        Leak worst = null;
        for (Flow.LoadAt at : flow.loads(field.ref())) {
            Leak leak = ofValue(at.in(), at.load(), flow.isInitial(at, field));
            if (leak != null && (worst == null || leak.write)) {
                worst = leak;
                if (leak.write) {
                    return leak;
                }
            }
        }
        return worst;
    }

    /** Returns how an array that a method has gets out or is written, by this method or those that it is passed to; writes are allowed while it is being made. */
    @Nullable
    Leak ofValue(MethodInfo in, Value array, boolean mayWrite) {
        boolean known = !mayWrite && flow.harmless.contains(array);
        if (known || !(mayWrite ? followedInMaking : followed).add(array)) {
            return null;
        }
        Leak worst = null;
        for (Uses.Use use : flow.uses(in).of(array)) {
            Leak leak = leak(in, use, mayWrite);
            if (leak != null && (worst == null || leak.write)) {
                worst = leak;
            }
        }
        return worst;
    }

    private @Nullable Leak leak(MethodInfo in, Uses.Use use, boolean mayWrite) {
        return switch (use) {
            case Uses.LoadFrom load -> null;
            case Uses.ElementOf element -> elementLeak(in, element.element(), mayWrite);
            case Uses.StoreInto store -> null;
            case Uses.StoredBy stored -> storedLeak(in, stored.store());
            case Uses.ElementStoreInto store ->
                mayWrite ? null : new Leak(in, store.store().offset(), true, "writes an element of it");
            case Uses.ElementStoredBy stored ->
                mayWrite ? null : new Leak(in, stored.store().offset(), false, "puts it into another array");
            case Uses.Argument argument -> argumentLeak(in, argument.call(), argument.index(), mayWrite);
            case Uses.Captured captured -> capturedLeak(in, captured);
            case Uses.Returned returned -> mayWrite ? null : returnedLeak(in);
        };
    }

    /** What a method returns is followed at its callers, unless some of them cannot be seen. */
    private @Nullable Leak returnedLeak(MethodInfo in) {
        if (flow.reach.isOpen(in) || !flow.lambdas(in).isEmpty()) {
            return new Leak(in, -1, false, "returns it");
        }
        for (CallGraph.CallSite site : flow.calls.callers(in)) {
            Leak leak = ofValue(site.in(), site.call(), false);
            if (leak != null) {
                return leak;
            }
        }
        return null;
    }

    private @Nullable Leak elementLeak(MethodInfo in, Value.Element element, boolean mayWrite) {
        String type = Types.elementType(element.array);
        return type != null && !type.startsWith("[") ? null : ofValue(in, element, mayWrite);
    }

    private @Nullable Leak storedLeak(MethodInfo in, Summary.Store store) {
        FieldInfo field = flow.field(store.field());
        if (field == null) {
            return new Leak(in, store.offset(), false, "puts it into " + store.field());
        }
        Leak further = field(field);
        if (further != null) {
            return further;
        }
        return field.isPrivate() || field.isSynthetic() || !field.isStatic() && field.isFinal()
                ? null
                : new Leak(in, store.offset(), false, "puts it into " + field.ref() + ", which is not private");
    }

    private @Nullable Leak argumentLeak(MethodInfo in, Value.Invoke call, int index, boolean mayWrite) {
        MethodRef target = call.target;
        if (target.owner().startsWith("[") || flow.world.isBoundary(target.owner())) {
            if (target.owner().equals("java/lang/System") && target.name().equals("arraycopy")) {
                return index == 2 && !mayWrite ? new Leak(in, call.offset, true, "copies into it") : null;
            }
            String writes = flow.rules.writes(target);
            if (writes != null && index == (target.owner().endsWith("VarHandle") ? 1 : 0)) {
                return mayWrite ? null : new Leak(in, call.offset, true, "calls " + target);
            }
            if (flow.rules.fills(target)) {
                return mayWrite ? null : new Leak(in, call.offset, true, "has " + target + " fill it");
            }
            if (flow.rules.reads(target) || target.owner().startsWith("[")) {
                return rowsLeak(in, call, index, mayWrite);
            }
            if (flow.calls.targets(call).isEmpty()) {
                return new Leak(in, call.offset, false, "passes it to " + target);
            }
        }
        List<MethodInfo> targets = flow.calls.targets(call);
        for (MethodInfo each : targets) {
            Value[] parameters = each.summary().parameters;
            if (index < parameters.length) {
                Leak leak = ofValue(each, parameters[index], mayWrite);
                if (leak != null) {
                    return leak;
                }
            }
        }
        return null;
    }

    /** A copy of an array of arrays has the same rows, and so has whatever else is made of it. */
    private @Nullable Leak rowsLeak(MethodInfo in, Value.Invoke call, int index, boolean mayWrite) {
        String element = Types.elementType(call.arguments[index]);
        String result = call.target.returnType();
        if (element == null
                || !Types.isArray(element)
                || Types.isPrimitive(result)
                || result.equals("Ljava/lang/String;")) {
            return null;
        }
        if (call.target.name().equals("clone") || call.target.name().startsWith("copyOf")) {
            return ofValue(in, call, mayWrite);
        }
        return mayWrite ? null : new Leak(in, call.offset, false, "passes its rows to " + call.target);
    }

    private @Nullable Leak capturedLeak(MethodInfo in, Uses.Captured captured) {
        Value.Dynamic dynamic = captured.dynamic();
        if (!Types.isLambda(dynamic)) {
            return Types.isPure(dynamic)
                    ? null
                    : new Leak(in, dynamic.offset, false, "passes it to " + dynamic.bootstrap);
        }
        for (MethodRef handle : dynamic.handles) {
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            if (target != null && !target.owner.boundary && captured.index() < target.summary().parameters.length) {
                Leak leak = ofValue(target, target.summary().parameters[captured.index()], false);
                if (leak != null) {
                    return leak;
                }
            }
        }
        return null;
    }
}
