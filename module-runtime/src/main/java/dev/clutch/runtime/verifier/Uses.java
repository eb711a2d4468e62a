package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the values of one method go. Casts and phis are looked through: only what they stand for has uses. */
final class Uses {
    /** One use of a value. */
    sealed interface Use {}

    /** Its field is read. */
    record LoadFrom(Value.Load load) implements Use {}

    /** Its element is read. */
    record ElementOf(Value.Element element) implements Use {}

    /** Its field is written. */
    record StoreInto(Summary.Store store) implements Use {}

    /** It is written to a field. */
    record StoredBy(Summary.Store store) implements Use {}

    /** Its element is written. */
    record ElementStoreInto(Summary.ElementStore store) implements Use {}

    /** It is written to an array. */
    record ElementStoredBy(Summary.ElementStore store) implements Use {}

    /** It is the receiver or an argument of a call. */
    record Argument(Value.Invoke call, int index) implements Use {}

    /** It is captured by a lambda, or an argument of another dynamic call site. */
    record Captured(Value.Dynamic dynamic, int index) implements Use {}

    /** It is returned. */
    record Returned() implements Use {}

    private final IdentityHashMap<Value, List<Use>> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Use, String> casts = new IdentityHashMap<>();

    Uses(Summary summary) {
        for (Value.Load load : summary.loads) {
            if (load.base != null) {
                add(load.base, new LoadFrom(load));
            }
        }
        for (Value.Element element : summary.elements) {
            add(element.array, new ElementOf(element));
        }
        for (Summary.Store store : summary.stores) {
            if (store.base() != null) {
                add(store.base(), new StoreInto(store));
            }
            add(store.value(), new StoredBy(store));
        }
        for (Summary.ElementStore store : summary.elementStores) {
            add(store.array(), new ElementStoreInto(store));
            add(store.value(), new ElementStoredBy(store));
        }
        for (Value.Invoke call : summary.invokes) {
            for (int i = 0; i < call.arguments.length; i++) {
                add(call.arguments[i], new Argument(call, i));
            }
        }
        for (Value.Dynamic dynamic : summary.dynamics) {
            for (int i = 0; i < dynamic.captured.length; i++) {
                add(dynamic.captured[i], new Captured(dynamic, i));
            }
        }
        for (Value value : summary.returns) {
            add(value, new Returned());
        }
    }

    private void add(Value value, Use use) {
        if (value instanceof Value.Cast cast) {
            casts.put(use, cast.type);
        }
        for (Value leaf : leaves(value)) {
            if (!(leaf instanceof Value.Constant)) {
                uses.computeIfAbsent(leaf, v -> new ArrayList<>()).add(use);
            }
        }
    }

    List<Use> of(Value value) {
        return uses.getOrDefault(value, List.of());
    }

    /** Returns the type to which a value is cast for a use, null without a cast. */
    @Nullable
    String castFor(Use use) {
        return casts.get(use);
    }

    /** Returns what a value may stand for, through casts and phis. */
    static List<Value> leaves(Value value) {
        List<Value> found = new ArrayList<>();
        if (value instanceof Value.Cast || value instanceof Value.Phi) {
            collect(value, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        } else {
            found.add(value);
        }
        return found;
    }

    private static void collect(Value value, List<Value> found, Set<Value> seen) {
        if (!seen.add(value)) {
            return;
        }
        if (value instanceof Value.Cast cast) {
            collect(cast.value, found, seen);
        } else if (value instanceof Value.Phi phi) {
            for (Value input : phi.inputs) {
                collect(input, found, seen);
            }
        } else {
            found.add(value);
        }
    }
}
