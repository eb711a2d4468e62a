package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.generator.PyGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The vectorcall of compiled functions. A generated subclass serves some functions, told apart by {@link #id}; it overrides the calls whose arguments fit as they
 * are, all others bind their arguments here.
 */
public abstract class CompiledCode extends Vectorcall {
    /** Which of the functions of its class this object stands for. */
    protected final int id;

    /** Code objects of one generated class. */
    public static final int PER_CLASS = 8;

    /** For generated subclasses. */
    protected CompiledCode(int id) {
        this.id = id;
    }

    /** Returns the number within the class. */
    public final int id() {
        return id;
    }

    /** Runs the function with a value for each parameter, the starred ones included. */
    public abstract Object bound(PyThreadState ts, PyFunction f, Object[] locals);

    /** Resumes a generator of the function; null when it has returned. */
    public @Nullable Object resume(PyThreadState ts, PyGenerator generator, @Nullable Object sent) {
        throw new IllegalStateException(generator.function.code.qualname + " is no generator");
    }

    /** Returns a code object of the same unit that is a constant of one served here. */
    public PyCode nested(int number) {
        Class<?> own = getClass();
        String name = own.getName();
        String entry = name.substring(0, name.lastIndexOf("$E") + 2) + number / PER_CLASS;
        try {
            return (PyCode) Class.forName(entry, true, own.getClassLoader())
                    .getField("c" + number)
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no code object " + number, e);
        }
    }

    /** A call of generated code was sent back at its entry: now with the events that somebody wants. */
    public final Object diverted(PyThreadState ts, PyFunction f, Object[] locals) {
        Tracer t = ts.tracer;
        return t == null ? bound(ts, f, locals) : t.run(ts, this, f, locals);
    }

    /** {@link #diverted} for {@code call0}. */
    public final Object diverted0(PyThreadState ts, PyFunction f) {
        return diverted(ts, f, Binder.bind(ts, f, new Object[0], null));
    }

    /** {@link #diverted} for {@code call1}, whose argument may be the namespace of a body. */
    public final Object diverted1(PyThreadState ts, PyFunction f, Object a) {
        Object[] args = {a};
        return diverted(ts, f, (f.code.flags & PyCode.CO_OPTIMIZED) == 0 ? args : Binder.bind(ts, f, args, null));
    }

    /** {@link #diverted} for {@code call2}. */
    public final Object diverted2(PyThreadState ts, PyFunction f, Object a, Object b) {
        return diverted(ts, f, Binder.bind(ts, f, new Object[] {a, b}, null));
    }

    /** {@link #diverted} for {@code call3}. */
    public final Object diverted3(PyThreadState ts, PyFunction f, Object a, Object b, Object c) {
        return diverted(ts, f, Binder.bind(ts, f, new Object[] {a, b, c}, null));
    }

    /** {@link #diverted} for {@code call4}. */
    public final Object diverted4(PyThreadState ts, PyFunction f, Object a, Object b, Object c, Object d) {
        return diverted(ts, f, Binder.bind(ts, f, new Object[] {a, b, c, d}, null));
    }

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        PyFunction function = (PyFunction) f;
        if (names == null && args.length == function.code.plainArguments) {
            return bound(ts, function, args);
        }
        return bound(ts, function, Binder.bind(ts, function, args, names));
    }
}
