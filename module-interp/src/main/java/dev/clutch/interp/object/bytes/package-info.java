/** Bytes and byte arrays: what both share, and each by itself. */
@NullMarked
package dev.clutch.interp.object.bytes;

import org.jspecify.annotations.NullMarked;
