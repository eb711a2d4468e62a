package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * An object whose class knows how to iterate, without a look at its type: the built-in iterators and generators. Loops of compiled code call {@link #next} at the site, so that
 * each loop has a type profile of its own.
 */
public abstract class PyIterator extends PyObject {
    /** For subclasses. */
    protected PyIterator(TypeObject type) {
        super(type);
    }

    /** The next item, null at the end. */
    public abstract @Nullable Object next(PyThreadState ts);

    /** Whether {@link #next} is what the type's {@code __next__} does: not for classes of Python code, nor for coroutines. */
    public final boolean isDirect() {
        TypeObject t = (TypeObject) type();
        return !t.isClass() && t.slot(Slot.NEXT) != null;
    }
}
