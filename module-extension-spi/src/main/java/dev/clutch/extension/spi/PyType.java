package dev.clutch.extension.spi;

/**
 * A Python type. Types of extensions are heap types: each module object makes its own, and an interpreter never sees another's.
 *
 * <p>Answers to {@code PyTypeObject}; the core has the one implementation.
 */
@Stability(since = "0.1")
public abstract class PyType extends PyObject {
    /** Makes a type whose metatype is {@code metatype}. */
    protected PyType(PyType metatype) {
        super(metatype);
    }

    /** For the core: the bootstrap of {@code type} itself. */
    protected PyType() {}

    /** Returns {@code __name__}. */
    public abstract String name();

    /** Returns the name as error messages show it: {@code tp_name}, with the module for types that are not built in. */
    public abstract String displayName();

    /** Returns whether this type is {@code other} or derives from it ({@code PyType_IsSubtype}). */
    public abstract boolean isSubtype(PyType other);

    /** Returns whether {@code object} is an instance of this type or of a subtype, by its real type. */
    public abstract boolean isInstance(Object object);
}
