package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one method does, as far as state is concerned; made by {@link Interpretation}. */
final class Summary {
    /** A write to a field; the base is null for a static one. */
    record Store(FieldRef field, @Nullable Value base, Value value, int offset, List<String> held) {}

    /** A write to an array; the value is a constant for primitive elements. */
    record ElementStore(Value array, Value value, int offset, List<String> held) {}

    final List<Store> stores = new ArrayList<>();
    final List<ElementStore> elementStores = new ArrayList<>();
    final List<Value.Load> loads = new ArrayList<>();
    final List<Value.Element> elements = new ArrayList<>();
    final List<Value.Invoke> invokes = new ArrayList<>();
    final List<Value.Dynamic> dynamics = new ArrayList<>();
    final List<Value.New> news = new ArrayList<>();
    final List<Value.NewArray> newArrays = new ArrayList<>();
    final List<Value> returns = new ArrayList<>();
    final Value[] parameters;
    /** What kept the code from being read, or null. */
    @Nullable
    String unread;

    Summary(Value[] parameters) {
        this.parameters = parameters;
    }
}
