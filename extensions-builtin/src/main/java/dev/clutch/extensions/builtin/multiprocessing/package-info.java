/** {@code _multiprocessing} and {@code _posixshmem}. */
@NullMarked
package dev.clutch.extensions.builtin.multiprocessing;

import org.jspecify.annotations.NullMarked;
