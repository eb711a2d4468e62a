/** {@code math} and {@code cmath}. */
@NullMarked
package dev.clutch.extensions.builtin.math;

import org.jspecify.annotations.NullMarked;
