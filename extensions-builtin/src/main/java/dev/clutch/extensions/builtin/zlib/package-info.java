/** {@code zlib}, on the JDK's. */
@NullMarked
package dev.clutch.extensions.builtin.zlib;

import org.jspecify.annotations.NullMarked;
