/** {@code errno}. */
@NullMarked
package dev.clutch.extensions.builtin.errno;

import org.jspecify.annotations.NullMarked;
