/** {@code fcntl}. */
@NullMarked
package dev.clutch.extensions.builtin.fcntl;

import org.jspecify.annotations.NullMarked;
