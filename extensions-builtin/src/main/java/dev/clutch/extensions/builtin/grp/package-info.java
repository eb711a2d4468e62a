/** {@code grp}. */
@NullMarked
package dev.clutch.extensions.builtin.grp;

import org.jspecify.annotations.NullMarked;
