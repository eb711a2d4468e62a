/** {@code _multiprocessing}. */
@NullMarked
package dev.clutch.extensions.builtin.multiprocessing;

import org.jspecify.annotations.NullMarked;
