package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Exposes a static final field of a module or type class as an attribute; the value must be an immutable Python value. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Constant {
    /** The attribute's name; by default the field's name. */
    String value() default "";
}
