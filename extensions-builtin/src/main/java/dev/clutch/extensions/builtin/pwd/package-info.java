/** {@code pwd}. */
@NullMarked
package dev.clutch.extensions.builtin.pwd;

import org.jspecify.annotations.NullMarked;
