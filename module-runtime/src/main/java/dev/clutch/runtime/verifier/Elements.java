package dev.clutch.runtime.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a proof needs to know of arrays: all that is put into one while it is being made, by the method that makes it, those that it passes it to, those that it returns it to, and class initialisers. */
final class Elements {
    private final Proof proof;
    private final Flow flow;
    private final Set<At> seen = new HashSet<>();

    private record At(Value array, Proof.@Nullable Env env) {}

    Elements(Proof proof, Flow flow) {
        this.proof = proof;
        this.flow = flow;
    }

    /**
     * Checks the elements of an array.
     *
     * @param rows whether elements that are arrays are looked into: nobody writes them later
     */
    Proof.@Nullable Failure check(MethodInfo in, Value array, Proof.@Nullable Env env, boolean rows) {
        if (!seen.add(new At(array, env))) {
            return null;
        }
        for (Uses.Use use : flow.uses(in).of(array)) {
            Proof.Failure failure = switch (use) {
                case Uses.ElementStoreInto into -> stored(into.store().value(), env, rows);
                case Uses.ElementOf of -> rows && isRow(array) ? check(in, of.element(), env, true) : null;
                case Uses.Argument argument -> passed(in, argument.call(), argument.index(), env, rows);
                case Uses.Captured captured -> captured(captured, rows);
                case Uses.Returned returned -> returned(in, env, rows);
                case Uses.StoredBy by -> kept(by.store(), rows);
                default -> null;
            };
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private static boolean isRow(Value array) {
        String element = Types.elementType(array);
        return element != null && Types.isArray(element);
    }

    private Proof.@Nullable Failure stored(Value value, Proof.@Nullable Env env, boolean rows) {
        for (Value leaf : Uses.leaves(value)) {
            MethodInfo home = rows && leaf instanceof Value.NewArray ? flow.home(leaf) : null;
            Proof.Failure failure = home != null ? check(home, leaf, env, true) : proof.check(leaf, env, List.of());
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private Proof.@Nullable Failure passed(
            MethodInfo in, Value.Invoke call, int index, Proof.@Nullable Env env, boolean rows) {
        MethodRef target = call.target;
        if (target.owner().equals("java/lang/System") && target.name().equals("arraycopy")) {
            return index == 2 ? proof.listed(Steps.strip(call.arguments[0]), env) : null;
        }
        if (flow.rules.writes(target) != null && index == 0) {
            return new Contents(proof, flow).put(call, env);
        }
        for (MethodInfo each : flow.calls.targets(call)) {
            Value[] parameters = each.summary().parameters;
            if (index < parameters.length) {
                Proof.Failure failure = check(each, parameters[index], proof.enter(call, each, env), rows);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    private Proof.@Nullable Failure captured(Uses.Captured captured, boolean rows) {
        for (MethodRef handle : captured.dynamic().handles) {
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            if (target != null && !target.owner.boundary && captured.index() < target.summary().parameters.length) {
                Proof.Failure failure = check(target, target.summary().parameters[captured.index()], null, rows);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    private Proof.@Nullable Failure returned(MethodInfo in, Proof.@Nullable Env env, boolean rows) {
        Value.Invoke from = env != null && env.callee() == in ? env.call() : null;
        for (CallGraph.CallSite site : flow.calls.callers(in)) {
            if (from == null || from == site.call()) {
                Proof.Env outer = from == null || env == null ? null : env.outer();
                Proof.Failure failure = check(site.in(), site.call(), outer, rows);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    /** What initialisers put into an array that a field holds already; that nobody else does is seen by {@link ArrayUses}. */
    private Proof.@Nullable Failure kept(Summary.Store store, boolean rows) {
        FieldInfo field = flow.field(store.field());
        if (field == null) {
            return null;
        }
        for (Flow.LoadAt at : flow.loads(field.ref())) {
            Proof.Failure failure = flow.isInitial(at, field) ? check(at.in(), at.load(), null, rows) : null;
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }
}
