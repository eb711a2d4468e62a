/**
 * {@code _io}. Each type that has a buffer or a file is a thin Python object in front of a core, a plain Java object that does the work: {@link FileCore}, {@link BufferCore},
 * {@link TextCore}. The core outlives its object, so what it holds can still be written when the object is found to be garbage.
 */
@NullMarked
package dev.clutch.extensions.builtin.io;

import org.jspecify.annotations.NullMarked;
