package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
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

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        PyFunction function = (PyFunction) f;
        if (names == null && args.length == function.code.plainArguments) {
            return bound(ts, function, args);
        }
        return bound(ts, function, Binder.bind(ts, function, args, names));
    }
}
