/** {@code _stat}. */
@NullMarked
package dev.clutch.extensions.builtin.stat;

import org.jspecify.annotations.NullMarked;
