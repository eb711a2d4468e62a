package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * The Java functions behind one type or one module, addressed by member id. The annotation processor generates one subclass for each annotated
 * class: a switch per arity, so that hundreds of functions cost one class and no method handle.
 *
 * <p>Ids below {@link Slot#COUNT} are slots (by ordinal). A subclass overrides the arities that it has and passes other ids to {@code super}, which binds
 * the arguments in the general way. A table holds the typed module state and the defining class of the members; it is as shareable as those.
 */
public abstract class NativeTable {
    /** For subclasses. */
    protected NativeTable() {}

    /** Returns the members, in the order of declaration; called once for each type or module made. */
    public abstract Member[] members();

    /** Calls member {@code id} without arguments. Returns Java null only for an exhausted {@link Slot#NEXT}. */
    public @Nullable Object call0(int id, ThreadState ts, @Nullable Object self) {
        return call(id, ts, self, new Object[0], null);
    }

    /** Calls member {@code id} with one positional argument. */
    public @Nullable Object call1(int id, ThreadState ts, @Nullable Object self, Object a) {
        return call(id, ts, self, new Object[] {a}, null);
    }

    /** Calls member {@code id} with two positional arguments; they are null only for {@link Slot#GET}. */
    public @Nullable Object call2(int id, ThreadState ts, @Nullable Object self, Object a, Object b) {
        return call(id, ts, self, new Object[] {a, b}, null);
    }

    /** Calls member {@code id} with three positional arguments. */
    public @Nullable Object call3(int id, ThreadState ts, @Nullable Object self, Object a, Object b, Object c) {
        return call(id, ts, self, new Object[] {a, b, c}, null);
    }

    /** Calls member {@code id} with four positional arguments. */
    public @Nullable Object call4(
            int id, ThreadState ts, @Nullable Object self, Object a, Object b, Object c, Object d) {
        return call(id, ts, self, new Object[] {a, b, c, d}, null);
    }

    /**
     * Calls member {@code id}: the last {@code names.length} of {@code args} are keyword arguments (the vectorcall convention of PEP 590).
     *
     * @param names the keyword names, or null for none
     */
    public abstract @Nullable Object call(
            int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names);

    /** Returns the value of getter {@code id}. */
    public @Nullable Object get(int id, ThreadState ts, Object self) {
        throw new IllegalArgumentException("no getter " + id);
    }

    /** Sets the attribute behind setter {@code id}; a null value deletes it. */
    public void set(int id, ThreadState ts, Object self, @Nullable Object value) {
        throw new IllegalArgumentException("no setter " + id);
    }
}
