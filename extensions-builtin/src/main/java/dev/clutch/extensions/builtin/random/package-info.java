/** {@code _random}. */
@NullMarked
package dev.clutch.extensions.builtin.random;

import org.jspecify.annotations.NullMarked;
