/** {@code select}. */
@NullMarked
package dev.clutch.extensions.builtin.select;

import org.jspecify.annotations.NullMarked;
