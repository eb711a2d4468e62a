package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/** The builder-level description of a type: what {@code PyType_Spec} says. Immutable, shared by all interpreters. */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public interface TypeDefinition {
    /** Returns the dotted name: module and qualified name. */
    String name();

    /** Returns the docstring, empty for none. */
    String doc();

    /** Returns the name of the base type. */
    String base();

    /** Returns the flags, a combination of the constants here. */
    int flags();

    /** Returns the Java class of the instances; {@code Object} for a type that holds static methods only. */
    Class<?> instanceClass();

    /**
     * Returns the members for one type object.
     *
     * @param definingClass the type being made
     * @param state the module's state, null for the core's own types
     */
    NativeTable table(PyType definingClass, @Nullable Object state);

    /** {@code Py_TPFLAGS_BASETYPE}. */
    int SUBCLASSABLE = 1;
    /** Not {@code Py_TPFLAGS_IMMUTABLETYPE}. */
    int MUTABLE = 2;
    /** Instances have a {@code __dict__}. */
    int DICT = 4;
    /** Instances can be weakly referenced. */
    int WEAK_REFERENCES = 8;
    /** {@code Py_TPFLAGS_SEQUENCE}. */
    int SEQUENCE = 16;
    /** {@code Py_TPFLAGS_MAPPING}. */
    int MAPPING = 32;
    /** The type becomes an attribute of its module. */
    int EXPORTED = 64;
    /** Instances carry a payload besides what the base stores. */
    int PAYLOAD = 128;

    /** Instances of exactly this type have no finalizer. */
    int SKIPS_FINALIZER = 256;
    /** The finalizer of instances of exactly this type is called only where that was asked for. */
    int FINALIZED_ON_REQUEST = 512;
}
