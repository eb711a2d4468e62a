package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how long a public type of the extension interface stays as it is. It holds for nested types and members too, unless they say otherwise.
 *
 * <p>The build compares what is public with {@code src/test/signatures.txt}: nothing is removed or changed by accident.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Stability {
    /** The version that had it first. */
    String since();

    /** How stable it is. */
    Level level() default Level.STABLE;

    /** The levels, as API Guardian has them. */
    enum Level {
        /** Compiled extensions run with every later version of the same first number. What is to go is deprecated for one version at least. */
        STABLE,
        /** May change with any version, which says so in its notes. */
        EXPERIMENTAL,
        /** For generated code and the runtime. Extensions that are compiled again with the version they run on need not look at it. */
        INTERNAL
    }
}
