/** {@code _socket}. */
@NullMarked
package dev.clutch.extensions.builtin.socket;

import org.jspecify.annotations.NullMarked;
