/** The matching engine behind {@code _sre}: runs the code lists that the library's {@code re._compiler} produces. */
@NullMarked
package dev.clutch.extensions.builtin.sre;

import org.jspecify.annotations.NullMarked;
