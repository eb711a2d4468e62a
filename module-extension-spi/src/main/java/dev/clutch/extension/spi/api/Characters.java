package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Names of characters, of the version of Unicode that the language has. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface Characters {
    /** The name of a code point, null when it has none ({@code unicodedata.name}). */
    @Nullable
    String characterName(int codePoint);

    /** The code point of a name or an alias, -1 when there is none. Case doesn't matter. */
    int characterByName(String name);
}
