package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a proof needs to know of collections of the JDK: what was put into one, and who else has the one behind a view. */
final class Contents {
    private final Proof proof;
    private final Flow flow;
    private final Set<Object> seen = new HashSet<>();

    /** A value with the call in which its parameters have a meaning: with other arguments it is another question. */
    private record At(Value value, Proof.@Nullable Env env) {}

    /** The same of what is put into it. */
    private record Added(Value value, Proof.@Nullable Env env) {}

    /** What it gives when it is called, as a function. */
    private record Given(Value value, Proof.@Nullable Env env) {}

    /** Who else has it, whatever the arguments. */
    private record Kept(Value value) {}

    Contents(Proof proof, Flow flow) {
        this.proof = proof;
        this.flow = flow;
    }

    /**
     * Checks all that a collection holds.
     *
     * @param hint the type arguments that a field declares for it
     */
    Proof.@Nullable Failure elementsOf(Value collection, Proof.@Nullable Env env, List<String> hint) {
        if (collection instanceof Value.Constant || isImmutable(hint) || !seen.add(new At(collection, env))) {
            return null;
        }
        switch (collection) {
            case Value.New created -> {
                MethodInfo home = flow.home(created);
                if (home != null) {
                    return flow.world.isBoundary(created.type)
                            ? added(home, created, env)
                            : proof.check(created, env, hint);
                }
            }
            case Value.NewArray array -> {
                return proof.elements(array, env, false);
            }
            case Value.Param param -> {
                return each(proof.arguments(param, env), hint, false);
            }
            case Value.Invoke call -> {
                if (flow.rules.immutableResult(call.target) != null) {
                    return proof.check(call, env, hint);
                }
                if (flow.rules.isSameState(call.target) && call.arguments.length > 0) {
                    return each(List.of(new Proof.Bound(call.arguments[0], env)), hint, false);
                }
                List<Proof.Bound> results = proof.returned(call, env);
                if (!results.isEmpty()) {
                    return each(results, hint, false);
                }
            }
            default -> {}
        }
        return byHint(hint);
    }

    private boolean isImmutable(List<String> hint) {
        if (hint.isEmpty()) {
            return false;
        }
        for (String type : hint) {
            if (type.equals("?") || !proof.isImmutable(type)) {
                return false;
            }
        }
        return true;
    }

