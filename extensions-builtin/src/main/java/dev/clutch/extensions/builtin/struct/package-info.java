/** {@code _struct}. */
@NullMarked
package dev.clutch.extensions.builtin.struct;

import org.jspecify.annotations.NullMarked;
