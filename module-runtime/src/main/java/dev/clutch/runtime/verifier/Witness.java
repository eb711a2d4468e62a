package dev.clutch.runtime.verifier;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for code that changes what a static field holds, after its class is initialised: from the reads of the field forward, through calls, results, fields and collections, to an instruction that writes.
 */
final class Witness {
    private static final int STEPS = 50_000;

    /** An instruction that writes. */
    record Write(MethodInfo in, int offset, String what) {}

    /** What is known of the class of an object: this one, or one below it; and of a collection, whether its elements can't change. */
    private record Kind(String name, boolean exact, boolean plain) {}

    /** A value on its way, with its class where it is known; while it is being made, what is done to it counts as initialisation. */
    private record At(MethodInfo in, Value value, @Nullable Kind type, boolean making) {}

    private final Flow flow;
    private final ArrayDeque<At> todo = new ArrayDeque<>();
    private final Set<At> seen = new HashSet<>();
    private final Set<FieldRef> fields = new HashSet<>();

    Witness(Flow flow) {
        this.flow = flow;
    }

    /** Looks for a write to what a field holds; the object that can change helps to find those that reach it another way. */
    @Nullable
    Write find(FieldInfo field, @Nullable Value created) {
        loadsOf(field);
        MethodInfo home = created == null ? null : flow.home(created);
        if (created != null && home != null) {
            add(home, created, created instanceof Value.New object ? new Kind(object.type, true, false) : null, true);
        }
        return run();
    }

    /** Looks for a write to what a dynamic constant is. */
    @Nullable
    Write find(MethodInfo in, Value.Dynamic constant) {
        add(in, constant, null, false);
        return run();
    }

    private void loadsOf(FieldInfo field) {
        if (!fields.add(field.ref())) {
            return;
        }
        Kind type = kind(field);
        for (Flow.LoadAt at : flow.loads(field.ref())) {
            boolean making = at.in().isInitialiser()
                    || flow.early.contains(at.in())
                    || (!field.isStatic() && at.in().isConstructor());
            if (!making) {
                add(at.in(), at.load(), type, false);
            }
        }
    }

    private void add(MethodInfo in, Value value, @Nullable Kind type, boolean making) {
        String declared = type == null ? Types.type(value) : null;
        Kind kind = declared == null ? type : kind(declared, false);
        At at = new At(in, value, kind, making);
        if ((kind == null || !flow.rules.isImmutable(kind.name)) && seen.add(at)) {
            todo.add(at);
        }
    }

    private @Nullable Write run() {
        int steps = 0;
        while (!todo.isEmpty() && steps++ < STEPS) {
            At at = todo.remove();
            for (Uses.Use use : flow.uses(at.in).of(at.value)) {
                Write write = follow(at.type == null ? cast(at, use) : at, use);
                if (write != null) {
                    return write;
                }
            }
        }
        return null;
    }

    /** What a collection gives is cast to the class that it holds. */
    private At cast(At at, Uses.Use use) {
        String cast = flow.uses(at.in).castFor(use);
        return cast == null ? at : new At(at.in, at.value, kind(cast, false), at.making);
    }

    private @Nullable Write follow(At at, Uses.Use use) {
        MethodInfo in = at.in;
        switch (use) {
            case Uses.StoreInto into -> {
                FieldRef field = into.store().field();
                return at.making || !mayBe(at.type, field.owner())
                        ? null
                        : new Write(in, into.store().offset(), "writes " + field);
            }
            case Uses.ElementStoreInto into -> {
                return at.making ? null : new Write(in, into.store().offset(), "writes an element");
            }
            case Uses.LoadFrom from -> {
                FieldInfo field = flow.field(from.load().field);
                if (!at.making && field != null && mayBe(at.type, field.ref().owner())) {
                    add(in, from.load(), kind(field), false);
                }
            }
            case Uses.ElementOf of -> {
                if (!at.making) {
                    add(in, of.element(), null, false);
                }
            }
            case Uses.StoredBy by -> stored(by.store());
            case Uses.ElementStoredBy by -> {}
            case Uses.Captured captured -> {
                return captured(at, captured);
            }
            case Uses.Returned returned -> {
                if (at.making && at.value instanceof Value.Param) {
                    return null; // the caller has it already; other callers of a helper pass something else
                }
                for (CallGraph.CallSite site : flow.calls.callers(in)) {
                    // what a method makes for other callers is another object
                    if (!at.making || site.in().isInitialiser() || flow.early.contains(site.in())) {
                        add(site.in(), site.call(), at.type, at.making);
                    }
                }
            }
            case Uses.Argument argument -> {
                return argument(at, argument.call(), argument.index());
            }
        }
        return null;
    }

