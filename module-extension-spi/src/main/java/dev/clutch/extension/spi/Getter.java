package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Exposes a method without Python parameters as the getter of an attribute (a getset descriptor). */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Getter {
    /** The attribute's name; by default the Java name without a trailing underscore. */
    String value() default "";

    /** The docstring. */
    String doc() default "";

    /** Whether it is a {@code member_descriptor}, as C structures' plain fields are, instead of a getset descriptor. */
    boolean member() default false;
}
