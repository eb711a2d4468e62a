/** {@code _statistics}. */
@NullMarked
package dev.clutch.extensions.builtin.statistics;

import org.jspecify.annotations.NullMarked;
