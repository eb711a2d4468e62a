/** {@code binascii}. */
@NullMarked
package dev.clutch.extensions.builtin.binascii;

import org.jspecify.annotations.NullMarked;
