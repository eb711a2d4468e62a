/** Properties of Unicode characters, in the version of Unicode that the language level names. */
@NullMarked
package dev.clutch.interp.unicode;

import org.jspecify.annotations.NullMarked;
