/** {@code unicodedata}. */
@NullMarked
package dev.clutch.extensions.builtin.unicodedata;

import org.jspecify.annotations.NullMarked;
