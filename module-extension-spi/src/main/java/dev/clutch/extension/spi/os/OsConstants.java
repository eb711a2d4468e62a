package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.List;

/** Named numbers of the system, grouped by the Python module that publishes them. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface OsConstants {
    /** Names that {@code module} ({@code posix}, {@code socket}, {@code fcntl}, ...) publishes here. */
    List<String> names(String module);

    /** Throws IllegalArgumentException for a name that doesn't exist here. */
    long value(String module, String name);
}
