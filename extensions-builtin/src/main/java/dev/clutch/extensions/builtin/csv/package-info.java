/** {@code _csv}. */
@NullMarked
package dev.clutch.extensions.builtin.csv;

import org.jspecify.annotations.NullMarked;
