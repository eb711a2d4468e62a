/** {@code _heapq}. */
@NullMarked
package dev.clutch.extensions.builtin.heapq;

import org.jspecify.annotations.NullMarked;
