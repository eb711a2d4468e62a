/** {@code _json}. */
@NullMarked
package dev.clutch.extensions.builtin.json;

import org.jspecify.annotations.NullMarked;
