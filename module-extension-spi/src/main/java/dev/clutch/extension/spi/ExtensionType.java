package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python type. The annotated class extends {@link PyObject} and is the instance; or, for a type whose values are plain Java
 * values or are allocated by the core, it only holds static methods whose first parameter after the thread state is the instance.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface ExtensionType {
    /** The dotted name: {@code module.qualname}; without a dot it is in {@code builtins}. */
    String name();

    /** The docstring, without the signature. */
    String doc() default "";

    /** Name of the built-in base type ({@code "object"}, {@code "dict"}, {@code "Exception"}, ...) or of a type of the same module. */
    String base() default "object";

    /** Whether Python code may subclass it ({@code Py_TPFLAGS_BASETYPE}). */
    boolean subclassable() default false;

    /** Whether attributes of the type may be set ({@code !Py_TPFLAGS_IMMUTABLETYPE}). */
    boolean mutable() default false;

    /** Whether instances have a {@code __dict__}. */
    boolean dict() default false;

    /** Whether instances can be weakly referenced. */
    boolean weakReferences() default false;

    /** Whether the type matches as a sequence in {@code match} ({@code Py_TPFLAGS_SEQUENCE}). */
    boolean sequence() default false;

    /** Whether the type matches as a mapping in {@code match} ({@code Py_TPFLAGS_MAPPING}). */
    boolean mapping() default false;

    /**
     * For a type whose base is a built-in with storage ({@code dict}, {@code list}, {@code int}, ...), so that the core allocates the instances: whether each carries a Java
     * object of this type's own, see {@link dev.clutch.extension.spi.api.Types#payload}. It is null until it is set.
     */
    boolean payload() default false;

    /**
     * Whether instances of exactly this type do without the finalizer {@code __del__} of a base, as it would do nothing for them; they cost less. Classes that Python code derives
     * have it.
     */
    boolean skipsFinalizer() default false;

    /**
     * Whether the finalizer of instances is called only for those that {@link dev.clutch.extension.spi.api.Finalization#watch} was asked for, since it would do nothing for most. A class
     * that overrides {@code __del__} has it called for all.
     */
    boolean finalizedOnRequest() default false;

    /** Whether the type becomes an attribute of its module. */
    boolean exported() default true;
}
