/** {@code _locale}. */
@NullMarked
package dev.clutch.extensions.builtin.locale;

import org.jspecify.annotations.NullMarked;
