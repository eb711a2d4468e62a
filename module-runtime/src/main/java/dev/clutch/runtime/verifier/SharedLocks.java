package dev.clutch.runtime.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what {@code @SharedState} claims: that each use of the field is made while the lock that it names is held, in the same method or in all callers of a private one, and that what the field holds,
 * with all that is reached from there and can change, doesn't get out.
 */
final class SharedLocks {
    /** A use without the lock. */
    record Violation(MethodInfo in, int offset, String what) {}

    private final Flow flow;
    private final FieldInfo field;
    private final String lock;
    /** Whether the field says that it holds nothing but values that never change. */
    private final boolean plain;

    private final Set<MethodInfo> asked = new HashSet<>();
    private final Set<Way> followed = new HashSet<>();
    /** Calls that return what they were passed, or a part of it. */
    private final Set<Value.Invoke> givenBack = new HashSet<>();

    private record Way(Value value, Value.@Nullable Invoke from) {}

    SharedLocks(Flow flow, FieldInfo field, FieldInfo.Shared shared) {
        this.flow = flow;
        this.field = field;
        List<String> elements = Types.typeArguments(field.signature());
        boolean allPlain = !elements.isEmpty();
        for (String element : elements) {
            allPlain &= !element.equals("?") && isImmutable(element);
        }
        plain = allPlain;
        String owner = field.ref().owner().replace('/', '.');
        lock = shared.lock().equals("class") ? "class " + owner : owner + "." + shared.lock();
    }

    /** Returns what is wrong with the annotation itself, or null. */
    @Nullable
    String wrongClaim(FieldInfo.Shared shared) {
        if (shared.reason().isBlank()) {
            return "@SharedState gives no reason";
        }
        if (shared.lock().equals("class")) {
            return null;
        }
        ClassInfo owner = flow.world.find(field.ref().owner());
        if (owner != null) {
            for (FieldInfo candidate : owner.fields.values()) {
                if (candidate.ref().name().equals(shared.lock())) {
                    return candidate.isStatic() && candidate.isFinal()
                            ? null
                            : "the lock " + shared.lock() + " is not a static final field";
                }
            }
        }
        return "there is no field " + shared.lock() + ", the lock that @SharedState names";
    }

    @Nullable
    Violation check() {
        for (Flow.StoreAt at : flow.stores(field.ref())) {
            if (!flow.isInitial(at, field) && !isHeld(at.in(), at.store().held())) {
                return new Violation(at.in(), at.store().offset(), "is written");
            }
        }
        for (Flow.LoadAt at : flow.loads(field.ref())) {
            if (flow.isInitial(at, field)) {
                continue;
            }
            if (!isHeld(at.in(), at.load().held)) {
                return new Violation(at.in(), at.load().offset, "is read");
            }
            Violation later = uses(at.in(), at.load(), null);
            if (later != null) {
                return later;
            }
        }
        return null;
    }

    /**
     * What was read under the lock is used under it too, and so is what it holds.
     *
     * @param from the call that passed the value to the method, with the lock held; null where the method got it itself
     */
    private @Nullable Violation uses(MethodInfo in, Value value, Value.@Nullable Invoke from) {
        if (isImmutable(Types.type(value)) || !followed.add(new Way(value, from))) {
            return null;
        }
        for (Uses.Use use : flow.uses(in).of(value)) {
            if (isImmutable(flow.uses(in).castFor(use))) {
                continue;
            }
            Violation violation = switch (use) {
                case Uses.LoadFrom load -> held(in, load.load().held, load.load().offset, "is read", from, load.load());
                case Uses.ElementOf element -> uses(in, element.element(), from);
                case Uses.StoreInto into ->
                    held(in, into.store().held(), into.store().offset(), "is written", from, null);
                case Uses.StoredBy by ->
                    new Violation(
                            in, by.store().offset(), "is put into " + by.store().field());
                case Uses.ElementStoreInto into ->
                    held(in, into.store().held(), into.store().offset(), "is written", from, null);
                case Uses.ElementStoredBy by -> new Violation(in, by.store().offset(), "is put into an array");
                case Uses.Argument argument -> passed(in, argument.call(), argument.index(), from);
                case Uses.Captured captured -> new Violation(in, captured.dynamic().offset, "is captured by a lambda");
                case Uses.Returned returned -> {
                    if (from == null) {
                        yield new Violation(in, -1, "is returned");
                    }
                    givenBack.add(from);
                    yield null;
                }
            };
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private @Nullable Violation passed(MethodInfo in, Value.Invoke call, int index, Value.@Nullable Invoke from) {
        boolean element =
                !plain && flow.rules.isHolder(call.target.owner()) && flow.rules.immutableResult(call.target) == null;
        boolean further = index == 0 && (element || flow.rules.isSameState(call.target));
        Violation violation =
                held(in, call.held, call.offset, "is passed to " + call.target, from, further ? call : null);
        for (MethodInfo target : flow.calls.targets(call)) {
            Value[] parameters = target.summary().parameters;
            if (violation == null && index < parameters.length) {
                violation = uses(target, parameters[index], call);
            }
        }
        return violation == null && givenBack.contains(call) ? uses(in, call, from) : violation;
    }

    /** Checks an access, and what it gives. */
    private @Nullable Violation held(
            MethodInfo in,
            List<String> held,
            int offset,
            String what,
            Value.@Nullable Invoke from,
            @Nullable Value gives) {
        if (from == null && !isHeld(in, held)) {
            return new Violation(in, offset, what);
        }
        return gives == null ? null : uses(in, gives, from);
    }

    private boolean isImmutable(@Nullable String type) {
        if (type == null || type.equals("Ljava/lang/Object;")) {
            return false;
        }
        return Types.isPrimitive(type)
                || flow.rules.isImmutable(Types.className(type))
                || !Types.isArray(type)
                        && !flow.world.isBoundary(Types.className(type))
                        && new Proof(flow, null).byType(type, "") == null;
    }

    private boolean isHeld(MethodInfo in, List<String> held) {
        if (held.contains(lock)) {
            return true;
        }
        if (!in.isPrivate() || !asked.add(in)) {
            return false;
        }
        List<CallGraph.CallSite> callers = flow.calls.callers(in);
        for (CallGraph.CallSite site : callers) {
            if (!isHeld(site.in(), site.call().held)) {
                asked.remove(in);
                return false;
            }
        }
        asked.remove(in);
        return !callers.isEmpty() && flow.lambdas(in).isEmpty();
    }
}
