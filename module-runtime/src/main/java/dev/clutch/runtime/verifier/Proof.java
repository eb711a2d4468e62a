package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries to prove that what a static field holds never changes: follows the values that are stored, into the objects they are, through the constructors that made them with the arguments of that call. The
 * proof fails at the first object that can change. One object of this class is one proof.
 */
final class Proof {
    /** How deep calls are followed with their own arguments; beyond, all callers count together. */
    private static final int DEPTH = 6;

    /**
     * Why a proof failed.
     *
     * @param why what can change, as a sentence
     * @param created the object or array that can change, null when it isn't known
     * @param write the write to a field that shows it, null without one
     * @param leak the use of an array that shows it, null without one
     */
    record Failure(String why, @Nullable Value created, Flow.@Nullable StoreAt write, ArrayUses.@Nullable Leak leak) {}

    /** A call whose arguments the parameters of the called method stand for. */
    record Env(
            Value.Invoke call, MethodInfo callee, @Nullable Env outer, int depth) {}

    private record Key(Value value, @Nullable Env env) {}

    private record ElementsOf(
            Value.NewArray array, @Nullable Env env, boolean rows) {}

    private final Flow flow;
    private final @Nullable FieldInfo root;
    private final Set<Object> seen = new HashSet<>();
    private final Map<Env, Env> environments = new HashMap<>();

    Proof(Flow flow, @Nullable FieldInfo root) {
        this.flow = flow;
        this.root = root;
    }

    /** Returns null when the field is proved. */
    @Nullable
    Failure run() {
        FieldInfo field = Objects.requireNonNull(root);
        Failure failure = fieldFixed(field);
        return failure != null ? failure : contents(field, null);
    }

    /** Returns null when what a dynamic constant is can't change. */
    @Nullable
    Failure constant(Value.Dynamic dynamic) {
        if (isImmutable(dynamic.type)) {
            return null;
        }
        boolean invokes = dynamic.bootstrap.equals("java/lang/invoke/ConstantBootstraps.invoke");
        MethodRef maker = invokes ? dynamic.handles.getFirst() : dynamic.handles.getLast();
        if (maker.name().equals("<init>")) {
            Failure failure = fieldsFixed(maker.owner(), null);
            return failure != null ? failure : byType("L" + maker.owner() + ";", "a dynamic constant");
        }
        MethodInfo target = flow.world.select(maker.owner(), maker.selector());
        if (target == null || target.owner.boundary) {
            return byType(dynamic.type, "a dynamic constant");
        }
        return returns(target);
    }

    /** The field itself isn't written once it is initialised. Those that the compiler made are written where they are made only. */
    private @Nullable Failure fieldFixed(FieldInfo field) {
        for (Flow.StoreAt at : flow.stores(field.ref())) {
            if (!flow.isInitial(at, field)) {
                return new Failure(name(field) + " is written by " + at.in(), null, at, null);
            }
        }
        MethodInfo handle = field.isFinal() ? null : flow.handleOf(field);
        if (handle != null) {
            return new Failure(
                    name(field) + " is written through a handle that " + handle + " makes", null, null, null);
        }
        if (!field.isFinal() && !field.isPrivate() && !field.isSynthetic()) {
            return new Failure(name(field) + " is neither final nor private", null, null, null);
        }
        return null;
    }

    private String name(FieldInfo field) {
        return field == root ? "the field" : "the field " + field.ref();
    }

