/** {@code itertools}: one class for each iterator. */
@NullMarked
package dev.clutch.extensions.builtin.itertools;

import org.jspecify.annotations.NullMarked;
