/** {@code _datetime}. */
@NullMarked
package dev.clutch.extensions.builtin.datetime;

import org.jspecify.annotations.NullMarked;