    /** A second static field leads on to the same object; fields of objects are followed from the static field that holds the object. */
    private void stored(Summary.Store store) {
        FieldInfo field = flow.field(store.field());
        if (field != null && field.isStatic()) {
            loadsOf(field);
        }
    }

    /** A lambda takes it along; a reference to a method that writes is a write. */
    private @Nullable Write captured(At at, Uses.Captured captured) {
        for (MethodRef handle : captured.dynamic().handles) {
            MethodInfo target = flow.world.select(handle.owner(), handle.selector());
            if (target != null && !target.owner.boundary && captured.index() < target.summary().parameters.length) {
                boolean making = at.making && flow.early.contains(target);
                add(target, target.summary().parameters[captured.index()], at.type, making);
            }
            String writes = flow.world.isBoundary(handle.owner()) ? flow.rules.writes(handle) : null;
            if (writes != null && captured.index() == written(handle)) {
                return new Write(at.in, captured.dynamic().offset, "makes a function of " + handle + ": " + writes);
            }
        }
        return null;
    }

    private @Nullable Write argument(At at, Value.Invoke call, int index) {
        MethodRef target = call.target;
        List<MethodInfo> targets = flow.calls.targets(call);
        // what is being made is followed only where it goes for sure
        boolean only = targets.size() == 1 && !flow.world.isBoundary(target.owner());
        for (MethodInfo each : targets) {
            Value[] parameters = each.summary().parameters;
            if (index < parameters.length
                    && (!at.making || each.isConstructor() || only)
                    && mayBe(at.type, parameters[index])) {
                add(each, parameters[index], at.type, at.making);
            }
        }
        if (!flow.world.isBoundary(target.owner()) || at.making) {
            return null;
        }
        String writes = flow.rules.writes(target);
        if (writes != null && index == written(target)) {
            return new Write(at.in, call.offset, "calls " + target + ": " + writes);
        }
        boolean gives = flow.rules.isSameState(target) || flow.rules.isHolder(target.owner());
        if (index == 0 && gives && target.returnType().length() > 1) {
            given(at, call);
        }
        return null;
    }

    /** What a collection of the JDK gives: a view or iterator of the JDK's, or an element. */
    private void given(At at, Value.Invoke call) {
        String type = Types.className(call.target.returnType());
        boolean plain = at.type != null && at.type.plain;
        if (flow.world.isPlatform(type) && !type.equals("java/lang/Object")) {
            add(at.in, call, new Kind(type, true, plain), false);
        } else if (!plain) {
            add(at.in, call, null, false);
        }
    }

    /** Which argument a method of the JDK writes. */
    private static int written(MethodRef target) {
        if (target.owner().equals("java/lang/invoke/VarHandle")) {
            return 1;
        }
        return target.owner().equals("java/lang/System") && target.name().equals("arraycopy") ? 2 : 0;
    }

    /** Whether an object, as far as its class is known, can be where one of a type is asked for. */
    private boolean mayBe(@Nullable Kind kind, String asked) {
        return kind == null
                || flow.world.isSubtype(kind.name, asked)
                || (!kind.exact && flow.world.isSubtype(asked, kind.name));
    }

    private boolean mayBe(@Nullable Kind kind, Value parameter) {
        String asked = Types.type(parameter);
        return asked == null || Types.isArray(asked) || mayBe(kind, Types.className(asked));
    }

    /** Returns the class of which a field holds objects: the only one that is stored in it, or the one that it declares. */
    private @Nullable Kind kind(FieldInfo field) {
        List<String> elements = Types.typeArguments(field.signature());
        boolean plain = !elements.isEmpty();
        for (String element : elements) {
            plain &= element.startsWith("L") && flow.rules.isImmutable(Types.className(element));
        }
        String only = null;
        for (Flow.StoreAt at : flow.stores(field.ref())) {
            for (Value leaf : Uses.leaves(at.store().value())) {
                if (leaf instanceof Value.New created && (only == null || only.equals(created.type))) {
                    only = created.type;
                } else if (!(leaf instanceof Value.Constant)) {
                    return kind(field.ref().type(), plain);
                }
            }
        }
        return only == null ? kind(field.ref().type(), plain) : new Kind(only, true, plain);
    }

    private static @Nullable Kind kind(String descriptor, boolean plain) {
        return !descriptor.startsWith("L") || descriptor.equals("Ljava/lang/Object;")
                ? null
                : new Kind(Types.className(descriptor), false, plain);
    }
}
