/**
 * The rules of isolation as checks of Error Prone: an author sees them while compiling. Put {@code clutch-errorprone} on the annotation processor path beside Error Prone.
 *
 * <p>A check reports only what is wrong for sure by what one class shows; the verifier of the runtime sees the whole program and decides.
 */
@NullMarked
package dev.clutch.errorprone;

import org.jspecify.annotations.NullMarked;
