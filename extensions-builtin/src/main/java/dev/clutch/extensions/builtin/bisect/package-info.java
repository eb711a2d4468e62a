/** {@code _bisect}. */
@NullMarked
package dev.clutch.extensions.builtin.bisect;

import org.jspecify.annotations.NullMarked;
