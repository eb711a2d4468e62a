/** Tests that need everything that is shipped. */
@NullMarked
package dev.clutch.distribution;

import org.jspecify.annotations.NullMarked;
