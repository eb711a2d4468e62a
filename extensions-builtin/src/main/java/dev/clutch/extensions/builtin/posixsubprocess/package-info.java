/** {@code _posixsubprocess}. */
@NullMarked
package dev.clutch.extensions.builtin.posixsubprocess;

import org.jspecify.annotations.NullMarked;
