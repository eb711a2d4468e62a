package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is asked of reached code: each static field, each object that interpreters share, each dynamic constant, and calls that reach outside. */
final class Checks {
    private final Flow flow;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> sharedState = new LinkedHashMap<>();

    Checks(Flow flow) {
        this.flow = flow;
    }

    void run() {
        for (ClassInfo type : flow.world.own()) {
            boolean shared = flow.reach.isMade(type.name) && isShared(type.name);
            for (FieldInfo field : type.fields.values()) {
                if (field.isStatic() ? flow.reach.isInitialised(type.name) : shared) {
                    field(field);
                }
            }
        }
        Set<String> said = new HashSet<>();
        for (MethodInfo method : flow.reach.methods()) {
            method(method, said);
        }
        for (CallGraph.CallSite site : flow.unknownHandles()) {
            MethodRef target = site.call().target;
            String owner = target.owner().replace('/', '.');
            String why = "a handle of a field whose name is not a constant";
            add(Fact.REFLECTION, false, owner, target.name(), why, site.in(), site.call().offset, "calls it");
        }
        for (String name : flow.world.missing()) {
            if (!flow.world.isPlatform(name)) {
                add(Fact.UNRESOLVED, false, name.replace('/', '.'), "", "its class file is not found", null, -1, "");
            }
        }
    }

    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.contradicts()) {
                sorted.add(finding);
            }
        }
        for (Finding finding : findings) {
            if (!finding.contradicts()) {
                sorted.add(finding);
            }
        }
        return sorted;
    }

    Map<String, String> sharedState() {
        return sharedState;
    }

    private boolean isShared(String name) {
        for (String parent : flow.world.supertypes(name)) {
            Rules.Rule rule = flow.rules.exactType(parent);
            if (rule != null && rule.kind() == Rules.Kind.SHARED) {
                return true;
            }
        }
        return false;
    }

    private void field(FieldInfo field) {
        FieldInfo.Shared shared = field.shared();
        if (shared != null) {
            sharedState(field, shared);
            return;
        }
        Proof.Failure failure = isOldClassConstant(field) ? null : new Proof(flow, field).run();
        if (failure == null || isLockOfSharedState(field)) {
            return;
        }
        Fact fact = field.isStatic() ? Fact.STATIC_MUTABLE : Fact.SHARED_OBJECT;
        Flow.StoreAt write = failure.write();
        if (write != null && flow.field(write.store().field()) == field) {
            add(
                    field.isStatic() ? Fact.STATIC_WRITTEN : fact,
                    true,
                    field,
                    "it is written after it has its first value",
                    write.in(),
                    write.store().offset(),
                    "writes it");
            return;
        }
        ArrayUses.Leak leak = failure.leak();
        if (leak != null) {
            add(
                    field.isStatic() ? Fact.STATIC_ARRAY : fact,
                    leak.write(),
                    field,
                    failure.why(),
                    leak.in(),
                    leak.offset(),
                    leak.what());
            return;
        }
        Witness.Write found = new Witness(flow).find(field, failure.created());
        if (field.isStatic() && Types.isArray(field.ref().type())) {
            fact = Fact.STATIC_ARRAY;
        }
        if (found == null) {
            add(fact, false, field, failure.why(), null, -1, "");
        } else {
            add(fact, true, field, failure.why(), found.in(), found.offset(), found.what());
        }
    }

    /** {@code X.class} as compilers before Java 5 made it: a field that is set to the class when it is first asked for. */
    private static boolean isOldClassConstant(FieldInfo field) {
        return field.ref().type().equals("Ljava/lang/Class;")
                && field.ref().name().startsWith("class$");
    }

    /** A lock is allowed when a field marked {@code @SharedState} of its class names it. */
    private boolean isLockOfSharedState(FieldInfo field) {
        ClassInfo owner = flow.world.find(field.ref().owner());
        if (owner == null || !field.isFinal()) {
            return false;
        }
        for (FieldInfo other : owner.fields.values()) {
            FieldInfo.Shared shared = other.shared();
            if (shared != null && shared.lock().equals(field.ref().name())) {
                return flow.world
                        .supertypes(Types.className(field.ref().type()))
                        .contains("java/util/concurrent/locks/Lock");
            }
        }
        return false;
    }

    private void sharedState(FieldInfo field, FieldInfo.Shared shared) {
        SharedLocks locks = new SharedLocks(flow, field, shared);
        String wrong = locks.wrongClaim(shared);
        if (wrong != null) {
            add(Fact.SHARED_STATE, true, field, wrong, null, -1, "");
            return;
        }
        SharedLocks.Violation violation = locks.check();
        if (violation == null) {
            sharedState.put(field.ref().toString(), shared.reason());
        } else {
            add(
                    Fact.SHARED_STATE,
                    true,
                    field,
                    "it " + violation.what() + " without its lock " + shared.lock(),
                    violation.in(),
                    violation.offset(),
                    "does so");
        }
    }

    private void method(MethodInfo method, Set<String> said) {
        if (method.isNative()) {
            add(
                    Fact.NATIVE,
                    false,
                    method.owner.javaName(),
                    method.ref.name(),
                    "it is a native method",
                    method,
                    -1,
                    "is native");
        }
        Summary summary = method.summary();
        if (summary.unread != null) {
            add(
                    Fact.UNRESOLVED,
                    false,
                    method.owner.javaName(),
                    method.ref.name(),
                    "its code cannot be read: " + summary.unread,
                    method,
                    -1,
                    "is left out");
        }
        for (Value.Invoke call : summary.invokes) {
            if (flow.world.isBoundary(call.target.owner())) {
                outside(method, call.target, call.offset, said);
                properties(method, call);
            }
        }
        for (Value.Dynamic dynamic : summary.dynamics) {
            for (MethodRef handle : dynamic.handles) {
                if (flow.world.isBoundary(handle.owner())) {
                    outside(method, handle, dynamic.offset, said);
                }
            }
            if (dynamic.constant && !Types.isPure(dynamic) && !Types.isPrimitive(dynamic.type)) {
                constant(method, dynamic);
            }
        }
    }

    /** The properties of the process are changed through the object that holds them, too. */
    private void properties(MethodInfo method, Value.Invoke call) {
        if (flow.rules.writes(call.target) != null
                && call.arguments.length > 0
                && Steps.strip(call.arguments[0]) instanceof Value.Invoke holder
                && holder.target.owner().equals("java/lang/System")
                && holder.target.name().equals("getProperties")) {
            String why = "a setting of the process";
            add(
                    Fact.PROCESS_SETTING,
                    true,
                    "java.lang.System",
                    "getProperties",
                    why,
                    method,
                    call.offset,
                    "changes it");
        }
    }

    private void outside(MethodInfo method, MethodRef target, int offset, Set<String> said) {
        Rules.Outside outside = flow.rules.outside(target);
        if (outside != null && said.add(method + " " + target)) {
            String owner = target.owner().replace('/', '.');
            boolean contradicts = outside.fact() == Fact.PROCESS_SETTING;
            add(outside.fact(), contradicts, owner, target.name(), outside.reason(), method, offset, "calls it");
        }
    }

    private void constant(MethodInfo method, Value.Dynamic dynamic) {
        Proof.Failure failure = new Proof(flow, null).constant(dynamic);
        if (failure != null) {
            Witness.Write found = new Witness(flow).find(method, dynamic);
            add(
                    Fact.DYNAMIC_CONSTANT,
                    found != null,
                    method.owner.javaName(),
                    method.ref.name(),
                    failure.why(),
                    found == null ? method : found.in(),
                    found == null ? dynamic.offset : found.offset(),
                    found == null ? "loads it" : found.what());
        }
    }

    private void add(
            Fact fact,
            boolean contradicts,
            FieldInfo field,
            String why,
            @Nullable MethodInfo method,
            int offset,
            String act) {
        String owner = field.ref().owner().replace('/', '.');
        add(fact, contradicts, owner, field.ref().name(), why, method, offset, act);
    }

    private void add(
            Fact fact,
            boolean contradicts,
            String owner,
            String member,
            String why,
            @Nullable MethodInfo method,
            int offset,
            String act) {
        findings.add(new Finding(
                fact,
                contradicts,
                owner,
                member,
                why,
                method == null ? "" : method.toString(),
                offset,
                act,
                method == null ? List.of() : flow.reach.path(method)));
    }
}
