/** {@code time}. */
@NullMarked
package dev.clutch.extensions.builtin.time;

import org.jspecify.annotations.NullMarked;
