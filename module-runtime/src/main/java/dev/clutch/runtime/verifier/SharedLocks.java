package dev.clutch.runtime.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what {@code @SharedState} claims: that each use of the field is made while the lock that it names is held, in the same method or in all callers of a private one, and that what the field holds
 * doesn't get out of there.
 */
final class SharedLocks {
    /** A use without the lock. */
    record Violation(MethodInfo in, int offset, String what) {}

    private final Flow flow;
    private final FieldInfo field;
    private final String lock;
    private final Set<MethodInfo> asked = new HashSet<>();

    SharedLocks(Flow flow, FieldInfo field, FieldInfo.Shared shared) {
        this.flow = flow;
        this.field = field;
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
            boolean initial = at.in().owner.name.equals(field.ref().owner())
                    && (at.in().isInitialiser() || flow.early.contains(at.in()));
            if (initial) {
                continue;
            }
            if (!isHeld(at.in(), at.load().held)) {
                return new Violation(at.in(), at.load().offset, "is read");
            }
            Violation later = uses(at.in(), at.load());
            if (later != null) {
                return later;
            }
        }
        return null;
    }

    /** What was read under the lock is used under it too. */
    private @Nullable Violation uses(MethodInfo in, Value value) {
        String type = Types.type(value);
        if (type != null && (Types.isPrimitive(type) || flow.rules.isImmutable(Types.className(type)))) {
            return null;
        }
        for (Uses.Use use : flow.uses(in).of(value)) {
            Violation violation = switch (use) {
                case Uses.LoadFrom from -> held(in, from.load().held, from.load().offset, "is read");
                case Uses.ElementOf element -> null;
                case Uses.StoreInto into ->
                    held(in, into.store().held(), into.store().offset(), "is written");
                case Uses.StoredBy by ->
                    new Violation(
                            in, by.store().offset(), "is put into " + by.store().field());
                case Uses.ElementStoreInto into ->
                    held(in, into.store().held(), into.store().offset(), "is written");
                case Uses.ElementStoredBy by -> new Violation(in, by.store().offset(), "is put into an array");
                case Uses.Argument argument ->
                    held(in, argument.call().held, argument.call().offset, "is passed to " + argument.call().target);
                case Uses.Captured captured -> new Violation(in, captured.dynamic().offset, "is captured by a lambda");
                case Uses.Returned returned -> new Violation(in, -1, "is returned");
            };
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private @Nullable Violation held(MethodInfo in, List<String> held, int offset, String what) {
        return isHeld(in, held) ? null : new Violation(in, offset, what);
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
