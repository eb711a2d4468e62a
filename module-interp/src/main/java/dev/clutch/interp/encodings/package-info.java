/** Codecs as Python code sees them: the registry of an interpreter, error handlers, character maps. The conversions themselves are in {@code codec}. */
@NullMarked
package dev.clutch.interp.encodings;

import org.jspecify.annotations.NullMarked;
