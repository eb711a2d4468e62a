/** The two implementations of the operating system seam: real descriptors, and NIO alone. */
@NullMarked
package dev.clutch.runtime.os;

import org.jspecify.annotations.NullMarked;
