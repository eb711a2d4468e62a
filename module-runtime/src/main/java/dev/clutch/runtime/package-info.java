/**
 * Runtimes, interpreters, thread states, their lock and their life cycle. Nothing here knows Python's syntax or its objects: what needs them is asked of the
 * {@link dev.clutch.runtime.Language}.
 */
@NullMarked
package dev.clutch.runtime;

import org.jspecify.annotations.NullMarked;
