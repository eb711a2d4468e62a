package dev.clutch.interp.embedding;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.SharedObject;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A handle of an object that stays in its interpreter. It holds the object there until it is closed, collected, or the interpreter is closed; afterwards every use is an IllegalStateException.
 *
 * <p>Each method enters the interpreter, and throws what {@link PythonInterpreter} says. Two handles of one object are different Java objects: see {@link #isSame}.
 */
public final class PythonObject implements AutoCloseable {
    private final Home home;
    private final SharedObject shared;

    PythonObject(Home home, SharedObject shared) {
        this.home = home;
        this.shared = shared;
    }

    Home home() {
        return home;
    }

    SharedObject shared() {
        return shared;
    }

    /** What is done with the object. */
    interface Use {
        @Nullable
        Object apply(PyThreadState ts, Object object);
    }

    private @Nullable Object use(Use use) {
        return home.inside(ts -> use.apply(ts, object()));
    }

    /** The object; inside its interpreter. */
    Object object() {
        Object o = shared.objectOrNull();
        if (o == null) {
            throw new RevokedHandle(this + " is closed");
        }
        return o;
    }

    /** Passes as it is through the code that makes Python exceptions of Java's. */
    static final class RevokedHandle extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        RevokedHandle(String message) {
            super(message);
        }
    }

    /** Returns the interpreter that the object is in. */
    public PythonInterpreter interpreter() {
        return new PythonInterpreter(home, null);
    }

    // ---- calling -------------------------------------------------------------------------------------------------

    /** Calls it; what does not cross by value comes as a handle. */
    public @Nullable Object call(@Nullable Object... arguments) {
        return use((ts, o) -> ToJava.value(ts, called(ts, o, arguments)));
    }

    /** Calls it with keyword arguments. */
    public @Nullable Object call(List<? extends @Nullable Object> arguments, Map<String, ?> keywords) {
        return use((ts, o) -> ToJava.value(ts, called(ts, o, arguments, keywords)));
    }

    /** Calls it in a thread of its own: see {@link PythonInterpreter#callAsync}. */
    public CompletableFuture<@Nullable Object> callAsync(@Nullable Object... arguments) {
        return home.submit(null, ts -> ToJava.value(ts, called(ts, object(), arguments)));
    }

    /** Calls a method. */
    public @Nullable Object invoke(String method, @Nullable Object... arguments) {
        return use((ts, o) -> ToJava.value(ts, called(ts, Attr.get(ts, o, method.intern()), arguments)));
    }

    static Object called(PyThreadState ts, Object f, @Nullable Object[] arguments) {
        Object[] values = values(ts, arguments, arguments.length);
        return values.length == 1 ? Call.call1(ts, f, values[0]) : Call.vector(ts, f, values, null);
    }

    static Object called(
            PyThreadState ts, Object f, List<? extends @Nullable Object> arguments, Map<String, ?> keywords) {
        Object[] given = arguments.toArray();
        Object[] all = values(ts, given, given.length + keywords.size());
        String[] names = new String[keywords.size()];
        int n = 0;
        for (Map.Entry<String, ?> e : keywords.entrySet()) {
            names[n] = e.getKey().intern();
            try {
                all[given.length + n++] = ToPython.value(ts, e.getValue());
            } catch (NotShareableException refused) {
                throw refused.in("argument " + e.getKey());
            }
        }
        return Call.vector(ts, f, all, names);
    }

    private static Object[] values(PyThreadState ts, @Nullable Object[] arguments, int length) {
        Object[] values = new Object[length];
        for (int i = 0; i < arguments.length; i++) {
            try {
                values[i] = ToPython.value(ts, arguments[i]);
            } catch (NotShareableException refused) {
                throw refused.in("argument " + i);
            }
        }
        return values;
    }

    // ---- attributes and items ------------------------------------------------------------------------------------

    /** Returns an attribute. */
    public @Nullable Object get(String attribute) {
        return use((ts, o) -> ToJava.value(ts, Attr.get(ts, o, attribute.intern())));
    }

    /** Returns a handle of an attribute, whatever it is. */
    public PythonObject handle(String attribute) {
        return handled(use((ts, o) -> home.handle(ts, Attr.get(ts, o, attribute.intern()))));
    }

    /** Sets an attribute. */
    public void set(String attribute, @Nullable Object value) {
        Object ignored = use((ts, o) -> {
            Attr.set(ts, o, attribute.intern(), ToPython.value(ts, value));
            return null;
        });
    }

    /** Returns {@code object[key]}. */
    public @Nullable Object getItem(@Nullable Object key) {
        return use((ts, o) -> ToJava.value(ts, Subscript.get(ts, o, ToPython.value(ts, key))));
    }

    /** Does {@code object[key] = value}. */
    public void setItem(@Nullable Object key, @Nullable Object value) {
        Object ignored = use((ts, o) -> {
            Subscript.set(ts, o, ToPython.value(ts, key), ToPython.value(ts, value));
            return null;
        });
    }

    /** Returns {@code len(object)}. */
    public long length() {
        return (Long) known(use((ts, o) -> Sizes.of(ts, o)));
    }

    // ---- what it is ----------------------------------------------------------------------------------------------

    /**
     * Returns it by value, an instance of a subclass of a built-in type too: a namedtuple as a List, an IntEnum member as a Long. What has no value comes as a handle.
     */
    public @Nullable Object toJava() {
        return use(ToJava::byStorage);
    }

    /**
     * As {@link #toJava}, in the class that is wanted.
     *
     * @throws ClassCastException when it is something else
     * @throws ArithmeticException when an int does not fit
     */
    public <T> @Nullable T as(Class<T> type) {
        return ToJava.as(type == PythonObject.class ? this : toJava(), type);
    }

    /**
     * Gives a value that came from Python the class that is wanted, without loss: an element of a List that is a Long as an {@code int}.
     *
     * @throws ClassCastException when it is something else
     * @throws ArithmeticException when an int does not fit
     */
    public static <T> @Nullable T cast(@Nullable Object value, Class<T> type) {
        return ToJava.as(value, type);
    }

    /** Returns the name of its class. */
    public String typeName() {
        return (String) known(use((ts, o) -> Types.of(o).displayName()));
    }

    /** Whether it can be called. */
    public boolean isCallable() {
        return (Boolean) known(use((ts, o) -> Call.isCallable(o)));
    }

    /** Returns {@code repr(object)}. */
    public String repr() {
        return (String) known(use((ts, o) -> Text.java(PyStr.plain(Text.repr(ts, o)))));
    }

    /** Returns {@code str(object)}. */
    public String str() {
        return (String) known(use((ts, o) -> Text.java(PyStr.plain(Text.str(ts, o)))));
    }

    /** Whether it is of the same object as another handle. */
    public boolean isSame(PythonObject other) {
        return shared.isSame(other.shared);
    }

    /** Whether it can be used; the interpreter may close at any time. */
    public boolean isOpen() {
        return !shared.isRevoked();
    }

    /** Lets the object go; its proxies that have come from this handle end too. Without waiting for the interpreter. */
    @Override
    public void close() {
        shared.revoke();
    }

    /** Tells what it is without entering the interpreter. */
    @Override
    public String toString() {
        return "handle of an object in " + home + (shared.where().isEmpty() ? "" : ", from " + shared.where());
    }

    private static PythonObject handled(@Nullable Object made) {
        return (PythonObject) known(made);
    }

    static Object known(@Nullable Object made) {
        if (made == null) {
            throw new IllegalStateException("there is no value");
        }
        return made;
    }
}
