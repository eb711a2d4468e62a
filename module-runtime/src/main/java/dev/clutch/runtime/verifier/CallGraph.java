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
 * Which calls run which methods, once all reached code is known: only then all targets of a virtual call are. Calls that name the same method have the same targets, so they are kept together: in code with many call
 * sites of an interface with many implementations, one line for each pair would be millions.
 */
final class CallGraph {
    /** A call with the method it stands in. */
    record CallSite(MethodInfo in, Value.Invoke call) {}

    /** The calls that name one method in one way, and the methods that they may run. */
    private static final class Group {
        final List<MethodInfo> targets;
        final List<CallSite> sites = new ArrayList<>();

        Group(List<MethodInfo> targets) {
            this.targets = targets;
        }
    }

    private final World world;
    private final Reach reach;
    private final Map<MethodRef, Group> virtual = new LinkedHashMap<>();
    private final Map<MethodRef, Group> direct = new LinkedHashMap<>();
    private final Map<MethodInfo, List<Group>> calledBy = new HashMap<>();
    private final Map<List<Group>, List<CallSite>> joined = new HashMap<>();
    private final Map<MethodInfo, Set<Group>> calls = new HashMap<>();
    /** Lambdas that run while the method which makes them does. */
    private final Map<MethodInfo, List<MethodInfo>> lambdas = new HashMap<>();
    /** Lambdas that run at any time. */
    private final Set<MethodInfo> later = new LinkedHashSet<>();

    CallGraph(World world, Reach reach, Rules rules) {
        this.world = world;
        this.reach = reach;
        for (MethodInfo method : reach.methods()) {
            Set<Group> called = new LinkedHashSet<>();
            for (Value.Invoke call : method.summary().invokes) {
                Group group = group(call);
                group.sites.add(new CallSite(method, call));
                called.add(group);
            }
            if (!called.isEmpty()) {
                calls.put(method, called);
            }
        }
        link(virtual);
        link(direct);
        lambdas(rules);
    }

    private void link(Map<MethodRef, Group> groups) {
        for (Group group : groups.values()) {
            for (MethodInfo target : group.targets) {
                calledBy.computeIfAbsent(target, m -> new ArrayList<>(1)).add(group);
            }
        }
    }

    private Group group(Value.Invoke call) {
        Map<MethodRef, Group> groups = call.kind == Value.Invoke.Kind.VIRTUAL ? virtual : direct;
        Group known = groups.get(call.target);
        if (known == null) {
            known = new Group(find(call));
            groups.put(call.target, known);
        }
        return known;
    }

    private List<MethodInfo> find(Value.Invoke call) {
        MethodRef target = call.target;
        if (call.kind != Value.Invoke.Kind.VIRTUAL) {
            MethodInfo selected = world.select(target.owner(), target.selector());
            return selected == null || selected.owner.boundary ? List.of() : List.of(selected);
        }
        ClassInfo owner = world.find(target.owner());
        if (owner == null || (owner.boundary && !owner.isInterface())) {
            return List.of();
        }
        Set<MethodInfo> found = new LinkedHashSet<>();
        for (String below : reach.madeBelow(target.owner())) {
            MethodInfo selected = world.select(below, target.selector());
            if (selected != null && !selected.owner.boundary) {
                found.add(selected);
            }
        }
        return List.copyOf(found);
    }

    /** Finds the lambdas that run while the method which makes them does: then they run when it runs, no other time. */
    private void lambdas(Rules rules) {
        for (MethodInfo method : reach.methods()) {
            Summary summary = method.summary();
            if (summary.dynamics.isEmpty()) {
                continue;
            }
            Uses uses = new Uses(summary);
            for (Value.Dynamic dynamic : summary.dynamics) {
                boolean atOnce = Types.isLambda(dynamic) && !uses.of(dynamic).isEmpty();
                for (Uses.Use use : uses.of(dynamic)) {
                    atOnce &= use instanceof Uses.Argument argument && rules.runs(argument.call().target);
                }
                for (MethodRef handle : dynamic.handles) {
                    MethodInfo target = world.select(handle.owner(), handle.selector());
                    if (target == null || target.owner.boundary) {
                        continue;
                    }
                    if (atOnce) {
                        lambdas.computeIfAbsent(method, m -> new ArrayList<>()).add(target);
                    } else {
                        later.add(target);
                    }
                }
            }
        }
    }

    /** Returns the methods of class files that a call may run. */
    List<MethodInfo> targets(Value.Invoke call) {
        return group(call).targets;
    }

    /** Returns the calls of a method, as far as they are seen. */
    List<CallSite> callers(MethodInfo method) {
        List<Group> groups = calledBy.getOrDefault(method, List.of());
        return switch (groups.size()) {
            case 0 -> List.of();
            case 1 -> groups.getFirst().sites;
            default -> joined.computeIfAbsent(groups, CallGraph::join);
        };
    }

    private static List<CallSite> join(List<Group> groups) {
        List<CallSite> sites = new ArrayList<>();
        for (Group group : groups) {
            sites.addAll(group.sites);
        }
        return sites;
    }

    /** Returns the methods that only class initialisers run. */
    Set<MethodInfo> initialisersOnly() {
        Set<MethodInfo> found = new HashSet<>(reach.entries());
        found.addAll(later);
        ArrayDeque<MethodInfo> todo = new ArrayDeque<>(found);
        Set<Group> followed = new HashSet<>();
        while (!todo.isEmpty()) {
            MethodInfo method = todo.remove();
            for (Group group : calls.getOrDefault(method, Set.of())) {
                if (followed.add(group)) {
                    add(group.targets, found, todo);
                }
            }
            add(lambdas.get(method), found, todo);
        }
        Set<MethodInfo> only = new HashSet<>(reach.methods());
        only.removeAll(found);
        return only;
    }

    private static void add(@Nullable List<MethodInfo> methods, Set<MethodInfo> found, ArrayDeque<MethodInfo> todo) {
        if (methods != null) {
            for (MethodInfo method : methods) {
                if (found.add(method)) {
                    todo.add(method);
                }
            }
        }
    }
}
