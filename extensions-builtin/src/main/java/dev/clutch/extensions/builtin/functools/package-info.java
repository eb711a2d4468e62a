/** {@code _functools}. */
@NullMarked
package dev.clutch.extensions.builtin.functools;

import org.jspecify.annotations.NullMarked;
