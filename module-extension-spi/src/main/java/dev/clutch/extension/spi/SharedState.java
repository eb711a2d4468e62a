package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static field that interpreters share on purpose, such as the table of a library which exists once in the process. What it holds must not be a Python object, nor hold one.
 *
 * <p>The verifier checks the claim: every use of the field is made while the named lock is held, by {@code synchronized} or by {@code lock()} and {@code unlock()}, and what the field holds doesn't leave
 * that region.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public @interface SharedState {
    /** Why there is no state per interpreter instead. */
    String reason();

    /** The static final field of the same class that holds the lock, or {@code "class"} for the monitor of the class. */
    String lock();
}
