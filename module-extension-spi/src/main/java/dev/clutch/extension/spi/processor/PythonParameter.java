package dev.clutch.extension.spi.processor;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of a Python signature.
 *
 * @param defaultText the default as the author wrote it, null for none
 */
record PythonParameter(String name, Kind kind, @Nullable String defaultText) {
    /** The kinds of {@code inspect.Parameter}. */
    enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL_OR_KEYWORD,
        VAR_POSITIONAL,
        KEYWORD_ONLY,
        VAR_KEYWORD
    }

    boolean isStarred() {
        return kind == Kind.VAR_POSITIONAL || kind == Kind.VAR_KEYWORD;
    }
}
