package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The setter that belongs to a {@link Getter}; its one Python parameter is null when the attribute is deleted. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Setter {
    /** The attribute's name; by default the Java name without a trailing underscore. */
    String value() default "";
}
