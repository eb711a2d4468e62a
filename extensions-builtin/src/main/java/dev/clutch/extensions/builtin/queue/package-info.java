/** {@code _queue}. */
@NullMarked
package dev.clutch.extensions.builtin.queue;

import org.jspecify.annotations.NullMarked;
