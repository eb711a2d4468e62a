package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a Java method to Python: in a module class a function, in a type class a method, or a slot when its name is one of
 * {@link Slot}'s special names.
 *
 * <p>Parameters: {@link ThreadState} (or the core's subclass) first; then, for a static method of a type, the instance ({@code cls} for
 * a class method and {@code __new__}); then, in any order and without counting as Python parameters, the module's state class, a
 * {@link PyType} named {@code definingClass} (PEP 573), a {@link PyObject} named {@code module} (module functions only) and a {@link Slot} (the operation, for a
 * method that fills several slots); then the Python parameters. Their Java types decide the conversion: {@code Object} any
 * value; {@code double} as {@code float()} of a number; {@code long} and {@code int} by {@code __index__} with range check; {@code boolean} by truth;
 * {@code String} a str; {@code Object[]} for {@code *args}; for {@code **kwargs} an {@code Object} (a dict, or null when there are none).
 * A {@code @Nullable} parameter without a literal default is null when absent.
 *
 * <p>A {@code void} method returns {@code None}. {@code boolean}, {@code int}, {@code long}, {@code double} and {@code String} results become
 * Python values ({@code String} is normalised by {@link Str#of}).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Expose {
    /** The Python name; by default the Java name without a trailing underscore. */
    String name() default "";

    /**
     * Names, kinds and defaults in Python's own syntax, for example {@code "(obj, /, *, indent=None, **kw)"}. By default every parameter is
     * positional-only under its Java name. A default is a literal ({@code None True False 0 1.5 'text' ()}) or {@code <absent>}.
     */
    String signature() default "";

    /** The docstring, without the signature. */
    String doc() default "";

    /** What kind of member it is. */
    Kind kind() default Kind.INSTANCE;

    /**
     * The slots it fills when that is not the one of its name: {@code CONCAT} for a sequence's {@code __add__}, or several for one method
     * that asks for the operation with a parameter of type {@link Slot}. The name {@code __richcompare__} stands for the six comparisons.
     */
    Slot[] slot() default {};

    /** How a wrong number of positional arguments is told. */
    Counts counts() default Counts.CLINIC;

    /** Which of CPython's functions checks the number of positional arguments, and words the message. */
    enum Counts {
        /** What the argument clinic writes for such parameters. */
        CLINIC,
        /** {@code PyArg_ParseTuple}: {@code f() takes at least 1 argument (0 given)}. */
        PARSE_TUPLE,
        /** {@code PyArg_UnpackTuple}: {@code f expected 1 argument, got 0}. */
        UNPACK_TUPLE
    }

    /** The kinds of callable members. */
    enum Kind {
        /** A module function, or a method that gets the instance. */
        INSTANCE,
        /** A class method. */
        CLASS,
        /** A static method. */
        STATIC
    }
}
