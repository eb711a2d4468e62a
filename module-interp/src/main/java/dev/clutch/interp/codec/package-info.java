/** Encodings between {@code str} and bytes, with CPython's error positions and error handlers. */
@NullMarked
package dev.clutch.interp.codec;

import org.jspecify.annotations.NullMarked;
