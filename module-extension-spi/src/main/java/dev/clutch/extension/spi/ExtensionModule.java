package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares an extension module; read from the class file, before any code of the class runs. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ExtensionModule {
    /** The name that {@code import} uses, dotted for a submodule. */
    String name();

    /** What the module supports; without it a module is refused where the lock is not main's. */
    MultipleInterpreters multipleInterpreters() default MultipleInterpreters.SUPPORTED;
}
