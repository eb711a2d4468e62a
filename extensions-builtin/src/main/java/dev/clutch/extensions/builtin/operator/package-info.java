/** {@code _operator}. */
@NullMarked
package dev.clutch.extensions.builtin.operator;

import org.jspecify.annotations.NullMarked;