    private Proof.@Nullable Failure byHint(List<String> hint) {
        if (hint.isEmpty() || hint.contains("?")) {
            return new Proof.Failure("what its collection holds is not known", null, null, null);
        }
        for (String type : hint) {
            Proof.Failure failure = proof.byType(type, "an element of its collection");
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private Proof.@Nullable Failure each(List<Proof.Bound> values, List<String> hint, boolean behindView) {
        for (Proof.Bound bound : values) {
            for (Value leaf : Uses.leaves(bound.value())) {
                Proof.Failure failure =
                        behindView ? ownedBehindView(leaf, bound.env(), hint) : elementsOf(leaf, bound.env(), hint);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    /** Checks what a method, and those that it passes the collection to, put into it. */
    private Proof.@Nullable Failure added(MethodInfo in, Value collection, Proof.@Nullable Env env) {
        if (!seen.add(new Added(collection, env))) {
            return null;
        }
        for (Uses.Use use : flow.uses(in).of(collection)) {
            if (use instanceof Uses.Captured captured) {
                Proof.Failure failure = addedByLambda(captured);
                if (failure != null) {
                    return failure;
                }
            }
            if (!(use instanceof Uses.Argument argument)) {
                continue;
            }
            Value.Invoke call = argument.call();
            Proof.Failure failure = null;
            if (flow.world.isBoundary(call.target.owner())) {
                boolean constructs = call.target.name().equals("<init>");
                boolean all = constructs || call.target.name().endsWith("All");
                if (argument.index() == 0 && (constructs || flow.rules.writes(call.target) != null)) {
                    failure = put(call, all, env);
                } else if (argument.index() == 0 && shows(call.target)) {
                    failure = added(in, call, env);
                }
            } else {
                for (MethodInfo target : flow.calls.targets(call)) {
                    Value[] parameters = target.summary().parameters;
                    if (failure == null && argument.index() < parameters.length) {
                        failure = added(target, parameters[argument.index()], proof.enter(call, target, env));
                    }
                }
            }
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Whether a call gives a view or an iterator, or what an iterator gives: an entry can be written. */
    private boolean shows(MethodRef target) {
        return flow.rules.isSameState(target)
                || target.name().equals("next")
                || target.name().equals("previous")
                || target.returnType().equals("Ljava/util/Map$Entry;");
    }

    /** Checks what a call puts into its receiver or first argument. */
    Proof.@Nullable Failure put(Value.Invoke call, Proof.@Nullable Env env) {
        return put(call, false, env);
    }

    private Proof.@Nullable Failure addedByLambda(Uses.Captured captured) {
        for (MethodRef handle : captured.dynamic().handles) {
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            boolean own = target != null && !target.owner.boundary;
            if (target != null && own && captured.index() < target.summary().parameters.length) {
                Proof.Failure failure = added(target, target.summary().parameters[captured.index()], null);
                if (failure != null) {
                    return failure;
                }
            } else if (!own && flow.rules.writes(handle) != null) {
                return new Proof.Failure("what " + handle + " puts into its collection is not known", null, null, null);
            }
        }
        return null;
    }

    private Proof.@Nullable Failure put(Value.Invoke call, boolean all, Proof.@Nullable Env env) {
        for (int i = 1; i < call.arguments.length; i++) {
            for (Value leaf : Uses.leaves(call.arguments[i])) {
                Proof.Failure failure = Types.takesArray(call, i)
                        ? proof.listed(leaf, env)
                        : all ? elementsOf(leaf, env, List.of()) : proof.check(leaf, env, List.of());
                if (failure == null) {
                    failure = given(leaf, env);
                }
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    /** What a function gives is put into the collection; other values give nothing. */
    private Proof.@Nullable Failure given(Value value, Proof.@Nullable Env env) {
        String type = Types.type(value);
        if (value instanceof Value.Dynamic function) {
            return given(function);
        }
        if (type == null
                || !type.startsWith("Ljava/util/function/")
                || type.endsWith("Predicate;")
                || type.endsWith("Consumer;")
                || !seen.add(new Given(value, env))) {
            return null;
        }
        List<Proof.Bound> origins = switch (value) {
            case Value.Param param -> proof.arguments(param, env);
            case Value.Invoke call -> proof.returned(call, env);
            default -> List.of();
        };
        Proof.Failure failure = origins.isEmpty()
                ? new Proof.Failure("what a function puts into its collection is not known", null, null, null)
                : null;
        for (Proof.Bound bound : origins) {
            for (Value leaf : Uses.leaves(bound.value())) {
                failure = failure != null ? failure : given(leaf, bound.env());
            }
        }
        return failure;
    }

    private Proof.@Nullable Failure given(Value.Dynamic function) {
        for (MethodRef handle : function.handles) {
            if (handle.owner().equals("java/lang/invoke/LambdaMetafactory")) {
                continue;
            }
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            String type = handle.name().equals("<init>") ? "L" + handle.owner() + ";" : handle.returnType();
            boolean own = target != null && !target.owner.boundary && !target.isConstructor();
            Proof.Failure failure = own
                    ? proof.returns(target)
                    : type.equals("V") ? null : proof.byType(type, "the result of " + handle);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Checks that nobody but the view has a collection, and what it holds. */
    Proof.@Nullable Failure ownedBehindView(Value collection, Proof.@Nullable Env env, List<String> hint) {
        MethodInfo home = flow.home(collection);
        if (collection instanceof Value.New created && home != null) {
            String keeper = keeper(home, created);
            return keeper == null
                    ? elementsOf(created, env, hint)
                    : new Proof.Failure(
                            "the collection behind its unmodifiable view is also kept by " + keeper,
                            created,
                            null,
                            null);
        }
        if (collection instanceof Value.Invoke call) {
            List<Proof.Bound> results = proof.returned(call, env);
            if (!results.isEmpty()) {
                return each(results, hint, true);
            }
            if (flow.rules.immutableResult(call.target) != null) {
                return proof.check(call, env, hint);
            }
        }
        if (collection instanceof Value.Param param
                && !proof.arguments(param, env).isEmpty()) {
            return each(proof.arguments(param, env), hint, true);
        }
        return new Proof.Failure(
                "the collection behind its unmodifiable view may be changed by who made it", collection, null, null);
    }

    /** Returns who keeps a collection besides the view; null when nobody does. */
    private @Nullable String keeper(MethodInfo in, Value collection) {
        if (!seen.add(new Kept(collection))) {
            return null;
        }
        for (Uses.Use use : flow.uses(in).of(collection)) {
            String keeper = switch (use) {
                case Uses.StoredBy stored -> stored.store().field().toString();
                case Uses.ElementStoredBy stored -> "an array in " + in;
                case Uses.Captured captured -> "a lambda in " + in;
                case Uses.Argument argument -> keeper(in, argument);
                default -> null;
            };
            if (keeper != null) {
                return keeper;
            }
        }
        // the views of a clean proof look at elements later
        seen.remove(new Kept(collection));
        return null;
    }

    private @Nullable String keeper(MethodInfo in, Uses.Argument argument) {
        Value.Invoke call = argument.call();
        if (flow.world.isBoundary(call.target.owner())) {
            boolean known = argument.index() == 0
                    || flow.rules.immutableResult(call.target) != null
                    || flow.rules.reads(call.target)
                    || call.target.name().endsWith("All");
            return known ? null : call.target + " in " + in;
        }
        List<String> keepers = new ArrayList<>();
        for (MethodInfo target : flow.calls.targets(call)) {
            Value[] parameters = target.summary().parameters;
            String keeper = argument.index() < parameters.length ? keeper(target, parameters[argument.index()]) : null;
            if (keeper != null) {
                keepers.add(keeper);
            }
        }
        return keepers.isEmpty() ? null : keepers.getFirst();
    }
}
