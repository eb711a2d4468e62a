package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a method uses that exists once for all interpreters, such as a library with global state. Around each call the runtime holds the lock of that name, which is one for all interpreters of
 * the runtime; at a class it means all exposed methods, getters, setters and execution steps of the class.
 *
 * <p>Arguments are converted before the lock is taken. A method that uses several resources gets their locks in the order of their names. A part of a method is
 * guarded by {@link dev.clutch.extension.spi.api.Resources} instead.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public @interface SharedResource {
    /** The names, such as {@code "libcups"}: extensions that use the same thing agree on it. */
    String[] value();
}
