package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment of one interpreter: a copy made at its start, seen by its own code and its child processes only. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface OsEnvironment {
    /** {@code getenv}; null when it isn't there. */
    @Nullable
    String get(String name);

    /** Throws {@link Errno#EINVAL} for an empty name or one with {@code =}. */
    void set(String name, String value);

    /** {@code os.unsetenv}; nothing when it isn't there. Throws {@link Errno#EINVAL} as {@link #set}. */
    void unset(String name);

    /** Takes all away, {@code clearenv}. */
    void clear();

    /** A copy, in order of definition. */
    Map<String, String> snapshot();
}
