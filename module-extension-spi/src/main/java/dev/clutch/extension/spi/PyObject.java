package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * Header of every Python object that is not a plain Java value: its type and the storage of its attributes.
 *
 * <p>An instance of an extension type extends this class. {@code None}, {@code bool}, {@code int}, {@code float} and most
 * {@code str} values are not {@code PyObject}s but {@link Singleton}, {@code Boolean}, {@code Long}/{@code BigInteger},
 * {@code Double} and {@code String}; a variable that may hold any Python value therefore has the type {@code Object}.
 *
 * <p>An object belongs to the interpreter of its type and is touched under that interpreter's lock only.
 */
@Stability(since = "0.1")
public abstract class PyObject {
    private PyType type;

    /**
     * Attribute storage, laid out by the core: {@code null} while there is none, a shape, or a dictionary. Extension authors
     * use the attribute family of {@link ThreadState}.
     */
    private @Nullable Object attributes;

    /** Makes an object of the given type. */
    protected PyObject(PyType type) {
        this.type = type;
    }

    /** For {@code type}, whose type is itself, and the built-in types made before it. */
    @SuppressWarnings("NullAway") // the bootstrap sets the type before the object is published
    PyObject() {}

    /** Returns the Python type, {@code type(self)}. */
    public final PyType type() {
        return type;
    }

    /** For the core: assignment to {@code __class__}. */
    protected static void setType(PyObject object, PyType type) {
        object.type = type;
    }

    /** For the core: the attribute storage. */
    protected static @Nullable Object attributes(PyObject object) {
        return object.attributes;
    }

    /** For the core: replaces the attribute storage. */
    protected static void setAttributes(PyObject object, @Nullable Object attributes) {
        object.attributes = attributes;
    }
}
