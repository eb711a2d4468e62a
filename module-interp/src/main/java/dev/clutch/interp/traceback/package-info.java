/** How exceptions are shown: tracebacks, chains, groups, suggestions, and the hooks of {@code sys}. */
@NullMarked
package dev.clutch.interp.traceback;

import org.jspecify.annotations.NullMarked;
