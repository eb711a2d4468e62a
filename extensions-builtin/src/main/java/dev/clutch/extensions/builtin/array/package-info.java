/** {@code array}. */
@NullMarked
package dev.clutch.extensions.builtin.array;

import org.jspecify.annotations.NullMarked;
