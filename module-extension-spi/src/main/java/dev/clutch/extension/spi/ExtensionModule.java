package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an extension module. An instance of the annotated class is the state of one module object; its fields are the
 * per-interpreter variables. The class has a constructor without parameters, or with {@code (ThreadState, PyObject module)}.
 *
 * <p>The declaration is read from the class file, before any code of the class runs.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface ExtensionModule {
    /** The name that {@code import} uses, dotted for a submodule, whose parent has an attribute {@code __path__}, set in an execution step. */
    String name();

    /** What the module supports; without it a module is refused where the lock is not main's. */
    MultipleInterpreters multipleInterpreters() default MultipleInterpreters.SUPPORTED;

    /** The docstring. */
    String doc() default "";

    /** Types of this module, each annotated with {@link ExtensionType}, made anew for each module object. */
    Class<?>[] types() default {};
}
