/** {@code _opcode}. */
@NullMarked
package dev.clutch.extensions.builtin.opcode;

import org.jspecify.annotations.NullMarked;
