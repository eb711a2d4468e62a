/** Algorithms on Python's text and bytes as Java values; they know nothing of the object model. */
@NullMarked
package dev.clutch.interp.text;

import org.jspecify.annotations.NullMarked;
