/** {@code _string}. */
@NullMarked
package dev.clutch.extensions.builtin.string;

import org.jspecify.annotations.NullMarked;