    /** What the field holds can't change either. */
    private @Nullable Failure contents(FieldInfo field, @Nullable Env env) {
        if (isImmutable(field.ref().type()) || !seen.add(field.ref())) {
            return null;
        }
        for (Flow.StoreAt at : flow.stores(field.ref())) {
            Failure failure = stored(field, at.store().value(), env);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure stored(FieldInfo field, Value value, @Nullable Env env) {
        for (Value leaf : Uses.leaves(value)) {
            String type = Types.type(leaf);
            boolean array = Types.isArray(field.ref().type()) || (type != null && Types.isArray(type));
            Failure failure =
                    array ? array(field, leaf, env) : check(leaf, env, Types.typeArguments(field.signature()));
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    boolean isImmutable(String descriptor) {
        if (Types.isPrimitive(descriptor) || Types.isArray(descriptor)) {
            return Types.isPrimitive(descriptor);
        }
        String name = Types.className(descriptor);
        // a class that extends one of the JDK's may add fields
        return flow.rules.isImmutable(name)
                && (!flow.world.isBoundary(name) || flow.reach.madeBelow(name).isEmpty());
    }

    /** An array in a field: empty, or private, made for it, and read only. */
    private @Nullable Failure array(FieldInfo field, Value value, @Nullable Env env) {
        List<Bound> origins = new ArrayList<>();
        origins(value, env, origins, new HashSet<>());
        origins.removeIf(origin -> origin.value instanceof Value.NewArray made && made.empty);
        if (origins.isEmpty()) {
            return null;
        }
        if (!field.isPrivate() && !field.isSynthetic() && (field.isStatic() || !field.isFinal())) {
            String where = field == root ? "the field" : field.ref().toString();
            return new Failure("the array in " + where + " is open to other classes", value, null, null);
        }
        ArrayUses.Leak leak = new ArrayUses(flow).ofField(field);
        if (leak != null) {
            String array = "the array " + field.ref().name();
            String why = leak.write() ? "an element of " + array + " is written" : array + " gets out";
            return new Failure(why, value, null, leak);
        }
        for (Bound origin : origins) {
            Failure failure = arrayOrigin(field, origin.value, origin.env);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Follows an array back to where it is made, as far as that can be seen. */
    private void origins(Value value, @Nullable Env env, List<Bound> found, Set<Key> met) {
        for (Value leaf : Uses.leaves(value)) {
            if (leaf instanceof Value.Constant || !met.add(new Key(leaf, env))) {
                continue;
            }
            List<Bound> further = switch (leaf) {
                case Value.Param param -> arguments(param, env);
                case Value.Invoke call -> returned(call, env);
                default -> List.of();
            };
            if (further.isEmpty()) {
                found.add(new Bound(leaf, env));
            }
            for (Bound bound : further) {
                origins(bound.value, bound.env, found, met);
            }
        }
    }

    /** Nobody else has the array, and its elements can't change. */
    private @Nullable Failure arrayOrigin(FieldInfo field, Value value, @Nullable Env env) {
        String element = field.ref().type();
        while (Types.isArray(element)) {
            element = element.substring(1);
        }
        if (value instanceof Value.NewArray made) {
            MethodInfo home = flow.home(made);
            ArrayUses.Leak leak = home == null ? null : new ArrayUses(flow).ofValue(home, made, true);
            if (leak != null) {
                return new Failure("the array in " + field.ref() + " is also kept elsewhere", made, null, leak);
            }
            return isImmutable(element)
                    ? null
                    : elements(made, env, field.ref().type().startsWith("[["));
        }
        return isImmutable(element) ? null : byType(element, "an element of " + field.ref());
    }

    @Nullable
    Failure elements(Value.NewArray made, @Nullable Env env, boolean rows) {
        MethodInfo home = flow.home(made);
        return home == null || !seen.add(new ElementsOf(made, env, rows))
                ? null
                : new Elements(this, flow).check(home, made, env, rows);
    }

    /** A value with the call in which its parameters have a meaning. */
    record Bound(Value value, @Nullable Env env) {}

    List<Bound> arguments(Value.Param param, @Nullable Env env) {
        if (env != null && env.callee == param.method) {
            return List.of(new Bound(env.call.arguments[param.index], env.outer));
        }
        List<Bound> found = new ArrayList<>();
        for (CallGraph.CallSite site : flow.calls.callers(param.method)) {
            found.add(new Bound(site.call().arguments[param.index], null));
        }
        for (Flow.LambdaAt at : flow.lambdas(param.method)) {
            if (param.index < at.dynamic().captured.length) {
                found.add(new Bound(at.dynamic().captured[param.index], null));
            }
        }
        return found;
    }

    List<Bound> returned(Value.Invoke call, @Nullable Env env) {
        List<Bound> found = new ArrayList<>();
        for (MethodInfo target : flow.calls.targets(call)) {
            Env inner = enter(call, target, env);
            for (Value value : target.summary().returns) {
                found.add(new Bound(value, inner));
            }
        }
        return found;
    }

    @Nullable
    Env enter(Value.Invoke call, MethodInfo callee, @Nullable Env outer) {
        if (outer != null && outer.callee == callee && passesOn(call, callee)) {
            return outer;
        }
        int depth = outer == null ? 1 : outer.depth + 1;
        if (depth > DEPTH) {
            return null;
        }
        Env env = new Env(call, callee, outer, depth);
        Env known = environments.putIfAbsent(env, env);
        return known == null ? env : known;
    }

    /** Whether a method calls itself with the parameters that it has. */
    private static boolean passesOn(Value.Invoke call, MethodInfo callee) {
        for (int i = 0; i < call.arguments.length; i++) {
            if (!(call.arguments[i] instanceof Value.Constant) && call.arguments[i] != callee.summary().parameters[i]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Failure all(List<Bound> values, List<String> hint) {
        for (Bound bound : values) {
            Failure failure = check(bound.value, bound.env, hint);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    @Nullable
    Failure check(Value value, @Nullable Env env, List<String> hint) {
        if (value instanceof Value.Constant || !seen.add(new Key(value, env))) {
            return null;
        }
        String type = Types.type(value);
        if (type != null && isImmutable(type)) {
            return null;
        }
        return switch (value) {
            case Value.Constant constant -> null;
            case Value.ClassConstant constant -> null;
            case Value.StringConstant constant -> null;
            case Value.Cast cast -> check(cast.value, env, hint);
            case Value.Phi phi -> {
                for (Value leaf : Uses.leaves(phi)) {
                    Failure failure = check(leaf, env, hint);
                    if (failure != null) {
                        yield failure;
                    }
                }
                yield null;
            }
            case Value.New created -> object(created, env);
            case Value.NewArray array ->
                array.empty ? null : new Failure("an array is not held by a private field", array, null, null);
            case Value.Load load -> loaded(load);
            case Value.Param param -> {
                List<Bound> arguments = arguments(param, env);
                yield arguments.isEmpty() ? byType(param.type, "a parameter of " + param.method) : all(arguments, hint);
            }
            case Value.Invoke call -> called(call, env, hint);
            case Value.Dynamic dynamic -> dynamic(dynamic, env);
            case Value.Element element -> {
                String elementType = Types.elementType(element.array);
                yield elementType == null
                        ? new Failure("an element of an unknown array", null, null, null)
                        : byType(elementType, "an element of an array");
            }
            case Value.Unknown unknown -> byType(unknown.type, "a caught exception");
        };
    }

    private @Nullable Failure loaded(Value.Load load) {
        FieldInfo field = flow.field(load.field);
        if (field == null) {
            return byType(load.field.type(), load.field.toString());
        }
        if (Types.isArray(field.ref().type())) {
            return new Failure("the array of " + field.ref() + " is held twice", null, null, null);
        }
        if (field.isStatic()) {
            Failure failure = fieldFixed(field);
            if (failure != null) {
                return failure;
            }
        }
        return contents(field, null);
    }

    private @Nullable Failure called(Value.Invoke call, @Nullable Env env, List<String> hint) {
        MethodRef target = call.target;
        if (flow.rules.immutableResult(target) != null) {
            return results(call, env, hint);
        }
        if (flow.rules.isSameState(target) && call.arguments.length > 0) {
            return view(call, env, hint);
        }
        List<Bound> results = returned(call, env);
        return results.isEmpty() ? byType(target.returnType(), "the result of " + target) : all(results, hint);
    }

    /** What {@code List.of} and the like make is as immutable as their arguments; a copy as the elements of what it copies. */
    private @Nullable Failure results(Value.Invoke call, @Nullable Env env, List<String> hint) {
        String name = call.target.name();
        boolean copies = name.equals("copyOf") || name.equals("toList") || name.startsWith("unmodifiable");
        for (int i = 0; i < call.arguments.length; i++) {
            for (Value leaf : Uses.leaves(call.arguments[i])) {
                Failure failure = Types.takesArray(call, i)
                        ? listed(leaf, env)
                        : copies ? new Contents(this, flow).elementsOf(leaf, env, hint) : check(leaf, env, hint);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    /** An array of which only the elements are kept. */
    @Nullable
    Failure listed(Value array, @Nullable Env env) {
        if (array instanceof Value.NewArray made) {
            return elements(made, env, false);
        }
        String type = Types.type(array);
        return type == null || !Types.isArray(type)
                ? check(array, env, List.of())
                : byType(type.substring(1), "an element of an array");
    }

    /** A view is immutable when nobody else has what it shows. */
    private @Nullable Failure view(Value.Invoke call, @Nullable Env env, List<String> hint) {
        Failure last = null;
        for (Value leaf : Uses.leaves(call.arguments[0])) {
            last = call.target.name().startsWith("unmodifiable")
                    ? new Contents(this, flow).ownedBehindView(leaf, env, hint)
                    : call.target.owner().equals("java/util/Objects")
                            ? check(leaf, env, hint)
                            : new Failure(call.target + " gives a collection that can be changed", call, null, null);
            if (last != null) {
                return last;
            }
        }
        return last;
    }

    private @Nullable Failure dynamic(Value.Dynamic dynamic, @Nullable Env env) {
        if (Types.isPure(dynamic)) {
            return null;
        }
        if (!Types.isLambda(dynamic)) {
            return byType(dynamic.type, "the result of " + dynamic.bootstrap.replace('/', '.'));
        }
        for (Value captured : dynamic.captured) {
            for (Value leaf : Uses.leaves(captured)) {
                Failure failure = check(leaf, env, List.of());
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    /** A new object: its class adds no field that changes, and what its constructor stores can't change either. */
    private @Nullable Failure object(Value.New created, @Nullable Env env) {
        if (created.constructor != null && flow.rules.immutableResult(created.constructor.target) != null) {
            return results(created.constructor, env, List.of());
        }
        Failure failure = fieldsFixed(created.type, created);
        if (failure != null) {
            return failure;
        }
        if (flow.world.isSubtype(created.type, "java/lang/ClassValue")) {
            failure = returns(flow.world.select(created.type, "computeValue(Ljava/lang/Class;)Ljava/lang/Object;"));
            if (failure != null) {
                return failure;
            }
        }
        Value.Invoke constructor = created.constructor;
        if (constructor == null || flow.world.isBoundary(created.type)) {
            return null;
        }
        MethodInfo target = flow.world.select(created.type, constructor.target.selector());
        return target == null ? null : constructed(target, enter(constructor, target, env));
    }

    /** What a method gives, whoever calls it. */
    @Nullable
    Failure returns(@Nullable MethodInfo method) {
        List<Bound> results = new ArrayList<>();
        if (method != null && !method.owner.boundary) {
            for (Value value : method.summary().returns) {
                results.add(new Bound(value, null));
            }
        }
        return all(results, List.of());
    }

    private @Nullable Failure constructed(MethodInfo constructor, @Nullable Env env) {
        Value self = constructor.summary().parameters[0];
        for (Summary.Store store : constructor.summary().stores) {
            FieldInfo field = store.base() == self ? flow.field(store.field()) : null;
            if (field != null && !isImmutable(field.ref().type())) {
                Failure failure = stored(field, store.value(), env);
                if (failure != null) {
                    return failure;
                }
            }
        }
        for (Value.Invoke call : constructor.summary().invokes) {
            if (call.target.name().equals("<init>") && call.arguments[0] == self) {
                MethodInfo target = flow.world.select(call.target.owner(), call.target.selector());
                if (target != null && !target.owner.boundary) {
                    Failure failure = constructed(target, enter(call, target, env));
                    if (failure != null) {
                        return failure;
                    }
                }
            }
        }
        return null;
    }

    /** No field of a class and of those it extends is written but by their constructors. */
    private @Nullable Failure fieldsFixed(String name, @Nullable Value created) {
        String at = name;
        while (at != null) {
            Rules.Rule rule = flow.rules.exactType(at);
            ClassInfo type = flow.world.find(at);
            if (type == null || type.boundary) {
                return boundary(at, name, rule, created);
            }
            for (FieldInfo field : type.fields.values()) {
                if (!field.isStatic() && (rule == null || rule.kind() == Rules.Kind.MUTABLE)) {
                    Failure failure = fieldFixed(field);
                    if (failure != null) {
                        return new Failure(
                                "it holds a " + name.replace('/', '.') + ", and " + failure.why(),
                                created,
                                failure.write(),
                                null);
                    }
                }
            }
            at = type.superName;
        }
        return null;
    }

    private @Nullable Failure boundary(String at, String name, Rules.@Nullable Rule exact, @Nullable Value created) {
        Rules.Rule rule = exact != null ? exact : flow.rules.type(at);
        if (rule == null || rule.kind() == Rules.Kind.MUTABLE || rule.kind() == Rules.Kind.HOLDER) {
            String what =
                    "it holds a " + name.replace('/', '.') + (at.equals(name) ? "" : ", a " + at.replace('/', '.'));
            String because = rule == null || rule.kind() == Rules.Kind.HOLDER
                    ? ", which can change or is not known to be immutable"
                    : ": " + rule.reason();
            return new Failure(what + because, created, null, null);
        }
        return null;
    }

    /** Of a value only the type is known: every class below it that is made anywhere may be its class. */
    @Nullable
    Failure byType(String descriptor, String what) {
        if (isImmutable(descriptor)) {
            return null;
        }
        if (Types.isArray(descriptor)) {
            return new Failure(what + " is an array that others may have", null, null, null);
        }
        String name = Types.className(descriptor);
        ClassInfo type = flow.world.find(name);
        if (type == null || (type.boundary && !flow.rules.isImmutable(name))) {
            return new Failure(
                    what + " is a " + name.replace('/', '.') + ", which is not known to be immutable",
                    null,
                    null,
                    null);
        }
        if (!seen.add("type " + name)) {
            return null;
        }
        List<String> below = flow.reach.madeBelow(name);
        if (below.isEmpty()) {
            return new Failure(what + " is a " + type.javaName() + " that unknown code makes", null, null, null);
        }
        for (String each : below) {
            Failure failure = fieldsFixed(each, null);
            if (failure == null) {
                failure = inheritedContents(each);
            }
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** What the fields of a class and of those it extends hold, whoever made the object. */
    private @Nullable Failure inheritedContents(String name) {
        ClassInfo at = flow.world.find(name);
        while (at != null && !at.boundary && flow.rules.exactType(at.name) == null) {
            for (FieldInfo field : at.fields.values()) {
                Failure failure = field.isStatic() ? null : contents(field, null);
                if (failure != null) {
                    return failure;
                }
            }
            at = at.superName == null ? null : flow.world.find(at.superName);
        }
        return null;
    }
}
