/** Memoryviews: layouts, items and comparison of buffers, and the buffers of Python classes. */
@NullMarked
package dev.clutch.interp.object.memory;

import org.jspecify.annotations.NullMarked;
