package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * The Java functions behind one type or one module, addressed by member id. The annotation processor generates one subclass for each annotated
 * class: a switch per arity, so that hundreds of functions cost one class and no method handle.
 *
 * <p>Ids below {@link Slot#COUNT} are slots (by ordinal). A subclass overrides the arities that it has and passes other ids to {@code super}, which binds
 * the arguments in the general way. A table holds the typed module state and the defining class of the members; it is as shareable as those.
 */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public abstract class NativeTable {
    /** For subclasses. */
    protected NativeTable() {}

    /** Returns the members, in the order of declaration; called once for each type or module made. */
    public abstract Member[] members();

    /** Returns the parameters of a function, a method, {@code CALL}, {@code INIT} or {@code NEW}; null for slots of fixed arity, getters and constants. */
    public @Nullable Signature signature(int id) {
        return null;
    }

    /** Returns the docstring of a member, empty for none. */
    public String doc(int id) {
        return "";
    }

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

    /**
     * For subclasses: calls a slot of fixed arity with arguments as a {@code wrapper_descriptor} gets them, and passes them on to {@code call0} to {@code call2}.
     * {@link Slot#POW} may leave out the modulus; None stands for null in {@link Slot#GET}.
     */
    protected final @Nullable Object callSlot(
            int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names) {
        return SlotCaller.call(this, Slot.of(id), ts, self, args, names);
    }

    /** For subclasses: the answer to an id that the table does not have. */
    protected final IllegalArgumentException noMember(int id) {
        return new IllegalArgumentException(getClass().getName() + " has no member " + id);
    }

    /**
     * For subclasses: the Java text of a str argument.
     *
     * @param parameter how the message calls it: {@code argument}, {@code argument 1} or {@code argument 'name'}
     */
    protected static String str(ThreadState ts, Object value, String function, String parameter) {
        return value instanceof String s ? s : Arguments.str(ts, value, function, parameter, "str");
    }

    /** For subclasses: {@link #str} for an argument that may be absent. */
    protected static @Nullable String strOrAbsent(
            ThreadState ts, @Nullable Object value, String function, String parameter) {
        return value == null ? null : str(ts, value, function, parameter);
    }

    /** For subclasses: {@link #str} for an argument that may be absent or None, both null. */
    protected static @Nullable String strOrNone(
            ThreadState ts, @Nullable Object value, String function, String parameter) {
        if (value == null || value == Singleton.NONE) {
            return null;
        }
        return value instanceof String s ? s : Arguments.str(ts, value, function, parameter, "str or None");
    }

    /** For subclasses: text from Java as a Python value. */
    protected static @Nullable Object strResult(@Nullable String text) {
        return text == null ? null : Str.of(text);
    }
}
