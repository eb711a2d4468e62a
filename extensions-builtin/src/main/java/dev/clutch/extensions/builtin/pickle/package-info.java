/** {@code _pickle}. */
@NullMarked
package dev.clutch.extensions.builtin.pickle;

import org.jspecify.annotations.NullMarked;
